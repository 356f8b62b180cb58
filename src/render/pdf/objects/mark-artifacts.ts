/**
 * Marks all that a page paints outside its tagged content as artifacts (ISO 32000-2 §14.8.2.2; ISO 14289-1 §7.1 wants
 * nothing unmarked): text as pagination, since it is running heads and folios, the rest (rules, backgrounds) as layout.
 *
 * The content is as Chromium writes it: operators end their lines, and content that a tag is about has a number and never
 * begins within a text object or a path. What a text object says of its characters (`/Span` with `/ActualText`) has none. What is of another form is left as it is, and found by whoever reads the file back.
 */
export function markArtifacts(content: Uint8Array): Buffer {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const pieces: Uint8Array[] = []
  // What stays as it is from one change to the next is one piece.
  let kept = 0
  let from = 0
  while (from < bytes.length) {
    const opened = nextMarked(bytes, from)
    const marked = markLoose(bytes.subarray(from, opened))
    if (marked) {
      pieces.push(bytes.subarray(kept, from), marked)
      kept = opened
    }
    from = opened < bytes.length ? endOfMarked(bytes, opened) : bytes.length
  }
  return kept === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(kept)])
}

const newline = 10

/** Start of the line that opens tagged content, or the end. */
function nextMarked(bytes: Buffer, from: number): number {
  const at = bytes.indexOf('/MCID', from)
  return at < 0 ? bytes.length : bytes.lastIndexOf(newline, at) + 1
}

/** The place after the line that closes it, and all that is marked within it. */
function endOfMarked(bytes: Buffer, from: number): number {
  let depth = 0
  for (let at = from; ; ) {
    // Codes of characters are hexadecimal: `<0BDC>` opens nothing.
    const opened = bytes.indexOf('BDC\n', at)
    const closed = bytes.indexOf('EMC', at)
    if (closed < 0) return bytes.length
    const isOpened = opened >= 0 && opened < closed
    depth += isOpened ? 1 : -1
    at = (isOpened ? opened : closed) + 3
    if (depth > 0) continue
    const end = bytes.indexOf(newline, at)
    return end < 0 ? bytes.length : end + 1
  }
}

const beginsPath = /(?:^| )(?:re|m)$/
const goesOn = /(?:^| )(?:re|m|l|c|v|y|h)$/
const paints = /(?:^| )(?:f|F|f\*|S|s|B|B\*|b|b\*)$/
const paintsAlone = /(?:^| )(?:Do|sh)$/

/** `undefined` where nothing is painted. */
function markLoose(bytes: Buffer): Uint8Array | undefined {
  const content = bytes.toString('latin1')
  if (!/\b(?:BT|re|m|Do|sh)\b/.test(content)) return undefined
  const marked: string[] = []
  let path: string[] = []
  let text: string[] | undefined
  for (const line of content.split('\n')) {
    if (text) {
      text.push(line)
      if (line !== 'ET') continue
      marked.push('/Artifact <</Type /Pagination>>BDC', ...text, 'EMC')
      text = undefined
    } else if (line === 'BT') text = [line]
    else if (path.length > 0 ? goesOn.test(line) : beginsPath.test(line)) path.push(line)
    else if (paintsAlone.test(line) || (path.length > 0 && paints.test(line))) {
      marked.push('/Artifact <</Type /Layout>>BDC', ...path, line, 'EMC')
      path = []
    } else {
      marked.push(...path, line)
      path = []
    }
  }
  return Buffer.from([...marked, ...path, ...(text ?? [])].join('\n'), 'latin1')
}

/** Lines of Markdown between empty lines. */
export interface Chunk {
  /** First line, from 1. */
  readonly line: number
  readonly lines: readonly string[]
  /**
   * What it is when that can be told from its lines alone: a paragraph without marks, the same quoted, the same as a note.
   * `undefined`: it takes a parser.
   */
  readonly plain: 'paragraph' | 'quotation' | 'note' | undefined
  /** True when it begins within code or a comment that was opened above. */
  readonly goesOn: boolean
}

/** Signs that may mean something within a line. */
const marks = /[*_`\\<|]|&#?\w+;|~~|\^\[|!\[|\]\s?[[(:]/
/** What makes more of a line than words of a paragraph. */
const opening = /^(?:\s|#{1,6}(?:\s|$)|>|(?:[-+*]|\d{1,9}[.)])(?:\s|$)|[-=]+\s*$|\[[^\]]*\]:|```|~~~|\t)/
const fence = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/
const definition = /^\[\^([^\]\s]+)\]:[ \t]+(?=\S)/

/**
 * Cuts Markdown at its empty lines. Most of a text is paragraphs without marks, which need no parser; what stands between
 * them is given to one whole. Only where nothing can be meant but words is a chunk called plain.
 *
 * @param definitions whether the text defines addresses for words in brackets
 */
export function splitChunks(lines: readonly string[], firstLine: number, definitions: boolean): Chunk[] {
  const chunks: Chunk[] = []
  let open: string | undefined
  let at = 0
  while (at < lines.length) {
    if (isEmpty(lines[at])) {
      at++
      continue
    }
    let end = at
    const began = open
    while (end < lines.length && !isEmpty(lines[end])) open = stillOpen(lines[end++] as string, open)
    const own = lines.slice(at, end)
    const next = nextLine(lines, end)
    chunks.push({line: firstLine + at, lines: own, goesOn: began !== undefined, plain: began === undefined && open === undefined ? plainKind(own, next, definitions) : undefined})
    at = end
  }
  return chunks
}

/** Lines with those that are marks of messages told by a sign before them: none within code or a comment. */
export function withMarks(lines: readonly string[], mark: RegExp): string[] {
  let open: string | undefined
  return lines.map((line) => {
    const isMark = open === undefined && mark.test(line)
    open = stillOpen(line, open)
    return isMark ? `\u0000${line}` : line
  })
}

/** A fence or a comment that goes on over empty lines. */
function stillOpen(line: string, open: string | undefined): string | undefined {
  if (open === '<!--') return line.includes('-->') ? undefined : open
  const mark = fence.exec(line)?.[1]
  if (open !== undefined) return mark?.startsWith(open) === true && line.trim().endsWith(mark) ? undefined : open
  if (mark !== undefined) return mark
  const comment = line.lastIndexOf('<!--')
  return comment >= 0 && !line.includes('-->', comment) ? '<!--' : undefined
}

/** For CommonMark only spaces and tabs are blank: an ideographic space is a word. */
function isEmpty(line: string | undefined): boolean {
  return /^[ \t]*$/.test(line ?? '')
}

function nextLine(lines: readonly string[], from: number): string {
  for (let at = from; at < lines.length; at++) if (!isEmpty(lines[at])) return lines[at] as string
  return ''
}

function plainKind(lines: readonly string[], next: string, definitions: boolean): Chunk['plain'] {
  const [first = ''] = lines
  if (/^\s/.test(next)) return undefined
  if (definition.test(first)) return isPlain([first.replace(definition, ''), ...lines.slice(1)], definitions) ? 'note' : undefined
  if (lines.every((line) => line.startsWith('> ')) && !next.startsWith('>')) return isPlain(lines.map((line) => line.slice(2)), definitions) ? 'quotation' : undefined
  return isPlain(lines, definitions) ? 'paragraph' : undefined
}

function isPlain(lines: readonly string[], definitions: boolean): boolean {
  return lines.every((line) => !opening.test(line) && !marks.test(line) && !line.endsWith(' ') && !(definitions && /\[[^^]/.test(line)))
}

/** The words of a plain chunk, a line each. */
export function wordsOfPlain({lines, plain}: Chunk): {readonly words: readonly string[]; readonly note?: string} {
  if (plain === 'quotation') return {words: lines.map((line) => line.slice(2))}
  const [first = '', ...rest] = lines
  const note = plain === 'note' ? definition.exec(first) : null
  return note?.[1] === undefined ? {words: lines} : {words: [first.slice(note[0].length), ...rest], note: note[1].toLowerCase()}
}

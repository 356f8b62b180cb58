/** One line of the original, its quotation marks taken off. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Number of `>` before it. */
  readonly depth: number
  /** Everything before `text`: `>` and the spaces among them, or the marker of a list item. */
  readonly prefix: string
  readonly text: string
}

/** Splits a text at its line ends (CommonMark §2.1) and reads the quotation marks before each line. Linear in its length. */
export function splitLines(text: string): Line[] {
  return text.split(/\r\n|\n|\r/).map((raw, index) => {
    const {depth, length} = readMarks(raw)
    return {number: index + 1, depth, prefix: raw.slice(0, length), text: raw.slice(length)}
  })
}

/** The line as it stands in the file, with another text. */
export function writeLine(line: Line, text: string): string {
  return line.prefix + text
}

/** The line as it stands in a quotation of a depth: marks of deeper ones are words of its own, as they are in code. */
export function quotedTo(line: Line, depth: number): Line {
  if (line.depth <= depth) return line
  let at = 0
  for (let level = 0; level < depth; level += 1) at = line.prefix.indexOf('>', at) + 1
  if (depth > 0 && line.prefix[at] === ' ') at += 1
  return {...line, depth, prefix: line.prefix.slice(0, at), text: line.prefix.slice(at) + line.text}
}

/** True when nothing stands in the line but white space. */
export function isBlank(line: Line): boolean {
  return line.text.trim() === ''
}

function readMarks(raw: string): {depth: number; length: number} {
  let depth = 0
  let length = 0
  for (;;) {
    let at = length
    while (raw[at] === ' ' && at - length < 3) at += 1
    if (raw[at] !== '>') return {depth, length}
    depth += 1
    length = raw[at + 1] === ' ' ? at + 2 : at + 1
  }
}

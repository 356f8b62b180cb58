/** A line of Markdown as far as it can be told without parsing. */
export interface ScannedLine {
  /** Counted from 1. */
  readonly number: number
  /** Where it begins in the text. */
  readonly offset: number
  /** What stands behind the marks of quotes, lists and notes. */
  readonly content: string
  readonly kind: 'blank' | 'text' | 'code' | 'comment'
  /** How many quotes, list items and notes it stands in. */
  readonly depth: number
  /** How many of those begin in it. */
  readonly opened: number
  /** True when it goes on with the text of a container whose marks it lacks (CommonMark: a lazy continuation line). */
  readonly left: boolean
  /** True when whatever stood open above is over, and the text could be cut before this line. */
  readonly cuttable: boolean
}

/** A quote, or a list item or note with the column from which its lines begin. */
type Container = {readonly kind: 'quote'} | {readonly kind: 'indented'; readonly column: number}

/** More than this is more than any limit: no need to count on. */
const mostOpened = 1000

interface Fence {
  readonly mark: string
  readonly depth: number
}

/**
 * Scans Markdown line by line in linear time, with the containers of CommonMark 0.31 §5 and fenced code of §4.5.
 * It has to be right enough for limits, and for the beginnings of top-level blocks; it is no parser.
 */
export function* scanLines(text: string): Generator<ScannedLine> {
  const open: Container[] = []
  const leaf: Leaf = {fence: undefined, comment: undefined}
  let before: ScannedLine['kind'] = 'blank'
  let emptyAbove = true
  let number = 0
  for (let offset = 0; offset < text.length; ) {
    const end = text.indexOf('\n', offset)
    const line = new Cursor(text.slice(offset, end < 0 ? text.length : end))
    const held = skipOpen(line, open)
    endWithContainer(leaf, held)
    const plain = !leaf.fence && leaf.comment === undefined
    const topLevel = plain && emptyAbove && held === 0 && !line.indented() && !line.atEnd()
    const more = plain ? openMore(line) : []
    const content = line.rest()
    const left = held < open.length && more.length === 0 && before === 'text' && goesOn(content)
    if (!left) open.splice(held, open.length - held, ...more)
    const kind = kindOfLine(content, leaf, {plain, indented: line.indented(), depth: open.length})
    const cuttable = topLevel && !(more.length > 0 && startsList(text.slice(offset, offset + 12)))
    number++
    yield {number, offset, content, kind, depth: open.length, opened: more.length, left, cuttable}
    before = leaf.fence || leaf.comment !== undefined ? 'code' : kind
    emptyAbove = before === 'blank' && more.length === 0 && line.isEmpty()
    offset = end < 0 ? text.length : end + 1
  }
}

/** What the last lines opened that is no container: code or a comment, which hold until they are closed. */
interface Leaf {
  fence: Fence | undefined
  /** How many containers an open comment stands in. */
  comment: number | undefined
}

function endWithContainer(leaf: Leaf, held: number): void {
  if (leaf.fence && held < leaf.fence.depth) leaf.fence = undefined
  if (leaf.comment !== undefined && held < leaf.comment) leaf.comment = undefined
}

/** Tells what a line is, and what it opens or closes. */
function kindOfLine(content: string, leaf: Leaf, at: {plain: boolean; indented: boolean; depth: number}): ScannedLine['kind'] {
  const {fence, comment} = leaf
  if (at.plain) {
    leaf.fence = at.indented ? undefined : openingFence(content, at.depth)
    leaf.comment = !leaf.fence && /^ {0,3}<!--/.test(content) && !content.includes('-->') ? at.depth : undefined
  } else if (comment !== undefined) leaf.comment = content.includes('-->') ? undefined : comment
  else if (fence && closes(content, fence)) leaf.fence = undefined
  if (content.trim() === '') return 'blank'
  if (comment !== undefined || leaf.comment !== undefined) return 'comment'
  return fence ? 'code' : 'text'
}

/** Passes the marks and the indent of what stands open; says how many of the containers go on. */
function skipOpen(line: Cursor, open: readonly Container[]): number {
  let held = 0
  for (const container of open) {
    const goesOn = container.kind === 'quote' ? line.skipQuote() : line.column() >= container.column || line.atEnd()
    if (!goesOn) break
    if (container.kind === 'indented') line.startAt(container.column)
    held++
  }
  return held
}

/** Whether a line can only be more of the paragraph above it. */
function goesOn(content: string): boolean {
  return content.trim() !== '' && !/^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3}|<!--|(?:[-*_][ \t]*){3,}$)/.test(content)
}

function openMore(line: Cursor): Container[] {
  const open: Container[] = []
  while (!line.indented() && !line.atEnd() && open.length < mostOpened) {
    if (line.skipQuote()) open.push({kind: 'quote'})
    else {
      const column = line.skipMarker()
      if (column === undefined) break
      open.push({kind: 'indented', column})
    }
  }
  return open
}

function openingFence(content: string, depth: number): Fence | undefined {
  const found = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(content)
  return found?.[1] === undefined ? undefined : {mark: found[1], depth}
}

function closes(content: string, fence: Fence): boolean {
  const found = /^ {0,3}(`+|~+)[ \t]*$/.exec(content)?.[1]
  return found !== undefined && found.startsWith(fence.mark)
}

/** A list item may go on with a list above it, across blank lines. */
function startsList(beginning: string): boolean {
  return /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/m.test(beginning)
}

/** A place in a line, counted in columns: a tab goes to the next multiple of four. */
class Cursor {
  private index = 0
  private at = 0
  private base = 0

  constructor(private readonly line: string) {
    this.skipSpace()
  }

  /** Column of the next character that is no space. */
  column(): number {
    return this.at
  }

  /** Whether nothing stands in the line at all, not even the mark of a container. */
  isEmpty(): boolean {
    return this.line.trim() === ''
  }

  atEnd(): boolean {
    return this.index >= this.line.length
  }

  /** Whether what comes stands four columns or more from where its container begins: code, or just text. */
  indented(): boolean {
    return this.at - this.base >= 4
  }

  startAt(column: number): void {
    this.base = column
  }

  rest(): string {
    return ' '.repeat(Math.min(Math.max(this.at - this.base, 0), 4)) + this.line.slice(this.index)
  }

  skipQuote(): boolean {
    if (this.indented() || this.line[this.index] !== '>') return false
    this.skip(1)
    this.base = this.at
    this.skipSpace()
    if (this.at > this.base) this.base++
    return true
  }

  /** Passes `-`, `1.` or `[^note]:`; gives the column from which the lines of the item begin. */
  skipMarker(): number | undefined {
    markers.lastIndex = this.index
    const found = markers.exec(this.line)
    if (!found) return undefined
    const start = this.base
    this.skip(found[0].length)
    const after = this.at
    this.skipSpace()
    const width = this.at - after
    const column = found[0].startsWith('[') ? start + 4 : width >= 1 && width <= 4 && !this.atEnd() ? this.at : after + 1
    this.base = found[0].startsWith('[') ? this.at : column
    return column
  }

  private skip(count: number): void {
    this.index += count
    this.at += count
  }

  private skipSpace(): void {
    for (; this.index < this.line.length; this.index++) {
      const character = this.line[this.index]
      if (character === ' ') this.at++
      else if (character === '\t') this.at += 4 - (this.at % 4)
      else return
    }
  }
}

const markers = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:/y

import type {Field} from '../dossier.ts'
import {fieldOf, splitHeaderLine} from '../header-label.ts'
import {columnsOf, plainWords} from './plain-words.ts'
import type {Block} from './split-blocks.ts'
import {isBlank, type Line} from './split-lines.ts'

/** One header of a message. */
export interface Header {
  readonly field: Field
  readonly label: string
  readonly value: string
  /** Lines of the original that it stands in. */
  readonly first: number
  readonly last: number
}

/** Where a reader of lines stands: the block, and the line in it. */
export interface Cursor {
  readonly block: number
  readonly line: number
}

/** Headers that stand together, and what comes after them. */
export interface HeaderBlock {
  readonly headers: readonly Header[]
  /** The first line after them. */
  readonly end: Cursor
  /** False: too few, or neither who sent it nor when; then this is text, and nothing up to `end` begins a header. */
  readonly sure: boolean
}

/** A header whose value may go on; kept in pieces, since a list of mailboxes can be long. */
interface GrowingHeader {
  readonly field: Field
  readonly label: string
  readonly value: string[]
  /** The end of the value. */
  tail: string
  readonly first: number
  last: number
}

/** A line from this width on was broken by the clipping tool, in columns. */
const wrapWidth = 60
/** As much of a value as tells how it goes on, in UTF-16 units. */
const tailLength = 400
const address = /[<>＜＞@]/

/**
 * Reads the header block that starts at a line: two or more labels of the vocabulary, among them who sent it or when.
 * A value may follow its label on later lines, torn by blank ones (`Elon Musk <` / `>`).
 */
export function readHeader(blocks: readonly Block[], start: Cursor): HeaderBlock {
  return new HeaderReader(blocks, start).read()
}

/** Whether a line starts with a label of the vocabulary. */
export function isHeaderLine(line: Line): boolean {
  return readLabel(line) !== undefined
}

/** Longest line that may hold several headers, in UTF-16 units. */
const longestCut = 400

/** A line on which a second label stands apart from the value before it, cut there. */
function cutAtLabels(line: Line): Line[] {
  if (line.text.length > longestCut) return [line]
  const pieces: Line[] = []
  let from = 0
  for (const {index, 1: label = ''} of line.text.matchAll(/(?:[ \t\u3000]{2}|[\t\u3000]|[ \t](?=\*\*))\*{0,3}([^\s:：*]{1,12})\*{0,3} ?[:：]/gu)) {
    if (fieldOf(label) === undefined || index === 0) continue
    pieces.push({...line, text: line.text.slice(from, index)})
    from = index
  }
  return [...pieces, {...line, text: line.text.slice(from)}]
}

/** The headers of a line: one as a rule; a subject may hold whatever it likes. */
function readLabels(line: Line): readonly FoundLabel[] {
  const whole = readLabel(line)
  if (!whole || whole.field === 'subject') return whole ? [whole] : []
  return cutAtLabels(line).flatMap((piece) => readLabel(piece) ?? [])
}

interface FoundLabel {
  readonly field: Field
  readonly label: string
  readonly value: string
}

function readLabel(line: Line): FoundLabel | undefined {
  const parts = splitHeaderLine(plainWords(line.text.slice(0, 400)))
  const field = parts && fieldOf(parts.label)
  if (!parts || !field) return undefined
  const words = plainWords(line.text)
  return {field, label: parts.label, value: splitHeaderLine(words)?.value ?? ''}
}

class HeaderReader {
  private readonly headers: GrowingHeader[] = []
  private readonly seen = new Set<Field>()
  private readonly depth: number | undefined
  private at: Cursor

  constructor(private readonly blocks: readonly Block[], start: Cursor) {
    this.at = start
    this.depth = blocks[start.block]?.depth
  }

  read(): HeaderBlock {
    for (let line = this.line(); line && this.take(line); line = this.line()) this.at = this.after(this.at)
    const sure = this.headers.length >= 2 && (this.seen.has('from') || this.seen.has('date'))
    const headers = this.headers.map(({field, label, value, first, last}) => ({field, label, value: closeBrackets(value.join('')), first, last}))
    return {headers, end: this.at, sure}
  }

  private line(): Line | undefined {
    return this.blocks[this.at.block]?.lines[this.at.line]
  }

  /** The next line with words or marks; in the next block only when that is a paragraph too. */
  private after({block, line}: Cursor): Cursor {
    if (line + 1 < (this.blocks[block]?.lines.length ?? 0)) return {block, line: line + 1}
    return {block: block + 1, line: 0}
  }

  private take(line: Line): boolean {
    const fresh = this.at.line === 0
    const block = this.blocks[this.at.block] as Block
    if (this.headers.length > 0 && fresh && block.kind !== 'paragraph') return false
    if (plainWords(line.text) === '') return this.headers.length > 0 && this.awaits(fresh)
    const [found, ...more] = readLabels(line)
    if (found) {
      if (!this.start(found, line)) return false
      for (const one of more) this.push(one, line)
      return true
    }
    return this.headers.length > 0 && this.goesOn(line, fresh)
  }

  /** From, date and subject stand once: a second one after a blank line begins another message. */
  private start(found: FoundLabel, line: Line): boolean {
    const fresh = this.at.line === 0
    if (fresh && this.seen.has(found.field) && ['from', 'date', 'subject'].includes(found.field)) return false
    // What a mail carries along is named at the end of its text, too.
    if (fresh && this.headers.length > 0 && this.headers.every(({field}) => field === 'attachments')) return false
    if (fresh && this.headers.length > 0 && (this.blocks[this.at.block] as Block).depth !== this.depth) return false
    this.push(found, line)
    return true
  }

  private push(found: FoundLabel, line: Line): void {
    this.seen.add(found.field)
    this.headers.push({...found, value: [found.value], tail: found.value.slice(-tailLength), first: line.number, last: line.number})
  }

  /** Whether a line without a label belongs to the value before it. */
  private goesOn(line: Line, fresh: boolean): boolean {
    const last = this.headers.at(-1)
    if (!last) return false
    const words = plainWords(line.text)
    const open = isOpen(last.tail)
    const isList = ['from', 'to', 'cc', 'bcc', 'reply-to'].includes(last.field)
    const belongs =
      (open && words.startsWith('>')) ||
      (last.tail === '' && (isList ? address.test(words) || this.labelFollows() : !fresh)) ||
      (!fresh && ((isList && (/[,;，；、]$/.test(last.tail) || open)) || this.isWrapped()))
    if (!belongs) return false
    const piece = open || last.tail === '' ? words : ` ${words}`
    last.value.push(piece)
    last.tail = (last.tail + piece).slice(-tailLength)
    last.last = line.number
    return true
  }

  /** An empty line within the header: a value is still to come. */
  private awaits(fresh: boolean): boolean {
    const last = this.headers.at(-1)
    return !fresh || (last !== undefined && (last.tail === '' || isOpen(last.tail))) || this.labelFollows()
  }

  private labelFollows(): boolean {
    const next = this.after(this.at)
    const line = this.blocks[next.block]?.lines[next.line]
    return line !== undefined && isHeaderLine(line)
  }

  /** The line before is long and has no line break of its own, so that this one goes on with it. */
  private isWrapped(): boolean {
    const before = this.blocks[this.at.block]?.lines[this.at.line - 1]
    return before !== undefined && !isBlank(before) && !/ {2}$|\\$/.test(before.text) && columnsOf(before.prefix + before.text) >= wrapWidth
  }
}

/** Ends within angle brackets. */
function isOpen(value: string): boolean {
  return Math.max(value.lastIndexOf('<'), value.lastIndexOf('＜')) > Math.max(value.lastIndexOf('>'), value.lastIndexOf('＞'))
}

/** What was cut off of empty angle brackets. */
function closeBrackets(value: string): string {
  return value.replace(/<$/, '<>').replace(/＜$/, '＜＞')
}

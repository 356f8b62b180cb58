import {isBlank, quotedTo, type Line} from './split-lines.ts'

/**
 * A block of Markdown as lines. `verbatim` is code, HTML and definitions: not prose. An `item` is one item of a list, its
 * marker in `marker`; a paragraph with `indent` belongs to the item before it.
 */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'table' | 'rule' | 'verbatim'
  /** Depth of quotation. */
  readonly depth: number
  readonly lines: readonly Line[]
  /** Level of a heading, 1–6. */
  readonly level?: number
  /** `-`, `1.`; bullets are all written as `-`. */
  readonly marker?: string
  /** Spaces before an item or before a paragraph of an item, counted from the outermost item. */
  readonly indent?: number
  /** True when a paragraph lost its `>`: the line before it is a quoted blank one. */
  readonly lostMark?: boolean
}

const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const item = /^([ \t]*)([-+*]|\d{1,9}[.)])([ \t]+|$)/
const definition = /^ {0,3}\[[^\]^][^\]]{0,998}\]:[ \t]*\S/
/** `[^1]: …`: the text of a note, which begins a block of its own wherever it stands. */
export const noteDefinition = /^ {0,3}\[\^([^\]\s]{1,200})\]:/
const htmlBlock = /^ {0,3}<(?:(?:script|pre|style|textarea)(?:[\s>]|$)|!--|\?|![A-Za-z]|!\[CDATA\[|\/?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s|\/?>|$))/i
/** A line under words that makes them a heading; two hyphens are the mark of a signature (RFC 3676 §4.3). */
const underline = /^ {0,3}(?:=+|-{3,})[ \t]*$/
/** HTML that ends a paragraph: other tags may begin a line in the middle of one. */
const htmlInterrupts = /^ {0,3}<(?:!--|\/?(?:address|article|aside|blockquote|center|details|dialog|div|dl|dd|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul)(?:\s|\/?>|$))/i
const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
]

/** Reads lines into blocks as CommonMark does, and as clipping tools mean it where they tear quotations apart. */
export function splitBlocks(lines: readonly Line[]): Block[] {
  return new BlockReader(lines).read()
}

/** `-- ` on a line of its own: a signature follows. */
export function isSignatureMark(text: string): boolean {
  return /^--[ \t]*$/.test(text)
}

/** `* * *`, `---`, `___`: but not `****`, which is what stays of bold without text. */
export function isRule(text: string): boolean {
  const marks = text.replace(/[ \t]/g, '')
  if (marks.length < 3 || /^ {4}/.test(text) || !/^(?:\*+|-+|_+)$/.test(marks)) return false
  return marks[0] !== '*' || marks.length === 3 || /\*[ \t]/.test(text.trim())
}

class BlockReader {
  private readonly blocks: Block[] = []
  private at = 0
  /** Spaces before the outermost item of the list that is open. */
  private base: number | undefined
  /** Where the text of the innermost open item starts. */
  private content = 0

  constructor(private readonly lines: readonly Line[]) {}

  read(): Block[] {
    while (this.at < this.lines.length) {
      const line = this.lines[this.at] as Line
      if (isBlank(line)) this.at += 1
      else this.readBlock(line)
    }
    return this.blocks
  }

  private readBlock(line: Line): void {
    const indented = indentOf(line.text)
    if (this.base !== undefined && !item.test(line.text) && (this.afterBlank() ? indented < this.base + 2 : true)) this.base = undefined
    if (fence.test(line.text)) return this.addFenced(line)
    if (isRule(line.text)) return this.add('rule', this.at + 1)
    const level = heading.exec(line.text)?.[1]?.length
    if (level) return this.addHeading(line, level)
    if (item.test(line.text) && (indented < 4 || this.base !== undefined)) return this.addItem(line)
    if (indented >= 4 && this.base === undefined) return this.add('verbatim', this.indentedEnd(line.depth))
    if (htmlBlock.test(line.text)) return this.add('verbatim', this.htmlEnd(line))
    if (definition.test(line.text)) return this.add('verbatim', this.at + 1)
    if (this.isTable()) return this.add('table', this.textEnd(line.depth))
    this.addParagraph(line)
  }

  private add(kind: Block['kind'], end: number, more: Partial<Block> = {}): void {
    const lines = this.lines.slice(this.at, end)
    this.blocks.push({kind, depth: lines[0]?.depth ?? 0, lines, ...more})
    this.at = end
  }

  private afterBlank(): boolean {
    const before = this.lines[this.at - 1]
    return before === undefined || isBlank(before)
  }

  private addHeading(line: Line, level: number): void {
    const marker = heading.exec(line.text)?.[0] ?? ''
    const text = line.text.slice(marker.length).replace(/(?:^|[ \t])#+[ \t]*$/, '')
    this.blocks.push({kind: 'heading', depth: line.depth, level, lines: [{...line, prefix: line.prefix + marker, text}]})
    this.at += 1
  }

  private addItem(line: Line): void {
    const [whole, spaces = '', mark = ''] = item.exec(line.text) ?? ['']
    const indent = indentOf(spaces)
    if (this.base === undefined || indent < this.base) this.base = indent
    this.content = indent + mark.length + 1
    const first = {...line, prefix: line.prefix + whole, text: line.text.slice(whole.length)}
    const end = this.textEnd(line.depth)
    const lines = [first, ...this.lines.slice(this.at + 1, end)]
    const marker = /\d/.test(mark) ? mark : '-'
    this.blocks.push({kind: 'item', depth: line.depth, lines, marker, indent: indent - this.base})
    this.at = end
  }

  private addParagraph(line: Line): void {
    const before = this.lines[this.at - 1]
    const lostMark = before !== undefined && isBlank(before) && before.depth > line.depth && before.prefix !== ''
    const depth = lostMark ? before.depth : line.depth
    const end = this.textEnd(depth)
    const below = this.lines[end]
    const indent = this.base !== undefined && {indent: this.content - this.base}
    // A rule under several lines, or under the last of a mail, is one: clipping tools write headings of one line.
    if (below && below.depth === depth && !lostMark && underline.test(below.text) && end === this.at + 1 && !isSignatureMark(line.text)) {
      this.blocks.push({kind: 'heading', depth, level: below.text.includes('=') ? 1 : 2, lines: this.lines.slice(this.at, end)})
      this.at = end + 1
      return
    }
    this.blocks.push({kind: 'paragraph', depth, lines: this.lines.slice(this.at, end), ...indent, ...(lostMark && {lostMark})})
    this.at = end
  }

  /** First line after the text that begins here: a line with fewer `>` still belongs to it (lazy continuation). */
  private textEnd(depth: number): number {
    let end = this.at + 1
    while (end < this.lines.length) {
      const line = this.lines[end] as Line
      if (isBlank(line) || line.depth > depth || this.interrupts(line)) break
      end += 1
    }
    return end
  }

  private interrupts(line: Line): boolean {
    const {text} = line
    if (heading.test(text) || fence.test(text) || isRule(text) || underline.test(text) || isSignatureMark(text) || noteDefinition.test(text)) return true
    const marker = item.exec(text)
    if (marker && marker[3] !== '' && (/[-+*]/.test(marker[2] ?? '') || this.base !== undefined || marker[2] === '1.' || marker[2] === '1)')) return indentOf(text) < 4 || this.base !== undefined
    return htmlInterrupts.test(text)
  }

  private addFenced(line: Line): void {
    const end = this.fenceEnd(line)
    this.blocks.push({kind: 'verbatim', depth: line.depth, lines: this.lines.slice(this.at, end).map((one) => quotedTo(one, line.depth))})
    this.at = end
  }

  private fenceEnd(line: Line): number {
    const opener = fence.exec(line.text)?.[1] ?? ''
    const closer = new RegExp(`^ {0,3}\\${opener[0] as string}{${Math.min(opener.length, 1000)},}[ \\t]*$`)
    for (let end = this.at + 1; end < this.lines.length; end += 1) {
      const next = this.lines[end] as Line
      if (next.depth < line.depth) return end
      if (next.depth === line.depth && closer.test(next.text)) return end + 1
    }
    return this.lines.length
  }

  private indentedEnd(depth: number): number {
    let end = this.at + 1
    let last = end
    while (end < this.lines.length) {
      const line = this.lines[end] as Line
      if (!isBlank(line) && (line.depth !== depth || indentOf(line.text) < 4)) break
      end += 1
      if (!isBlank(line)) last = end
    }
    return last
  }

  private htmlEnd(line: Line): number {
    const closer = htmlEnds.find(([opener]) => opener.test(line.text))?.[1]
    for (let end = this.at; end < this.lines.length; end += 1) {
      const next = this.lines[end] as Line
      if (closer ? next.depth < line.depth : isBlank(next)) return Math.max(end, this.at + 1)
      if (closer?.test(next.text)) return end + 1
    }
    return this.lines.length
  }

  private isTable(): boolean {
    const [head, rule] = [this.lines[this.at], this.lines[this.at + 1]]
    if (!head || !rule || rule.depth !== head.depth || !head.text.includes('|')) return false
    return rule.text.includes('-') && rule.text.includes('|') && /^[\s|:-]+$/.test(rule.text)
  }
}

function indentOf(text: string): number {
  let columns = 0
  for (const character of text) {
    if (character === ' ') columns += 1
    else if (character === '\t') columns += 4 - (columns % 4)
    else return columns
  }
  return columns
}

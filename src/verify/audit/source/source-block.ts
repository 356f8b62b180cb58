/** A block of a source: a paragraph, heading, cell of a table, or code, as it is to be read. */
export interface SourceBlock {
  readonly kind: 'text' | 'heading' | 'code' | 'field' | HeaderPart
  /** Its characters without marks of Markdown; a line feed where a line of the source ends. */
  readonly text: string
  /** Lines of the source, from 1. */
  readonly line: number
  readonly endLine: number
  /** Where a piece of the text begins that has a line of its own in the source; in order. None: the lines follow each other. */
  readonly pieces: readonly {readonly at: number; readonly line: number}[]
  /** Notes called in it, by their names, at offsets of the text. */
  readonly calls: readonly {readonly at: number; readonly name: string}[]
  readonly pictures: readonly {readonly alt: string; readonly address: string}[]
  /** Level of a heading. */
  readonly depth?: number
  /** True within a block quotation. */
  readonly quoted: boolean
  /** Line in which the block quotation begins that it stands in, of those that stand in nothing else. */
  readonly quotation?: number
}

/** Of a header line that stands in the body: its label without the colon, and its value. */
export type HeaderPart = 'label' | 'value'

/** Line of the source that a character of a block stands in. */
export function lineAt({text, line, pieces}: SourceBlock, at: number): number {
  let from = 0
  let first = line
  for (const piece of pieces) {
    if (piece.at > at) break
    from = piece.at
    first = piece.line
  }
  let count = first
  for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) count++
  return count
}

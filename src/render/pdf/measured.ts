/** What the browser measured of one chapter, in CSS pixels from the top of its text in one endless column. */
export interface MeasuredChapter {
  /** Everything that cannot be cut, in the order of the text: lines, table rows, pictures. */
  readonly units: readonly Unit[]
  readonly notes: readonly MeasuredNote[]
  /** Anchors of the text, by id: their height. */
  readonly anchors: readonly (readonly [id: string, y: number])[]
}

/** A piece that stands on one page. */
export interface Unit {
  readonly top: number
  readonly bottom: number
  /** Where the outermost box that begins with this piece begins. */
  readonly outerTop: number
  /** Where the outermost box that ends with this piece ends. */
  readonly outerBottom: number
  /** Its block, counted through the chapter. */
  readonly block: number
  /** Its line in the block, from 0, and how many there are. */
  readonly line: number
  readonly lines: number
  /** True when no page may begin after it (a heading, a header line). */
  readonly keepWithNext: boolean
  /** True when its block is never cut (a heading). */
  readonly whole: boolean
  /** Height of the table head that is repeated above it when a page begins with it. */
  readonly repeatedHead: number
  /** Notes called in it, by id, in order, each with the call's own id. */
  readonly calls: readonly (readonly [call: string, note: string])[]
}

export interface MeasuredNote {
  readonly id: string
  readonly height: number
  /** Its lines, from its own top. */
  readonly lines: readonly Unit[]
  /** Anchors within it (calls of further notes), by id: their height from its top. */
  readonly anchors: MeasuredChapter['anchors']
}

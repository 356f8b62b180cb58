/** Where something stands in a source file. Lines and columns count from 1, as in VFile and unist. */
export interface Place {
  /** Path of the source, relative to the source folder, with forward slashes. */
  readonly file: string
  /** First line. */
  readonly line: number
  /** First column; `undefined` when only the line is known. */
  readonly column?: number
  /** Last line; `undefined` when the place is within one line. */
  readonly endLine?: number
}

/** A run of lines in an original, first and last included, counted from 1. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** What is counted of the looks of a print. */
export interface PrintForm {
  /** Lines of Chinese that begin with a mark that closes or parts (CLREQ §3.1.6): `，` `。` `）`. */
  readonly wrongLineStarts: number
  /** Lines of Chinese that end with a mark that opens: `（` `《` `“`. */
  readonly wrongLineEnds: number
  /** Last lines of a paragraph that are one Chinese character, its marks aside. */
  readonly loneCharacters: number
  /** First or last lines of a paragraph that a page end parts from all its others; `undefined` where the text is not known. */
  readonly loneLines?: number
  readonly pictures: {
    readonly count: number
    /** Pictures with fewer than 150 pixels to the inch as they are printed. */
    readonly below150: number
    /** Of the coarsest, in whole pixels to the inch; 0 without pictures. */
    readonly lowestDpi: number
  }
}

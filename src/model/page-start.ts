/** Where a printed page begins in the text of the book, so that other outputs can mark its pages. */
export interface PageStart {
  /** As printed: `iv`, `12`. */
  readonly folio: string
  /** Anchor of the chapter whose text the page begins with. */
  readonly chapter: string
  /**
   * UTF-16 units of the chapter's body before it: of all its texts in order, white space included, those in `.page-ref` and
   * `[data-page-of]` left out. 0 for the chapter's first page.
   */
  readonly offset: number
}

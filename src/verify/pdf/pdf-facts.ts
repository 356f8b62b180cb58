/** What a PDF says, read from its bytes alone. Lengths are points; the origin of a page is its bottom left corner. */
export interface PdfFacts {
  readonly pages: readonly PdfPage[]
  readonly links: readonly PdfLink[]
  /** In the order of the outline, flat. */
  readonly outline: readonly PdfOutlineItem[]
  readonly fonts: readonly PdfFont[]
  /** Marked, with a tree of structure. */
  readonly tagged: boolean
  /** BCP 47, of the catalog. */
  readonly language: string | undefined
  /** Of the information dictionary. */
  readonly title: string | undefined
  readonly metadata: PdfMetadata
  /** Embedded files. */
  readonly attachments: readonly PdfAttachment[]
}

export interface PdfPage {
  /** From 0. */
  readonly index: number
  /** As a viewer shows it: `iv`, `12`; without page labels the count from 1. */
  readonly label: string
  readonly width: number
  readonly height: number
  /** In the order they are painted. */
  readonly runs: readonly TextRun[]
  /** Paths, pictures and stretches of text that are painted outside all marked content. */
  readonly unmarked: number
  /** Glyphs that stand for no character: the empty box of a font (`.notdef`). */
  readonly missing: number
  readonly pictures: readonly PdfPicture[]
}

/** A picture as it is painted. */
export interface PdfPicture {
  readonly widthPx: number
  readonly heightPx: number
  /** On the page, in points. */
  readonly width: number
  readonly height: number
}

/** Text painted in one go: one font, one size, one line, no gap wider than a space. Spaces are within. */
export interface TextRun {
  /** As the font's own table of characters says, so as viewers see it that know no `ActualText`. */
  readonly text: string
  /** Start of each UTF-16 unit of `text` on the line. */
  readonly starts: readonly number[]
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  /** Of the font, scaled as it is painted. */
  readonly size: number
  /** Name as in {@link PdfFont}. */
  readonly font: string
  /** Id of its marked content; `undefined` outside the structure. */
  readonly mcid: number | undefined
  /** What stands for it (ISO 32000-2 §14.9.4): whole at the first run it covers, empty at the others. */
  readonly actualText: string | undefined
}

/** A rectangle; `left` < `right`, `bottom` < `top`. */
export interface Rect {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** A place a link lands at. `x` and `y` are `undefined` where the destination shows a whole page. */
export interface PdfPlace {
  readonly page: number
  readonly x: number | undefined
  readonly y: number | undefined
}

export interface PdfLink {
  /** Page it is on, from 0. */
  readonly page: number
  readonly rect: Rect
  /** `undefined`: leads nowhere. */
  readonly target: PdfPlace | {readonly uri: string} | undefined
  /** Whether its mark says that its words are the number of the page it leads to. */
  readonly isPageNumber: boolean
}

export interface PdfOutlineItem {
  readonly title: string
  /** From 1. */
  readonly depth: number
  /** `undefined`: leads nowhere. */
  readonly target: PdfPlace | undefined
}

export interface PdfFont {
  /** Without the six letters of a subset. Empty for a nameless one. */
  readonly name: string
  /** `CIDFontType2` within a `Type0`, and `Type3` and others as they stand. */
  readonly type: string
  readonly embedded: boolean
  readonly hasToUnicode: boolean
}

/** An embedded file (ISO 32000-2 §7.11.4). */
export interface PdfAttachment {
  readonly name: string
  readonly content: Uint8Array
}

export interface PdfMetadata {
  /** Entries of the information dictionary that are text. */
  readonly info: Readonly<Record<string, string>>
  /** The XMP packet; `undefined` when there is none. */
  readonly xmp: string | undefined
}

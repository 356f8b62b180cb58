import type {PageSettings} from '../../model/settings.ts'

/**
 * Measures of a page, in CSS pixels (1/96 inch). The text area is a whole number of pixels and of lines, so that the
 * layout measured on screen and the printed one agree to the pixel.
 */
export interface Geometry {
  /** Name for `@page { size }`. */
  readonly size: string
  readonly widthPx: number
  readonly heightPx: number
  /** Text area. */
  readonly textWidthPx: number
  readonly textHeightPx: number
  /** Margin at the fold; the outer one is what is left. */
  readonly innerPx: number
  readonly outerPx: number
  readonly topPx: number
  /** What is left under the text area. */
  readonly bottomPx: number
  /** Size of the text and distance of its baselines. */
  readonly fontPx: number
  readonly linePx: number
  /** The same for notes; four of their lines are as high as three of the text. Their size is in whole quarters, as all others. */
  readonly noteFontPx: number
  readonly noteLinePx: number
}

interface Choice {
  readonly size: string
  readonly widthMm: number
  readonly heightMm: number
  readonly fontPx: number
  readonly linePx: number
  /** Characters of the text's size to a line. */
  readonly measure: number
  readonly lines: number
  readonly topPx: number
}

const choices: Record<PageSettings['size'], Choice> = {
  A4: {size: 'A4', widthMm: 210, heightMm: 297, fontPx: 14, linePx: 24, measure: 36, lines: 37, topPx: 112},
  Letter: {size: 'letter', widthMm: 215.9, heightMm: 279.4, fontPx: 14, linePx: 24, measure: 36, lines: 35, topPx: 104},
  A5: {size: 'A5', widthMm: 148, heightMm: 210, fontPx: 12.5, linePx: 20, measure: 32, lines: 31, topPx: 80},
}

/** The measures for a size of paper. The text stands a little inward and upward of the middle, mirrored left and right. */
export function geometryOf({size}: PageSettings): Geometry {
  const {measure, lines, fontPx, linePx, topPx, ...paper} = choices[size]
  // Chromium lays print pages out in whole pixels (A4: 794 × 1,123). To check: print a block of 5,000,000 px and count.
  const widthPx = Math.round(paper.widthMm / 25.4 * 96)
  const heightPx = Math.round(paper.heightMm / 25.4 * 96)
  const textWidthPx = measure * fontPx
  const textHeightPx = lines * linePx
  const innerPx = Math.round((widthPx - textWidthPx) * 0.46)
  return {
    size: paper.size,
    widthPx,
    heightPx,
    textWidthPx,
    textHeightPx,
    innerPx,
    outerPx: widthPx - textWidthPx - innerPx,
    topPx,
    bottomPx: heightPx - textHeightPx - topPx,
    fontPx,
    linePx,
    noteFontPx: Math.round(4 * 0.82 * fontPx) / 4,
    noteLinePx: linePx * 0.75,
  }
}

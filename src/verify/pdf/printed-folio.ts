import {linesOf, type PdfLine} from './lines-of.ts'
import type {PdfPage, Rect} from './pdf-facts.ts'

/** Whether words are a page number: arabic, or roman in small letters below 400, so that `mix` and `mild` are none. */
export function isFolio(words: string): boolean {
  return words !== '' && /^(?:\d{1,5}|c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))$/.test(words)
}

/**
 * The page number that is printed in a margin, below or above the text area, whatever else stands there. `undefined`
 * when there is none.
 */
export function printedFolio(page: PdfPage, textArea: Rect): string | undefined {
  const inMargins = linesOf(page).filter(({y}) => y < textArea.bottom || y > textArea.top)
  const below = inMargins.filter(({y}) => y < textArea.bottom)
  return [...below, ...inMargins].flatMap(piecesOf).find(isFolio)
}

/** Words of a line that stand apart from each other by more than their size. */
function piecesOf({runs, size}: PdfLine): readonly string[] {
  const pieces: string[] = []
  let end = -Infinity
  for (const run of runs) {
    if (run.x - end > size) pieces.push('')
    pieces.push((pieces.pop() ?? '') + run.text)
    end = run.x + run.width
  }
  return pieces.map(piece => piece.trim())
}

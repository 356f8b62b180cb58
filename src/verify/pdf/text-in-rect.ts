import type {PdfPage, Rect, TextRun} from './pdf-facts.ts'

/** The characters whose middle is within a rectangle and whose baseline is, in the order they are painted. */
export function textInRect(page: PdfPage, rect: Rect): string {
  return page.runs
    .filter(run => run.y >= rect.bottom && run.y <= rect.top && run.x < rect.right && run.x + run.width > rect.left)
    .map(run => partWithin(run, rect))
    .join('')
}

/** Units that share a start are one glyph, so they share its end. */
function partWithin({text, starts, x, width}: TextRun, {left, right}: Rect): string {
  let end = x + width
  let last = starts.at(-1) ?? x
  let words = ''
  for (let unit = text.length - 1; unit >= 0; unit--) {
    const start = starts[unit] ?? x
    if (start < last) {
      end = last
      last = start
    }
    const middle = (start + end) / 2
    if (middle >= left && middle <= right) words = text.charAt(unit) + words
  }
  return words
}

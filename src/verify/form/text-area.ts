import type {PdfFacts, Rect} from '../pdf/pdf-facts.ts'

/**
 * The text area of a page, as far as its tagged text tells: right and left pages have areas of their own. Where nothing is
 * tagged the whole page is text.
 */
export function textAreaOf({pages}: PdfFacts): (page: number) => Rect {
  const areas = [0, 1].map((side) => {
    const area = {left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity}
    for (const {index, runs} of pages) {
      if (index % 2 !== side) continue
      for (const {mcid, x, y, width, size, text} of runs) {
        if (mcid === undefined || text.trim() === '') continue
        area.left = Math.min(area.left, x)
        area.right = Math.max(area.right, x + width)
        area.bottom = Math.min(area.bottom, y - 0.3 * size)
        area.top = Math.max(area.top, y + size)
      }
    }
    return area
  })
  return (page) => {
    const area = areas[page % 2]
    const {width = 0, height = 0} = pages[page] ?? {}
    return area && area.left < area.right ? area : {left: 0, bottom: 0, right: width, top: height}
  }
}

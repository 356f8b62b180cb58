import type {PrintForm} from '../../model/print-form.ts'
import {linesOf, type PdfLine} from '../pdf/lines-of.ts'
import type {PdfFacts, PdfPage, Rect, TextRun} from '../pdf/pdf-facts.ts'

/** What must be known to measure lines. */
export interface FormExpectations {
  textAreaOf(page: number): Rect
}

const wrongStart = /^[，。、；：！？）》」』】”’〉〕]/u
const wrongEnd = /[（《「『【“‘〈〔]$/u
const alone = /^\p{Script=Han}\p{P}*$/u
const han = /\p{Script=Han}/u
const finest = 150

/** Counts what a reader would mend: lines that begin or end as they may not, characters alone in a line, coarse pictures. */
export function measureForm(facts: PdfFacts, {textAreaOf}: FormExpectations): PrintForm {
  let [wrongLineStarts, wrongLineEnds, loneCharacters] = [0, 0, 0]
  for (const page of facts.pages) {
    if (!page.runs.some(({text}) => han.test(text))) continue
    const area = textAreaOf(page.index)
    const lines = linesWithin(page, area)
    lines.forEach((line, index) => {
      const text = line.text.trim()
      if (!han.test(text)) return
      if (wrongStart.test(text)) wrongLineStarts++
      if (wrongEnd.test(text)) wrongLineEnds++
      if (alone.test(text) && followsFullLine(line, lines[index - 1], area)) loneCharacters++
    })
  }
  const dpis = facts.pages.flatMap(({pictures}) => pictures).filter(({width, height}) => width > 1 && height > 1).map(({widthPx, heightPx, width, height}) => Math.min(widthPx / width, heightPx / height) * 72)
  return {
    wrongLineStarts, wrongLineEnds, loneCharacters,
    pictures: {count: dpis.length, below150: dpis.filter((dpi) => dpi < finest - 0.5).length, lowestDpi: dpis.length === 0 ? 0 : Math.round(Math.min(...dpis))},
  }
}

/** Lines of the text area; what stands in columns beside each other are lines of their own. */
function linesWithin(page: PdfPage, area: Rect): PdfLine[] {
  return linesOf({...page, runs: page.runs.filter(isWords)}).filter(({y}) => y >= area.bottom && y <= area.top).flatMap(columnsOf)
}

/** No call, which stands raised, and no code, whose lines break anywhere. */
function isWords({font, mcid}: TextRun): boolean {
  return mcid !== undefined && !/code|mono/i.test(font)
}

function columnsOf(line: PdfLine): PdfLine[] {
  const columns: TextRun[][] = []
  let end = -Infinity
  for (const run of line.runs) {
    if (run.x - end > 2 * line.size) columns.push([])
    columns.at(-1)?.push(run)
    end = Math.max(end, run.x + run.width)
  }
  return columns.map((runs) => {
    const x = runs[0]?.x ?? 0
    return {...line, runs, x, width: Math.max(...runs.map((run) => run.x + run.width)) - x, text: runs.map(({text}) => text).join('')}
  })
}

/** The line above ends at the right edge, and begins where this one does. */
function followsFullLine(line: PdfLine, above: PdfLine | undefined, area: Rect): boolean {
  if (!above || above.y - line.y > 2.4 * line.size || above.y - line.y < 0.5 * line.size) return false
  return above.x + above.width > area.right - 2 * line.size && Math.abs(above.x - line.x) < 3 * line.size
}

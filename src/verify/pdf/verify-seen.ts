import type {VFile} from 'vfile'
import {report} from '../../report/report.ts'
import type {HiddenWords} from './paint-watch.ts'
import type {PdfFacts, PdfPicture} from './pdf-facts.ts'

const reasons: Readonly<Record<HiddenWords['why'], string>> = {
  colour: 'they have almost the colour of what lies behind them',
  size: 'they are too small or too flat to be read',
  'cut off': 'they lie outside of what is shown',
  covered: 'something is painted over them',
  'piled up': 'their letters lie on one another',
}
/** Pages that are told of. */
const mostSaid = 3

/**
 * Whatever is printed can be seen: against the colours behind it, whole, at a size that an eye reads. Reports
 * `verify-pdf-words-seen`, once a page.
 *
 * @param hidden words of each page that nobody sees
 */
export function verifyWordsSeen(hidden: readonly (readonly HiddenWords[])[], {pages}: Pick<PdfFacts, 'pages'>, file: VFile): void {
  const found = hidden.flatMap((words, index) => (words.length > 0 ? [{words, label: pages[index]?.label ?? String(index + 1)}] : []))
  for (const {words, label} of found.slice(0, mostSaid)) {
    const [first] = words
    const text = words.map((one) => one.text).join('').replace(/\s+/g, ' ').trim()
    report(file, 'verify-pdf-words-seen', `Unexpected words on page ${label} that nobody sees: “${text.length > 60 ? `${text.slice(0, 60)}…` : text}”, expected words that can be read: ${first ? reasons[first.why] : ''}`)
  }
  if (found.length > mostSaid) report(file, 'verify-pdf-words-seen', `Unexpected words that nobody sees on ${found.length - mostSaid} further pages`)
}

/** A box comes in whole pixels of the browser: three quarters of a point; what is smaller is no distortion. */
const grid = 0.8

/** Pictures keep the proportions of their pixels. Reports `verify-pdf-picture-proportion`, once a page. */
export function verifyProportions({pages}: Pick<PdfFacts, 'pages'>, file: VFile): void {
  for (const {label, pictures} of pages) {
    const wrong = pictures.find(isDistorted)
    if (wrong) report(file, 'verify-pdf-picture-proportion', `Unexpected proportions of a picture on page ${label}: ${Math.round(wrong.width)} × ${Math.round(wrong.height)} pt, expected those of its ${wrong.widthPx} × ${wrong.heightPx} pixels`)
  }
}

function isDistorted({widthPx, heightPx, width, height}: PdfPicture): boolean {
  if (widthPx === 0 || heightPx === 0) return false
  const [high, wide] = [width * heightPx / widthPx, height * widthPx / heightPx]
  return Math.abs(high - height) > grid + 0.01 * height && Math.abs(wide - width) > grid + 0.01 * width
}

import type {VFile} from 'vfile'
import {report} from '../../report/report.ts'
import type {PdfFacts, Rect, TextRun} from './pdf-facts.ts'

/** What must be known besides the PDF to judge its look. */
export interface PrintExpectations {
  textAreaOf(page: number): Rect
  /** Size of the running text in points. */
  readonly bodySizePt: number
}

/** What of a page is covered. */
export interface PrintedArea {
  coveredOf(page: number): Pick<Rect, 'bottom' | 'top'> | undefined
}

/** Fonts are in the file, with names and tables of characters, none drawn by hand. Reports `verify-pdf-fonts`. */
export function verifyFonts(facts: PdfFacts, file: VFile): void {
  for (const {name, type, embedded, hasToUnicode} of facts.fonts) {
    const faults = [
      type === 'Type3' && 'it is made of drawings (Type 3)',
      !embedded && 'it is not in the file',
      !hasToUnicode && 'its characters are not named',
    ].filter(Boolean)
    if (faults.length > 0) report(file, 'verify-pdf-fonts', `Unexpected font ${name || 'without a name'}, expected one of ours: ${faults.join(', ')}`)
  }
}

/** Least part of all text that has the size of the body: in a book with many notes these are the larger part. */
const leastBody = 0.05

/** All sizes are set in quarters of a CSS pixel; hardly one is, where a browser shrinks them. In points. */
const sizeStepPt = 0.1875
const leastInSteps = 0.95

/**
 * The pages are printed at their own scale: the text of the body has the size it was set in. A browser shrinks every page
 * when one word is too wide. Reports `verify-pdf-scale`.
 */
export function verifyScale(facts: PdfFacts, {bodySizePt}: PrintExpectations, file: VFile): void {
  const lengths = new Map<number, number>()
  for (const run of facts.pages.flatMap(({runs}) => runs)) {
    const size = Math.round(run.size * 20) / 20
    lengths.set(size, (lengths.get(size) ?? 0) + run.text.length)
  }
  const sizes = [...lengths].sort((a, b) => b[1] - a[1])
  const sum = (some: typeof sizes): number => some.reduce((total, [, length]) => total + length, 0)
  const [commonest] = sizes[0] ?? [bodySizePt]
  const body = sum(sizes.filter(([size]) => Math.abs(size - bodySizePt) < 0.06))
  if (body >= leastBody * sum(sizes)) return
  // A book that is nearly all notes.
  const inSteps = facts.pages.flatMap(({runs}) => runs).reduce((total, {size, text}) => total + (Math.abs(size / sizeStepPt - Math.round(size / sizeStepPt)) < 0.01 ? text.length : 0), 0)
  if (body > 0 && inSteps >= leastInSteps * sum(sizes)) return
  report(file, 'verify-pdf-scale', `Unexpected size of the text, ${commonest} pt, expected ${bodySizePt} pt: something is wider than the page, and the browser shrank them all`)
}

/** How far text may hang out into the margin, in parts of its size; of a full-width mark it is the blank half. */
const overhang = (edge: string | undefined): number => (/[\p{P}]/u.test(edge ?? '') ? 0.55 : 0.15)

/**
 * Nothing runs out of the text area to the left or right. (What a browser clips at the page's margins is not printed at
 * all: that is for a comparison of the words to find.) Reports `verify-pdf-inside-margins`, once a page.
 */
export function verifyInsideMargins(facts: PdfFacts, {textAreaOf}: PrintExpectations, file: VFile): void {
  for (const {index, label, runs} of facts.pages) {
    const area = textAreaOf(index)
    const outside = runs.find(run => isWithinHeight(run, area) && run.text.trim() !== ''
      && (run.x < area.left - overhang(run.text[0]) * run.size || endOfText(run) > area.right + overhang(run.text.trimEnd().at(-1)) * run.size))
    if (outside) report(file, 'verify-pdf-inside-margins', `Unexpected text in the margin of page ${label}, expected it inside the text area: “${shortened(outside.text)}”`)
  }
}

/** Spaces at the end of a line hang into the margin and are not seen. */
function endOfText({text, starts, x, width}: TextRun): number {
  const seen = text.trimEnd().length
  return seen < text.length ? starts[seen] ?? x + width : x + width
}

function isWithinHeight({y}: TextRun, area: Rect): boolean {
  return y >= area.bottom && y <= area.top
}

/** Marks hang as low as their letters have them. */
const loneMarks = /[\p{M}\s\u2060]+/gu

/** No line stands where the page is covered: the browser would have set it lower than it was planned. Reports `verify-pdf-words-seen`. */
export function verifyUncovered(facts: PdfFacts, {coveredOf}: Pick<PrintedArea, 'coveredOf'>, file: VFile): void {
  for (const {index, label, runs} of facts.pages) {
    const covered = coveredOf(index)
    const hidden = covered && runs.find(({text, size, y}) => text.replace(loneMarks, '') !== '' && y < covered.top - size / 2 && y > covered.bottom + size / 4)
    if (hidden) report(file, 'verify-pdf-words-seen', `Unexpected words on page ${label} that nobody sees: “${shortened(hidden.text)}”, expected words that can be read: they stand below the last line of the page`)
  }
}

/** Lines do not print over each other. Reports `verify-pdf-no-overlap`, once a page. */
export function verifyNoOverlap(facts: PdfFacts, file: VFile): void {
  for (const {label, runs} of facts.pages) {
    const ordered = runs.filter(({text}) => text.trim() !== '').sort((a, b) => b.y - a.y)
    const found = ordered.find((run, index) => overlapped(run, ordered, index))
    if (found) report(file, 'verify-pdf-no-overlap', `Unexpected text over text on page ${label}, expected a line of its own: “${shortened(found.text)}”`)
  }
}

/**
 * Whether a run further down stands in this one: nearer than half a line, and beside it by more than a character. Where a
 * full-width mark closes and one opens, the blank halves of both are just that.
 */
function overlapped(run: TextRun, ordered: readonly TextRun[], index: number): boolean {
  for (let below = index + 1; below < ordered.length; below++) {
    const other = ordered[below] as TextRun
    const nearest = Math.min(run.size, other.size)
    if (run.y - other.y >= nearest / 2) return false
    const common = Math.min(endOfText(run), endOfText(other)) - Math.max(run.x, other.x)
    if (common > 1.01 * nearest && nearest > 0.7 * Math.max(run.size, other.size)) return true
  }
  return false
}

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}

import type {PdfFacts, PdfPage, TextRun} from '../pdf/pdf-facts.ts'
import type {PdfStructure} from '../pdf/read-structure.ts'
import {StreamBuilder, type LanguageHere, type TextStream} from './text-stream.ts'

/** What is painted on the pages of a PDF, in the order in which its structure says it is to be read. */
export interface PaintedText {
  readonly stream: TextStream
  /** Text that is no part of the structure, page by page. */
  readonly loose: readonly (readonly TextRun[])[]
  /** Numbers and dots of list items, as far as they are part of the structure. */
  readonly labels: readonly TextRun[]
  /** Cells of table heads that are painted again on a later page. */
  readonly repeatedHeads: number
  readonly faults: readonly PaintedFault[]
}

/** Something that only a proof of the structure can see. */
export interface PaintedFault {
  readonly page: number
  readonly says: string
}

/** Noted in the stream: from here on text is on a page. */
export interface PageHere {
  readonly page: number
}

/** Whether what is noted in a stream is a {@link PageHere}. */
export function isPageHere(what: unknown): what is PageHere {
  return typeof what === 'object' && what !== null && 'page' in what
}

/** Noted in the stream: a line begins. */
export interface LineHere {
  /** Height of its baseline on the page, in points. */
  readonly baseline: number
}

/** How text is read: as the codes of the font say, or as what is written to stand for it where something is. */
export type Reading = 'codes' | 'actual'

const dots = /^[•◦●○◉◎▲△﹅﹆\s]+$/
/** Dots that stress characters are painted at this share of their size, or smaller. */
const dotSize = 0.6

/** Reads the painted text in the order of the structure. */
export function paintedText({pages, language: own = ''}: PdfFacts, structure: PdfStructure, reading: Reading): PaintedText {
  const stream = new StreamBuilder({isPrint: true})
  const byMark = pages.map(runsByMark)
  const used: boolean[][] = pages.map(() => [])
  const faults: PaintedFault[] = []
  const labels: TextRun[] = []
  const {mcids, pages: pageOf, roles, languages} = structure
  let repeatedHeads = 0
  let before: TextRun | undefined
  let beforePage = -1
  let lastIndex = -1
  for (let index = 0; index < mcids.length; index++) {
    const page = pageOf[index] as number
    const mcid = mcids[index] as number
    const marks = used[page]
    if (!marks) continue
    if (marks[mcid]) faults.push({page, says: `marked content ${mcid} twice in the structure`})
    if (mcid >= 0 && mcid <= mostMarks) marks[mcid] = true
    const runs = byMark[page]?.[mcid]
    if (roles[index] === 'head' && isEmptyAgain(structure, index, byMark)) faults.push({page, says: 'head of a table that goes on, without its words'})
    if (!runs) continue
    if (roles[index] === 'label') {
      labels.push(...runs)
      continue
    }
    if (roles[index] === 'head' && repeats(structure, index, byMark)) {
      repeatedHeads++
      continue
    }
    if (page !== beforePage) stream.note({page} satisfies PageHere)
    if (languages[index] !== languages[lastIndex] || lastIndex < 0) stream.note({language: languages[index] ?? own} satisfies LanguageHere)
    lastIndex = index
    for (const run of withoutDots(runs, page, faults)) {
      if (page !== beforePage || (before && !isBeside(before, run))) stream.apart()
      if (page !== beforePage || !before || Math.abs(before.y - run.y) >= 0.8 * Math.max(before.size, run.size)) stream.note({baseline: run.y} satisfies LineHere)
      stream.add(reading === 'actual' ? run.actualText ?? run.text : run.text)
      before = run
      beforePage = page
    }
  }
  const loose = pages.map((page, index) => page.runs.filter(({mcid}) => mcid === undefined || used[index]?.[mcid] !== true))
  return {stream: stream.finish(), loose, labels, repeatedHeads, faults}
}

/** Runs of a page by the number of their marked content. */
type RunsByMark = readonly (readonly TextRun[] | undefined)[]

/** A number that no page of ours comes near: a damaged file may have any. */
const mostMarks = 1_000_000

function runsByMark({runs}: PdfPage): RunsByMark {
  const marks: TextRun[][] = []
  for (const run of runs) {
    const {mcid} = run
    if (mcid === undefined || mcid < 0 || mcid > mostMarks) continue
    const known = marks[mcid]
    if (known) known.push(run)
    else marks[mcid] = [run]
  }
  return marks
}

/** A cell of a table's head is painted again on every page that the table goes on to: same element, same words. */
function repeats(structure: PdfStructure, index: number, byMark: readonly RunsByMark[]): boolean {
  const first = firstOf(structure, index)
  return first !== index && wordsAt(structure, first, byMark) === wordsAt(structure, index, byMark)
}

/** Whether a cell that has words is painted again without any. */
function isEmptyAgain(structure: PdfStructure, index: number, byMark: readonly RunsByMark[]): boolean {
  const first = firstOf(structure, index)
  return first !== index && wordsAt(structure, index, byMark).trim() === '' && wordsAt(structure, first, byMark).trim() !== ''
}

/** Where the element of a piece is painted first, if it is painted once a page. */
function firstOf({pages, elements}: PdfStructure, index: number): number {
  let first = index
  while (first > 0 && elements[first - 1] === elements[index] && pages[first - 1] !== pages[index]) first--
  return first
}

function wordsAt({mcids, pages}: PdfStructure, at: number, byMark: readonly RunsByMark[]): string {
  return byMark[pages[at] as number]?.[mcids[at] as number]?.map(({text}) => text).join('') ?? ''
}

/** Runs without the dots that stress characters, once it is sure that there is one dot for each of them. */
function withoutDots(runs: readonly TextRun[], page: number, faults: PaintedFault[]): readonly TextRun[] {
  let [smallest, largest] = [Infinity, 0]
  for (const {size} of runs) {
    if (size < smallest) smallest = size
    if (size > largest) largest = size
  }
  if (smallest >= dotSize * largest) return runs
  const isDot = ({text, size}: TextRun): boolean => size < dotSize * largest && dots.test(text)
  const stressed = runs.filter((run) => !isDot(run))
  const count = (some: readonly TextRun[], pattern: RegExp): number => some.reduce((sum, {text}) => sum + (text.match(pattern)?.length ?? 0), 0)
  // Signs that are no letters may have one or not, and many of them share one: a face and its skin, a letter and its marks.
  const letters = stressed.map((run) => ({...run, text: run.text.normalize('NFKC')}))
  const [least, most] = [count(stressed, /[\p{L}\p{N}]/gu), count(letters, /[^\s\p{Z}]/gu)]
  const painted = count(runs.filter(isDot), /\S/gu)
  if (stressed.length < runs.length && (painted < least || painted > most)) faults.push({page, says: `${painted} dots for ${least} stressed characters: “${stressed.map(({text}) => text).join('').slice(0, 40)}”`})
  return stressed
}

/** On the same line, and right behind it: a gap as wide as a space may be one. A raised call stands half its line higher. */
function isBeside(before: TextRun, run: TextRun): boolean {
  const size = Math.max(before.size, run.size)
  const gap = run.x - before.x - before.width
  return Math.abs(before.y - run.y) < 0.8 * size && gap > -0.5 * size && gap < size / 6
}

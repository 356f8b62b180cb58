import type {Element, Nodes} from 'hast'
import type {VFile} from 'vfile'
import type {Book, Chapter} from '../../model/book.ts'
import {markupText} from '../../model/markup-text.ts'
import {report} from '../../report/report.ts'
import type {PdfFacts, PdfPage, Rect, TextRun} from '../pdf/pdf-facts.ts'
import type {ContinuedNote} from './continued-notes.ts'
import type {PaintedText} from './painted-text.ts'
import {compareTexts, isTurned} from './compare-texts.ts'
import {bareInPrint, inPrint} from './text-stream.ts'

interface LooseInput {
  readonly painted: PaintedText
  /** Chapter of each page. */
  readonly chapters: readonly (Chapter | undefined)[]
  textAreaOf(page: number): Rect
  readonly book: Book
  /** What stands above notes that go on, by page. */
  readonly continued: ReadonlyMap<number, readonly ContinuedNote[]>
}

/**
 * Judges the text that is no part of the structure: above the text area the running head of the chapter, below it the
 * folio, and within it only the numbers and dots of lists, as many as there are items with numbers, and one line above a
 * note that goes on.
 *
 * Reports `verify-audit-pdf-loose`, once a page.
 */
export function verifyLooseText(facts: PdfFacts, {painted, chapters, textAreaOf, book, continued}: LooseInput, file: VFile): void {
  const labels: string[] = painted.labels.map(({text}) => bareInPrint(text))
  facts.pages.forEach((page, index) => {
    const area = textAreaOf(index)
    const parts = partsOf(painted.loose[index] ?? [], area)
    const expected = furnitureOf(page, chapters, index)
    const wrong = isHead(parts.above, expected.head) ? (parts.below === expected.folio ? undefined : [parts.below, expected.folio]) : [parts.above, expected.head]
    if (wrong) report(file, 'verify-audit-pdf-loose', `Unexpected “${wrong[0]}” in the margin of page ${page.label}, expected ${wrong[1] ? `“${wrong[1]}”` : 'nothing'}`)
    const marked = takeContinued(parts.within, continued.get(index) ?? [])
    if (marked.lost !== undefined) report(file, 'verify-audit-pdf-loose', `Unexpected note that goes on on page ${page.label} without a mark, expected “${marked.lost}” above it`)
    for (const words of marked.others.flatMap(({text}) => text.trim().split(/\s+/))) {
      if (/^(?:\d+[.)]?|[•◦▪‣○●■□–-])?$/u.test(words)) labels.push(words)
      else report(file, 'verify-audit-pdf-loose', `Unexpected “${words}” on page ${page.label} that no tag is about, expected all text of the book to have its place in the structure`)
    }
  })
  verifyNumbers(labels.filter((label) => /\d/.test(label)), book, file)
}

function even(words: string): string {
  return inPrint(words).replace(/\s+/g, ' ').trim()
}

function partsOf(runs: readonly TextRun[], area: Rect): {above: string; below: string; within: TextRun[]} {
  const join = (some: readonly TextRun[]): string => even(some.map(({text}) => text).join(''))
  return {
    above: join(runs.filter(({y}) => y > area.top)),
    below: join(runs.filter(({y}) => y < area.bottom)),
    within: runs.filter(({y}) => y >= area.bottom && y <= area.top),
  }
}

/** Takes the line above a note that goes on from the loose text of a page; `lost` are its words where they are wanted and not there. */
function takeContinued(runs: readonly TextRun[], wanted: readonly ContinuedNote[]): {others: readonly TextRun[]; lost: string | undefined} {
  const sure = wanted.find(({isSure}) => isSure)
  for (const {words} of sure ? [sure] : wanted) {
    const heights = new Set(runs.map(({y}) => Math.round(y)))
    const height = [...heights].find((one) => bareInPrint(runs.filter(({y}) => Math.round(y) === one).map(({text}) => text).join('')) === bareInPrint(words))
    if (height !== undefined) return {others: runs.filter(({y}) => Math.round(y) !== height), lost: undefined}
  }
  return {others: runs, lost: sure?.words}
}

/** A chapter's first page has no running head; a blank page, and one of a chapter without running heads, has nothing. */
function furnitureOf(page: PdfPage, chapters: LooseInput['chapters'], index: number): {head: string; folio: string} {
  const chapter = chapters[index]
  const isBlank = page.runs.every(({text}) => text.trim() === '')
  if (!chapter?.runningHead || isBlank) return {head: '', folio: ''}
  const {part, chapter: name} = chapter.runningHead
  const isFirst = chapters[index - 1] !== chapter
  return {head: isFirst ? '' : even(markupText(index % 2 === 0 ? name : part)), folio: page.label}
}

/** A running head that is too long for its line ends with dots. */
function isHead(found: string, expected: string): boolean {
  if (found === expected || compareTexts(expected, found, {hasLines: true}).unexplained === 0) return true
  const cut = found.replace(/(?:\.{3}|…)$/, '')
  if (cut === found || cut.length < 8) return false
  const {difference} = compareTexts(expected, cut, {hasLines: true})
  return difference?.found === '' || (isTurned(expected) && without([...cut], [...expected]).length === 0)
}

/** The numbers of lists, whatever the order in which the pages have them. */
function verifyNumbers(found: readonly string[], book: Book, file: VFile): void {
  if (found.length === 0) return
  const expected = book.chapters.filter(({kind}) => kind === 'article' || kind === 'exhibit').flatMap((chapter) => [...numbersIn(chapter.body), ...chapter.notes.flatMap((note) => note.children.flatMap(numbersIn))])
  const lost = without(expected, found.map((one) => one.replace(/\D/g, '')))
  const more = without(found.map((one) => one.replace(/\D/g, '')), expected)
  if (lost.length + more.length === 0) return
  report(file, 'verify-audit-pdf-loose', `Unexpected numbers of list items in ${file.path}: ${more.length > 0 ? `${more.slice(0, 5).join(', ')} too many` : ''}${lost.length > 0 ? ` ${lost.slice(0, 5).join(', ')} missing` : ''}, expected one for each item`)
}

function numbersIn(node: Nodes): string[] {
  if (!('children' in node)) return []
  if (node.type !== 'element' || node.tagName !== 'ol' || hasNoNumbers(node)) return node.children.flatMap(numbersIn)
  let number = Number(node.properties['start'] ?? 1) - 1
  return node.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName !== 'li') return numbersIn(child)
    number++
    return [...(isTask(child) ? [] : [String(number)]), ...numbersIn(child)]
  })
}

/** Lists of the templates have none; those of sources have no classes. */
function hasNoNumbers({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('contents')
}

function isTask({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('task-list-item')
}

/** What is left of one list when each of another has been taken from it once. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const one of others) counts.set(one, (counts.get(one) ?? 0) + 1)
  return some.filter((one) => {
    const left = counts.get(one) ?? 0
    counts.set(one, left - 1)
    return left <= 0
  })
}

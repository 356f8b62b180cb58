import type {Nodes} from 'hast'
import type {Book, Chapter} from '../../model/book.ts'
import {once} from '../../model/once.ts'
import type {PageStart} from '../../model/page-start.ts'
import type {OpenPage} from '../browser/open-page.ts'
import type {Plan} from './plan-pages.ts'
import {printed} from './printed-text.ts'

/**
 * Finds where each page with a printed folio begins in the text. To be asked while the page is still one column, with
 * the plan it was measured for.
 */
export async function findPageStarts(page: OpenPage, book: Book, {pageTops}: Plan): Promise<readonly PageStart[]> {
  const tops = pageTops.filter(({chapter}) => book.chapters[chapter]?.runningHead)
  const counts = await page.evaluate(signsBefore, tops.map(({chapter, block, topPx}) => ({chapter, block: block ?? -1, topPx: topPx ?? -1})))
  const finders = book.chapters.map((chapter) => once(() => offsetFinder(chapter)))
  return tops.flatMap(({folio, chapter: index}, at) => {
    const offset = finders[index]?.()(counts[at] ?? 0)
    return offset === undefined ? [] : [{folio, chapter: book.chapters[index]?.id ?? '', offset}]
  })
}

/** Finds the place behind a count of signs as they are printed. Not every space of the Book is in the page, so these are not counted. */
export function offsetFinder({body}: Pick<Chapter, 'body'>): (signs: number) => number {
  // In short pieces: there are texts of a thousand pages.
  const texts: {readonly value: string; readonly offset: number; readonly signs: number}[] = []
  const total = {offset: 0, signs: 0}
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && isPageNumber(node.properties)) return
    if ('children' in node) node.children.forEach(walk)
    if (node.type !== 'text') return
    for (const [value] of node.value.matchAll(pieces)) {
      texts.push({value, ...total})
      total.offset += value.length
      total.signs += signsOf(value)
    }
  }
  walk(body)
  return (signs) => {
    const text = texts.findLast((one) => one.signs <= signs)
    if (signs === 0 || !text) return 0
    if (signs >= total.signs) return total.offset
    const ends = [...characters.segment(text.value)].map(({index, segment}) => index + segment.length)
    let [place, end] = [0, ends.length]
    while (place < end) {
      const middle = (place + end) >> 1
      if (signsOf(text.value.slice(0, ends[middle])) > signs - text.signs) end = middle
      else place = middle + 1
    }
    return text.offset + (ends[place - 1] ?? 0)
  }
}

/** No mark is parted from its letter, no picture of several from its parts. */
const pieces = /[^]{1,256}(?:[\p{M}\p{Emoji_Modifier}\ufe0e\ufe0f]|\u200d[^]?)*/gu

const characters = new Intl.Segmenter()

function signsOf(text: string): number {
  return printed(text).replace(/\s/g, '').length
}

function isPageNumber({className, dataPageOf}: Readonly<Record<string, unknown>>): boolean {
  return dataPageOf !== undefined || (Array.isArray(className) && className.includes('page-ref'))
}

/**
 * Units of text before each place, white space and page numbers left out. Runs in the browser: it may use nothing of this file.
 *
 * @param places `topPx`: height of the line within the chapter's column, -1 for the beginning of the block; `block`: -1 for the end of the chapter
 */
export function signsBefore(places: readonly {readonly chapter: number; readonly block: number; readonly topPx: number}[]): number[] {
  const blocksOf = (globalThis as typeof globalThis & {measuredBlocks: {block: HTMLElement}[][]}).measuredBlocks
  const chapters = [...document.querySelectorAll<HTMLElement>('section.chapter')].map((chapter) => chapter.querySelector<HTMLElement>(':scope > .flow') as HTMLElement)
  /** Flows of the texts among those of the notes: each chapter has its text's, then one for each of its notes. */
  const flows = chapters.map((flow) => 1 + (flow.parentElement?.querySelectorAll(':scope > .feet > .note').length ?? 0))
  const flowOf = (chapter: number): number => flows.slice(0, chapter).reduce((sum, count) => sum + count, 0)
  const signsIn = (words: string): number => words.replace(/\s/g, '').length
  const textsIn = (root: Node): Text[] => {
    const texts: Text[] = []
    for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode();) texts.push(walker.currentNode as Text)
    return texts.filter((text) => !text.parentElement?.closest('.page-ref, [data-page-of]'))
  }
  const known = new Map<number, {before: Map<Text, number>; total: number}>()
  const textsOf = (chapter: number): {before: Map<Text, number>; total: number} => {
    const made = {before: new Map<Text, number>(), total: 0}
    for (const text of textsIn(chapters[chapter] as HTMLElement)) {
      made.before.set(text, made.total)
      made.total += signsIn(text.data)
    }
    known.set(chapter, made)
    return made
  }
  const textTop = (flow: HTMLElement): number => flow.getBoundingClientRect().top + parseFloat(getComputedStyle(flow).paddingTop)
  const range = document.createRange()
  const topOf = (text: Text, offset: number): number | undefined => {
    if (offset < 0) return undefined
    range.setStart(text, offset)
    range.setEnd(text, Math.min(text.data.length, offset + 1))
    return range.getClientRects()[0] && (range.getBoundingClientRect().top + range.getBoundingClientRect().bottom) / 2
  }

  /** The first character at or below a height; characters without boxes (collapsed spaces) belong to what follows. */
  function offsetBelow(texts: readonly Text[], y: number): readonly [Text, number] | undefined {
    for (const text of texts) {
      let last = text.data.length - 1
      let lastTop = topOf(text, last)
      while (lastTop === undefined && last > 0) lastTop = topOf(text, --last)
      if (lastTop === undefined || lastTop < y) continue
      let low = 0
      let high = last
      while (low < high) {
        const middle = (low + high) >> 1
        let probe = middle
        let top = topOf(text, probe)
        while (top === undefined && probe < last) top = topOf(text, ++probe)
        if (top !== undefined && top < y) low = probe + 1
        else high = middle
      }
      return [text, low]
    }
    return undefined
  }
  return places.map(({chapter, block, topPx}) => {
    const {before, total} = known.get(chapter) ?? textsOf(chapter)
    const element = block < 0 ? undefined : blocksOf[flowOf(chapter)]?.[block]?.block
    if (!element) return total
    // A value begins with its label, which floats beside it; a picture with the words behind it.
    const first = element.tagName === 'DD' ? (element.previousElementSibling ?? element) : element
    if (topPx < 0) return [...before].find(([text]) => text.data.trim() !== '' && (first.contains(text) || (first.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0))?.[1] ?? total
    const found = offsetBelow(textsIn(element), topPx + textTop(chapters[chapter] as HTMLElement))
    return found ? (before.get(found[0]) ?? 0) + signsIn(found[0].data.slice(0, found[1])) : total
  })
}

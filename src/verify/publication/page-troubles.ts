import type {Nodes as HastNodes} from 'hast'
import type {Element, Nodes} from 'xast'
import type {Book} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import {markupText} from '../../model/markup-text.ts'
import type {PageStart} from '../../model/page-start.ts'
import {findTarget} from './link-troubles.ts'
import {hasWord, wordsOf, type Publication, type XmlFile} from './read-publication.ts'

/** What the list of pages is held against. */
export interface PagesExpected {
  readonly book: Book
  readonly pages: readonly PageStart[]
  /** Paths in reading order, one for each chapter. */
  readonly spine: readonly string[]
}

/** Marks stand before a heading or a link, never within: by so many signs a page may seem to begin too early. */
const longestWhole = 400

/** A list of pages that lacks one, has others, or leads to places where these pages do not begin. */
export function pageTroubles(publication: Publication, navigation: XmlFile, {book, pages, spine}: PagesExpected): string[] {
  const list = navigation.elements.find((one) => one.name === 'nav' && hasWord(one, 'epub:type', 'page-list'))
  const links = list ? elementsIn(list).filter((one) => one.name === 'a') : []
  const listed = links.map((one) => wordsOf(one))
  const wanted = pages.map(({folio}) => folio)
  if (listed.join('\n') !== wanted.join('\n')) return [`Unexpected list of pages: ${listed.join(', ') || 'none'}; expected ${wanted.join(', ') || 'none'}`]
  const marks = [...publication.documents.values()].flatMap(({elements}) => elements.filter((one) => hasWord(one, 'epub:type', 'pagebreak'))).length
  return [
    ...(marks === pages.length ? [] : [`Unexpected number of marks of pages: ${marks}, expected ${pages.length}`]),
    ...pages.flatMap((page, index) => pageTrouble(page, links[index], {publication, navigation, book, spine})),
  ]
}

function pageTrouble(page: PageStart, link: Element | undefined, {publication, navigation, book, spine}: Omit<PagesExpected, 'pages'> & {publication: Publication; navigation: XmlFile}): string[] {
  const {folio, chapter, offset} = page
  const target = link && findTarget(publication, navigation, String(link.attributes['href']))
  if (!target || !hasWord(target.element, 'epub:type', 'pagebreak') || target.element.attributes['aria-label'] !== folio) return [`Unexpected target of page ${folio}, expected the mark of this page`]
  const index = book.chapters.findIndex(({id}) => id === chapter)
  if (target.document.path !== spine[index]) return [`Unexpected mark of page ${folio} in ${target.document.path}, expected it in ${spine[index] ?? 'a chapter'}`]
  const found = signsBefore(target.document, target.element)
  const expected = signsIn(markupText(bookText(book.chapters[index]?.body ?? {type: 'root', children: []}).slice(0, offset)))
  return found <= expected && expected - found < longestWhole ? [] : [`Unexpected mark of page ${folio} after ${found} signs of its chapter, expected it after ${expected}`]
}

function signsIn(text: string): number {
  return text.replace(/\s/g, '').length
}

/** Text of the Book as a `PageStart` counts it. */
function bookText(node: HastNodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && (node.properties['dataPageOf'] !== undefined || (Array.isArray(node.properties['className']) && node.properties['className'].includes('page-ref')))) return ''
  return 'children' in node ? node.children.map(bookText).join('') : ''
}

function signsBefore({root}: XmlFile, mark: Element): number {
  let count = 0
  let isOver = false
  const walk = (one: Nodes): void => {
    if (one === mark) isOver = true
    if (isOver) return
    if (one.type === 'text') count += signsIn(one.value)
    if (one.type === 'element' && (one.name === 'head' || hasWord(one, 'class', 'page-ref') || hasWord(one, 'class', 'folio'))) return
    if ('children' in one) one.children.forEach(walk)
  }
  walk(root)
  return count
}

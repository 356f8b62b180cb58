import type {Element, ElementContent} from 'hast'
import type {Book, Chapter} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import type {PageStart} from '../../model/page-start.ts'
import {addClass, element, hasClass} from '../edition/elements.ts'
import {fillPages, type PlaceNames} from '../edition/fill-pages.ts'
import {linkLists} from '../edition/link-lists.ts'
import {markPages} from '../edition/page-places.ts'
import {headingsIn, settleHeadings} from '../edition/settle-headings.ts'
import {settleTables} from '../edition/settle-tables.ts'
import type {Anchors} from './find-anchors.ts'
import {footnotes} from './footnotes.ts'
import {partLinks} from './part-links.ts'
import {webAddress} from './web-address.ts'

/** What every chapter of a publication needs. */
export interface Bench {
  readonly book: Book
  readonly anchors: Anchors
  readonly names: PlaceNames
  readonly pages: readonly PageStart[]
  /** Where pictures lie, by their name. */
  readonly pictures: ReadonlyMap<string, string>
  /** Takes every anchor that is linked to and not there. */
  readonly onLost: (anchor: string) => void
}

/** What chapters are, to readers (EPUB Structural Semantics 1.1) and to those who listen (DPUB-ARIA 1.1). */
const types: Partial<Record<Chapter['kind'], readonly [type: string, role?: string]>> = {
  cover: ['titlepage'],
  contents: ['toc', 'doc-toc'],
  article: ['chapter', 'doc-chapter'],
  exhibit: ['appendix', 'doc-appendix'],
  chronology: ['appendix', 'doc-appendix'],
  concordance: ['appendix', 'doc-appendix'],
  collation: ['appendix', 'doc-appendix'],
  colophon: ['colophon', 'doc-colophon'],
}

/** The section of a chapter, with its notes at its end, ready to be written. */
export function chapterContent(chapter: Chapter, bench: Bench): Element {
  const {words} = bench.book
  const body = structuredClone(chapter.body)
  markPages(body, bench.pages.filter((one) => one.chapter === chapter.id), (folio) => folio)
  // Rows of the chronology lead to their messages without page numbers, too.
  linkLists([{kind: chapter.kind, body}])
  const settle = (nodes: readonly ElementContent[]): ElementContent[] => partLinks(settleTables(fillPages(nodes, bench.names), {table: words['table'] ?? ''}))
  const [type, role] = types[chapter.kind] ?? []
  const section = element('section', {id: chapter.id, className: ['chapter', `chapter-${chapter.kind}`], ...(type && {'epub:type': type}), ...(role && {role})}, [
    ...settle(body.children as ElementContent[]),
    ...footnotes({chapter, words, contentOf: ({children}) => settle(structuredClone(children) as ElementContent[])}),
  ])
  const headings = headingsIn(section.children)
  settleHeadings(headings, 1)
  if (role === 'doc-toc' || role === 'doc-appendix') nameSection(section, headings[0])
  for (const one of [section, ...elementsIn(section)]) settleElement(one, chapter, bench)
  return section
}

function nameSection(section: Element, heading: Element | undefined): void {
  if (heading?.properties['id'] !== undefined) section.properties['ariaLabelledBy'] = [String(heading.properties['id'])]
}

function settleElement(one: Element, chapter: Chapter, bench: Bench): void {
  if (hasClass(one, 'call')) Object.assign(one.properties, {'epub:type': 'noteref', role: 'doc-noteref'})
  if (hasClass(one, 'page-mark')) one.properties = pageBreak(one)
  const {properties} = one
  if (properties['align'] !== undefined) {
    // HTML has this attribute no more (§16.2).
    addClass(one, `align-${String(properties['align'])}`)
    delete properties['align']
  }
  if (properties['lang'] !== undefined) properties['xmlLang'] = properties['lang']
  if (one.tagName === 'a' && properties['href'] !== undefined) settleLink(one, chapter, bench)
  if (one.tagName === 'img') properties['src'] = bench.pictures.get(String(properties['src'])) ?? ''
  if (properties['id'] !== undefined) properties['id'] = bench.anchors.idOf(String(properties['id']))
  for (const name of ['ariaLabelledBy', 'ariaDescribedBy'] as const) {
    const value = properties[name]
    if (Array.isArray(value)) properties[name] = value.map((id) => bench.anchors.idOf(String(id)))
  }
}

/** Named by its folio alone, as readers expect it. */
function pageBreak({properties: {id, dataFolio}}: Element): Element['properties'] {
  return {className: ['page-mark'], id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: String(dataFolio)}
}

/** A link that leads nowhere keeps its words and is none. */
function settleLink(one: Element, chapter: Chapter, {anchors, onLost}: Bench): void {
  const href = String(one.properties['href'])
  const anchor = href.startsWith('#') ? href.slice(1) : undefined
  const address = anchor === undefined ? webAddress(href) : anchors.hrefOf(anchor, chapter)
  if (anchor !== undefined && address === undefined) onLost(anchor)
  if (address !== undefined) one.properties['href'] = address
  else delete one.properties['href']
}

import type {Element} from 'hast'
import type {Book, NavigationItem} from '../../model/book.ts'
import type {PageStart} from '../../model/page-start.ts'
import {element} from '../edition/elements.ts'
import type {Anchors} from './find-anchors.ts'

/** What the navigation leads to. */
export interface NavInput {
  readonly book: Book
  readonly anchors: Anchors
  readonly pages: readonly PageStart[]
  /** Address of the place where a page begins. */
  readonly pageHref: (page: PageStart) => string
}

/** Contents to the second level, list of exhibits, landmarks, pages of the print (EPUB 3.3 §7). */
export function navContent({book, anchors, pages, pageHref}: NavInput): Element[] {
  const {words, chapters} = book
  const exhibits = chapters.filter(({kind}) => kind === 'exhibit')
  const list = (items: readonly (readonly [href: string | undefined, title: string])[]): Element => element('ol', {}, items.flatMap(([href, title]) => (href === undefined ? [] : [element('li', {}, [link(href, title)])])))
  return [
    navigation({id: 'toc', type: 'toc', role: 'doc-toc', title: words['contents'] ?? ''}, 1, tree(book.navigation, anchors, 2)),
    ...(exhibits.length === 0 ? [] : [navigation({id: 'list-of-exhibits', title: words['list-of-exhibits'] ?? ''}, 2, list(exhibits.map(({id, title}) => [anchors.hrefOf(id), title])))]),
    ...(pages.length === 0 ? [] : [navigation({id: 'page-list', type: 'page-list', role: 'doc-pagelist', title: words['page-list'] ?? ''}, 2, list(pages.map((page) => [pageHref(page), page.folio])))]),
    landmarks(book, anchors),
  ]
}

function navigation({id, type, role, title}: {id: string; type?: string; role?: string; title: string}, level: number, list: Element): Element {
  return element('nav', {id, ...(type && {'epub:type': type}), ...(role && {role}), ariaLabelledBy: [`${id}-title`]}, [element(`h${level}`, {id: `${id}-title`}, [title]), list])
}

function tree(items: readonly NavigationItem[], anchors: Anchors, depth: number): Element {
  return element('ol', {}, items.flatMap(({id, title, children}) => {
    const href = anchors.hrefOf(id)
    if (href === undefined) return []
    return [element('li', {}, [link(href, title), ...(depth > 1 && children.length > 0 ? [tree(children, anchors, depth - 1)] : [])])]
  }))
}

/** A link without words would be none to a reader. */
function link(href: string, title: string, type?: string): Element {
  return element('a', {href, ...(type && {'epub:type': type})}, [title.trim() === '' ? '…' : title])
}

/** Places that readers offer by themselves: title page, contents, beginning of the text, exhibits, colophon. */
function landmarks({chapters, words}: Book, anchors: Anchors): Element {
  const wanted = [
    ['titlepage', chapters.find(({kind}) => kind === 'cover')],
    ['toc', chapters.find(({kind}) => kind === 'contents')],
    ['bodymatter', chapters.find(({part}) => part === 'body')],
    ['appendix', chapters.find(({kind}) => kind === 'exhibit')],
    ['colophon', chapters.find(({kind}) => kind === 'colophon')],
  ] as const
  const found = wanted.flatMap(([type, chapter]) => (chapter ? [element('li', {}, [link(anchors.hrefOf(chapter.id) ?? '', chapter.title, type)])] : []))
  return element('nav', {id: 'landmarks', 'epub:type': 'landmarks', ariaLabelledBy: ['landmarks-title'], hidden: true}, [
    element('h2', {id: 'landmarks-title'}, [words['landmarks'] ?? '']),
    element('ol', {}, found),
  ])
}

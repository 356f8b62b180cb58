import type {Element, ElementContent} from 'hast'
import type {Book, Chapter} from '../../model/book.ts'

/** What pages add to the text beside words: folios, and what stands for what is missing. */
const charactersOfPages = '0123456789ivxlcdm\u2026,'

/**
 * What `placeInPage` adds to the pages, with all its words, once for the chapters of one kind and language: style sheets
 * tell it by these. It stands in the printed document, unseen, until the pages are made.
 */
export function specimenOf(book: Book): Element {
  const alike = new Map<string, Chapter[]>()
  for (const chapter of book.chapters) {
    const key = `${chapter.kind} ${chapter.language}`
    alike.set(key, [...(alike.get(key) ?? []), chapter])
  }
  const language = (own: string): Element['properties'] => (own === book.language ? {} : {lang: own})
  return block('specimen', [...alike.values()].flatMap((chapters) => chapters.slice(0, 1).map(({kind, language: own}) => block(`chapter chapter-${kind}`, [furniture(chapters, book)], language(own)))), {ariaHidden: 'true'})
}

function furniture(chapters: readonly Chapter[], {words}: Book): Element {
  const heads = new Set(chapters.flatMap(({runningHead}) => (runningHead ? [runningHead.part, runningHead.chapter] : [])))
  return block('furniture', ['left', 'right'].map((side) => block(`sheet sheet-${side}`, [
    block('running-head', [{type: 'element', tagName: 'span', properties: {className: ['words']}, children: text([...heads, charactersOfPages].join(' '))}]),
    block('foot-space', [block('note-continued', text(`${words['note-continued'] ?? ''}${charactersOfPages}`))]),
    block('folio-place', text(charactersOfPages)),
  ])))
}

function block(className: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return {type: 'element', tagName: 'div', properties: {className: className.split(' '), ...properties}, children}
}

function text(value: string): ElementContent[] {
  return [{type: 'text', value}]
}

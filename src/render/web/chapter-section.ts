import type {Element, ElementContent} from 'hast'
import type {Chapter} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import type {NamedFile} from '../../model/named-file.ts'
import type {ShownPicture} from '../../model/picture.ts'
import {element, hasClass} from '../edition/elements.ts'
import {fillPages, type PlaceNames} from '../edition/fill-pages.ts'
import {seeAlso, type NamedIn} from '../edition/link-lists.ts'
import {notesSection} from './notes-section.ts'
import {headingsIn, settleHeadings} from '../edition/settle-headings.ts'
import {settleTables} from '../edition/settle-tables.ts'

/** What every chapter of a page needs. */
export interface Bench {
  readonly names: PlaceNames
  readonly namedIn: NamedIn
  readonly pictures: readonly (ShownPicture | NamedFile)[]
  readonly language: string
  readonly words: Readonly<Record<string, string>>
  /** Notes that a chapter before has shown already: each stands on the page once. */
  readonly shown: Set<string>
  /** How often each title was there before: equal ones are told apart by a count. */
  readonly titles: Map<string, number>
}

/** What chapters are, to those who listen (DPUB-ARIA 1.1). */
const roles: Partial<Record<Chapter['kind'], string>> = {article: 'doc-chapter', exhibit: 'doc-appendix', people: 'doc-index', colophon: 'doc-colophon'}

/** A chapter with its notes at its end. The contents stand beside all others, see {@link contentsNavigation}. */
export function chapterSection(chapter: Chapter, bench: Bench): Element {
  const name = nameOf(chapter, bench)
  const children = settle(chapter.body.children as ElementContent[], bench)
  addWays(children, chapter, bench)
  const notes = chapter.notes.filter(({id}) => !bench.shown.has(id))
  for (const {id} of notes) bench.shown.add(id)
  const section = element('section', {id: chapter.id, className: ['chapter', `chapter-${chapter.kind}`], ...(roles[chapter.kind] && {role: roles[chapter.kind]}), ...(chapter.kind !== 'cover' && {ariaLabel: name}), ...languageOf(chapter, bench)}, [
    ...children,
    ...notesSection({chapter: chapter.id, name, notes, contentOf: (note) => settle(note.children as ElementContent[], bench), language: chapter.language, words: bench.words}),
  ])
  settleHeadings(headingsIn(section.children), chapter.kind === 'cover' ? 1 : 2)
  return section
}

/** The contents as navigation, which folds away in a narrow window. */
export function contentsNavigation(chapter: Chapter, bench: Bench): Element {
  const children = settle(chapter.body.children as ElementContent[], bench)
  const title = children.find((one): one is Element => one.type === 'element' && one.tagName === 'h1') ?? element('h1', {id: `${chapter.id}-title`}, [chapter.title])
  settleHeadings([title], 2)
  const marks = children.filter((one) => hasClass(one, 'page-mark'))
  const rest = children.filter((one) => one !== title && !hasClass(one, 'page-mark'))
  return element('nav', {id: chapter.id, className: ['chapter-contents'], role: 'doc-toc', ariaLabel: chapter.title, ...languageOf(chapter, bench)}, [
    ...marks,
    element('details', {open: true}, [element('summary', {}, [title]), ...rest]),
  ])
}

function settle(nodes: readonly ElementContent[], bench: Bench): ElementContent[] {
  const filled = settleTables(fillPages(nodes, bench.names), {table: bench.words['table'] ?? '', figure: bench.words['figure'] ?? ''})
  for (const one of elementsIn({type: 'root', children: filled})) settleElement(one, bench)
  return filled
}

function settleElement(one: Element, {pictures, words}: Bench): void {
  const {href, src} = one.properties
  if (hasClass(one, 'call')) Object.assign(one.properties, {role: 'doc-noteref', ariaLabel: `${words['note'] ?? ''} ${textOf(one)}`.trim()})
  if (one.tagName === 'a' && typeof href === 'string' && !href.startsWith('#')) one.properties['rel'] = ['noreferrer']
  if (one.tagName === 'input') one.properties['ariaLabel'] = words[one.properties['checked'] ? 'task-done' : 'task-open'] ?? ''
  if (one.tagName === 'img') {
    const picture = pictures.find(({name}) => name === src)
    if (picture) one.properties['src'] = `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`
  }
}

function textOf(one: Element): string {
  return one.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}


/** Leads from what the lists name to the lists: from under a message's header, an article's or a letter's. */
function addWays(children: ElementContent[], chapter: Chapter, {namedIn, words}: Bench): void {
  for (const one of elementsIn({type: 'root', children})) {
    const ways = typeof one.properties['id'] === 'string' ? seeAlso(one.properties['id'], namedIn, words) : undefined
    const header = one.children.findIndex((child) => hasClass(child, 'headers'))
    if (ways && header >= 0) one.children.splice(header + 1, 0, ways)
  }
  const ways = chapter.kind === 'article' || chapter.kind === 'exhibit' ? seeAlso(chapter.id, namedIn, words) : undefined
  const head = children.findLastIndex((one) => one.type === 'element' && (one.tagName === 'header' || hasClass(one, 'paper')))
  if (ways) children.splice(head + 1, 0, ways)
}

/** The title, with a count where another chapter before has it too. */
function nameOf({kind, title}: Chapter, {titles}: Bench): string {
  const before = titles.get(title) ?? 0
  if (kind !== 'cover') titles.set(title, before + 1)
  return before === 0 ? title : `${title} (${before + 1})`
}

function languageOf({language}: Chapter, bench: Bench): Element['properties'] {
  return language === bench.language ? {} : {lang: language}
}

import type {Element, ElementContent, Root, RootContent} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Book, BookNote, Chapter} from '../../model/book.ts'
import type {Geometry} from './geometry.ts'
import {guessFolios, type Folios} from './guess-folios.ts'
import {printed} from './printed-text.ts'
import {specimenOf} from './specimen.ts'

/** Made-up origin of internal links in print: links to anchors of the page itself make Chromium's print quadratic. */
export const internalOrigin = 'https://dossier.invalid/'

/** Where links lead whose words are the printed page of an anchor: the finished PDF marks them by it. */
export const pageOrigin = `${internalOrigin}page`

/** Address of the link of a note's label, which leads back to a call: one of its own kind, for other links may lead there, too. */
export function labelAddress(call: string): string {
  return `${internalOrigin}label#${call}`
}

const blocks = new Set(['div', 'section', 'header', 'footer', 'aside', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dd', 'dt', 'figure', 'table', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'hr'])
const runs = new Set(['span', 'q', 'small', 'b', 'i', 'u', 's', 'bdi', 'abbr', 'cite'])
const containers = new Set(['div', 'section', 'header', 'blockquote', 'li', 'dd', 'figure', 'td', 'th'])

/**
 * The text of the whole book for the printer: every chapter with its text and, apart, the notes it calls. At the end, a
 * specimen of what pages add to it, so that its fonts are there when the pages are made.
 */
export function printBody(book: Book): string {
  const writer = unified().use(rehypeStringify, {allowDangerousHtml: false})
  const guessed = guessFolios(book)
  return [...book.chapters.map((chapter) => chapterElement(chapter, book, guessed)), specimenOf(book)].map((one) => writer.stringify({type: 'root', children: [one]})).join('\n')
}

/**
 * The document that is printed. Its body is hidden until its fonts are there: opening the page shows it.
 *
 * No link of it asks for a font ahead: two families share a file, and Chromium then takes it for one font or for two, by
 * chance. Opening the page asks for all in one breath, so that it is one.
 *
 * @param body as of {@link printBody}
 */
export function printHtml(book: Book, body: string, {styles}: {readonly styles: readonly string[]}): string {
  const head = styles.map((name) => `<link rel="stylesheet" href="${name}">`)
  return `<!DOCTYPE html><html lang="${book.language}"><head><meta charset="utf-8"><title>${escape(book.title)}</title>${head.join('')}</head><body hidden>${body}</body></html>`
}

function chapterElement(chapter: Chapter, book: Book, guessed: Folios): Element {
  return element('section', {className: ['chapter', `chapter-${chapter.kind}`], id: chapter.id, ...(chapter.language !== book.language && {lang: chapter.language})}, [
    element('div', {className: ['flow']}, levelHeadings(prepare(chapter.body.children, guessed))),
    element('div', {className: ['feet']}, chapter.notes.map((note) => noteElement(note, guessed))),
  ])
}

function noteElement(note: BookNote, guessed: Folios): Element {
  const label = element('a', {className: ['note-label'], href: labelAddress(note.calls[0] ?? '')}, [{type: 'text', value: note.label}])
  const children = prepare(note.children, guessed)
  const [first, ...rest] = children
  const opened = first?.type === 'element' && first.tagName === 'p' ? {...first, children: [label, ...first.children]} : element('p', {}, [label])
  return element('div', {className: ['note', `note-${note.kind}`], id: note.id}, opened.tagName === 'p' && first?.type === 'element' && first.tagName === 'p' ? [opened, ...rest] : [opened, ...children])
}

/**
 * Copies of the nodes with internal links under the made-up origin, loose text beside blocks in a block of its own, and
 * texts as they are {@link printed}.
 */
function prepare(nodes: readonly (RootContent | Root['children'][number])[], guessed: Folios): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{...node, value: printed(node.value)}]
    if (node.type !== 'element') return []
    const children = prepare(node.children, guessed)
    const copy = {...node, children: containers.has(node.tagName) ? wrapLoose(children) : children}
    const href = node.properties['href']
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) copy.properties = {...node.properties, href: internalOrigin + href}
    // Chromium tells the language of these in the tags only where they have a role.
    const role = runs.has(node.tagName) ? 'mark' : node.tagName === 'p' ? 'paragraph' : undefined
    if (role !== undefined && node.properties['lang'] !== undefined) copy.properties = {...copy.properties, role}
    const target = node.properties['dataPageOf']
    if (target !== undefined && typeof href === 'string' && href.startsWith('#')) copy.properties = {...copy.properties, href: pageOrigin + href}
    if (target !== undefined) copy.children = [{type: 'text', value: guessed.get(String(target)) ?? '88'}]
    return [copy]
  })
}

/** Headings whose level skips one are tagged as the next level (ISO 14289-1 §7.4.2), and look as they are. */
function levelHeadings(nodes: ElementContent[], open: number[] = []): ElementContent[] {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)
    if (level === 0) {
      levelHeadings(node.children, open)
      continue
    }
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    if (open.length !== level) node.properties = {...node.properties, ariaLevel: open.length}
  }
  return nodes
}

function wrapLoose(children: ElementContent[]): ElementContent[] {
  const isBlock = (node: ElementContent): boolean => node.type === 'element' && blocks.has(node.tagName)
  if (!children.some(isBlock)) return children
  const wrapped: ElementContent[] = []
  let run: ElementContent[] = []
  const close = (): void => {
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== '')) wrapped.push(element('div', {className: ['run']}, run))
    run = []
  }
  for (const child of children) {
    if (!isBlock(child)) run.push(child)
    else {
      close()
      wrapped.push(child)
    }
  }
  close()
  return wrapped
}

/**
 * What may stand out of the text area, in CSS pixels. Chromium takes a closing bracket at the end of a line for half as wide
 * as it then sets it where the line has spaces between Han and Latin letters (`text-spacing-trim`, `text-autospace`), and
 * a page whose area is passed by one pixel shrinks the whole print. Half a character is what such a line is longer by.
 */
const standsOutPx = 8

/** Page, text area and sizes as rules: what the style sheets build on. */
export function geometryCss(geometry: Geometry): string {
  const {size, topPx, innerPx, outerPx, textWidthPx, bottomPx, fontPx, linePx, noteFontPx, noteLinePx} = geometry
  return `@page{size:${size};margin:0}
@page:right{margin:0 ${outerPx - standsOutPx}px 0 ${innerPx}px}
@page:left{margin:0 ${innerPx - standsOutPx}px 0 ${outerPx}px}
body>.specimen{position:absolute;height:0;overflow:hidden;visibility:hidden}
:root{--text-width:${textWidthPx}px;--top:${topPx}px;--bottom:${bottomPx}px;--font:${fontPx}px;--line:${linePx}px;--note-font:${noteFontPx}px;--note-line:${noteLinePx}px}
`
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[sign] ?? '')
}

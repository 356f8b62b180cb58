import type {Element, ElementContent, Root, RootContent} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Book, BookNote, Chapter} from '../../model/book.ts'
import type {Geometry} from './geometry.ts'

/** Made-up origin of internal links in print: links to anchors of the page itself make Chromium's print quadratic. */
export const internalOrigin = 'https://dossier.invalid/'

/** Stands where a page number will stand, until it is known. */
const guessedFolio = '88'

const blocks = new Set(['div', 'section', 'header', 'footer', 'aside', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dd', 'dt', 'figure', 'table', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'hr'])
const containers = new Set(['div', 'section', 'header', 'blockquote', 'li', 'dd', 'figure', 'td', 'th'])

/** The whole book as one document for the printer: every chapter with its text and, apart, the notes it calls. */
export function printHtml(book: Book, styles: readonly string[]): string {
  const head = styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('')
  const writer = unified().use(rehypeStringify, {allowDangerousHtml: false})
  const chapters = book.chapters.map((chapter) => writer.stringify({type: 'root', children: [chapterElement(chapter, book)]}))
  return `<!DOCTYPE html><html lang="${book.language}"><head><meta charset="utf-8"><title>${escape(book.title)}</title>${head}</head><body>${chapters.join('\n')}</body></html>`
}

function chapterElement(chapter: Chapter, book: Book): Element {
  const language = chapter.language === book.language ? {} : {lang: chapter.language}
  return element('section', {className: ['chapter', `chapter-${chapter.kind}`], id: chapter.id, ...language}, [
    element('div', {className: ['flow']}, prepare(chapter.body.children)),
    element('div', {className: ['feet']}, chapter.notes.map((note) => noteElement(note))),
  ])
}

function noteElement(note: BookNote): Element {
  const label = element('a', {className: ['note-label'], href: `${internalOrigin}#${note.calls[0] ?? ''}`}, [{type: 'text', value: note.label}])
  const children = prepare(note.children)
  const [first, ...rest] = children
  const opened = first?.type === 'element' && first.tagName === 'p' ? {...first, children: [label, ...first.children]} : element('p', {}, [label])
  return element('div', {className: ['note', `note-${note.kind}`], id: note.id}, opened.tagName === 'p' && first?.type === 'element' && first.tagName === 'p' ? [opened, ...rest] : [opened, ...children])
}

/** Copies of the nodes with internal links under the made-up origin, and loose text beside blocks in a block of its own. */
function prepare(nodes: readonly (RootContent | Root['children'][number])[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type !== 'element') return []
    const children = prepare(node.children)
    const copy = {...node, children: containers.has(node.tagName) ? wrapLoose(children) : children}
    const href = node.properties['href']
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) copy.properties = {...node.properties, href: internalOrigin + href}
    if (node.properties['dataPageOf'] !== undefined) copy.children = [{type: 'text', value: guessedFolio}]
    return [copy]
  })
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

/** Page, text area and sizes as rules: what the style sheets build on. */
export function geometryCss(geometry: Geometry): string {
  const {size, topPx, innerPx, outerPx, textWidthPx, bottomPx, fontPx, linePx, noteFontPx, noteLinePx} = geometry
  return `@page{size:${size};margin:0}
@page:right{margin:0 ${outerPx}px 0 ${innerPx}px}
@page:left{margin:0 ${innerPx}px 0 ${outerPx}px}
:root{--text-width:${textWidthPx}px;--top:${topPx}px;--bottom:${bottomPx}px;--font:${fontPx}px;--line:${linePx}px;--note-font:${noteFontPx}px;--note-line:${noteLinePx}px}
`
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[sign] ?? '')
}

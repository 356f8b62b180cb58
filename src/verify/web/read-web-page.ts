import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import {elementsIn} from '../../model/elements-in.ts'

/** A page as its parser understands it. */
export interface WebPage {
  /** What the HTML standard calls a parse error, with its line and column. */
  readonly parseErrors: readonly string[]
  readonly title: string
  readonly language: string
  /** Levels of the headings in the text, in order. */
  readonly headings: readonly number[]
  /** Every element, in order. */
  readonly elements: readonly Element[]
  readonly byId: ReadonlyMap<string, Element>
  readonly repeatedIds: readonly string[]
  readonly links: readonly {readonly href: string; readonly words: string; readonly element: Element}[]
}

/** Reads a page with an HTML parser (HTML §13.2). */
export function readWebPage(html: string): WebPage {
  const parseErrors: string[] = []
  const tree = fromHtml(html, {onerror: (message) => void parseErrors.push(`${message.reason} (${message.line}:${message.column})`)})
  const elements = elementsIn(tree)
  const byId = new Map<string, Element>()
  const repeatedIds = new Set<string>()
  for (const element of elements) {
    const {id} = element.properties
    if (typeof id !== 'string') continue
    if (byId.has(id)) repeatedIds.add(id)
    else byId.set(id, element)
  }
  const main = elements.find(({tagName}) => tagName === 'main')
  return {
    parseErrors,
    title: toString(elements.find(({tagName}) => tagName === 'title') ?? tree),
    language: String(elements[0]?.properties['lang'] ?? ''),
    headings: (main ? elementsIn(main) : []).flatMap(({tagName}) => (/^h[1-6]$/.test(tagName) ? [Number(tagName.slice(1))] : [])),
    elements,
    byId,
    repeatedIds: [...repeatedIds],
    links: elements.filter(({tagName, properties}) => tagName === 'a' && properties['href'] !== undefined)
      .map((element) => ({href: String(element.properties['href']), words: toString(element), element})),
  }
}

/** Whether an element has a class. */
export function hasClass({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

import type {Element, ElementContent, Text} from 'hast'
import {defaultHandlers, toHast, type Handlers, type State} from 'mdast-util-to-hast'
import type {Heading, Image, Root, RootContent, Table} from 'mdast'
import type {AnchorNode, CallNode, CitationNode, DifferenceNode} from '../model/body-nodes.ts'
import type {ShownPicture} from '../model/picture.ts'
import {glueCalls} from './glue-calls.ts'
import {keepTogether} from './keep-together.ts'
import {addressPieces, markAddresses} from './mark-addresses.ts'
import {markBreaks} from './mark-breaks.ts'
import {markEmphasized} from './mark-emphasis.ts'
import {markLanguages} from './mark-languages.ts'

/** What the words of a body need to become a tree. */
export interface BodyContext {
  /** BCP 47 of the text around the body. */
  readonly language: string
  /** Path of the source, for its pictures. */
  readonly source: string
  readonly pictures: readonly ShownPicture[]
  /** Number of a note, by its id. */
  readonly numberOf: ReadonlyMap<string, number>
  /** Anchor for a heading, made from the chapter's anchor and a count. */
  readonly headingId: () => string
  /** Level of the highest heading: 2 under a chapter's title. */
  readonly topLevel: number
  /** Words for a picture that is not there. */
  readonly pictureMissing: string
  /** Words beside what a copy has otherwise than its original: `there`, `left-out`, `added` and `many`, each with `{}` for the words or their number. Default: none. */
  readonly differences?: Readonly<Record<'there' | 'leftOut' | 'added' | 'many', string>>
}

/** mdast to hast: calls, citations, pictures and headings as the Book has them; no raw HTML comes through. */
export function bodyToHast(nodes: readonly RootContent[], context: BodyContext): ElementContent[] {
  const root: Root = {type: 'root', children: [...nodes]}
  const highest = Math.min(6, ...nodes.filter((node) => node.type === 'heading').map((node) => (node as Heading).depth))
  const handlers: Handlers = {
    call: (_state: State, node: CallNode) => callElement(node, context),
    citation: (_state: State, node: CitationNode) => citationElement(node),
    anchor: (_state: State, node: AnchorNode) => element('span', {className: ['anchor'], id: node.id}, []),
    image: (_state: State, node: Image) => pictureElement(node, context),
    heading: (state: State, node: Heading) => headingElement(state, node, Math.max(context.topLevel, context.topLevel + node.depth - highest), context.headingId()),
    difference: (state: State, node: DifferenceNode) => differenceElements(state, node, context),
    html: () => undefined,
    table: (state: State, node: Table) => defaultHandlers.table(state, wideEnough(node)),
  }
  const tree = toHast(root, {handlers}) as {children: ElementContent[]}
  const blocks = tree.children.filter((node) => node.type === 'element')
  markEmphasized(blocks)
  markAddresses(blocks)
  markBreaks(blocks)
  glueCalls(blocks)
  markLanguages(blocks, context.language)
  keepTogether(blocks)
  return blocks
}

/** `<a class="call">`, shown with the note's number. */
export function callElement(node: CallNode, context: Pick<BodyContext, 'numberOf'>): Element {
  return element('a', {className: ['call'], id: node.id, href: `#${node.note}`}, [text(String(context.numberOf.get(node.note) ?? ''))])
}

/** A link to the exhibit; of an exhibit within a range, which no word names, only the anchor. */
function citationElement(node: CitationNode): Element {
  if (node.value === '') return element('span', {className: ['citation'], id: node.id}, [])
  return element('a', {className: ['citation'], id: node.id, href: `#${node.exhibit}`}, [text(node.value)])
}

/** A row may have more cells than the head: none is left out. */
function wideEnough(table: Table): Table {
  const columns = Math.max(...table.children.map(({children}) => children.length))
  return {...table, align: Array.from({length: columns}, (_, index) => table.align?.[index] ?? null)}
}

function headingElement(state: State, node: Heading, level: number, id: string): Element {
  return element(`h${Math.min(6, level)}`, {id}, state.all(node) as ElementContent[])
}

/** A picture of the book, or a label in its place with the address: never a silent hole. */
function pictureElement(node: Image, {pictures, source, pictureMissing}: BodyContext): Element {
  const picture = pictures.find((one) => one.source === source && one.reference === node.url)
  if (picture) return element('img', {src: picture.name, alt: node.alt ?? '', width: picture.width, height: picture.height}, [])
  const label = node.alt ? `${pictureMissing} ${node.alt}` : pictureMissing
  const isAddress = /^https?:\/\//i.test(node.url)
  const address = element(isAddress ? 'a' : 'span', {className: ['address'], ...(isAddress && {href: node.url})}, addressPieces(node.url))
  return element('span', {className: ['picture-missing']}, [element('span', {className: ['label']}, [text(label)]), text(' '), address])
}

/** What a copy has otherwise, marked, and what its original has there. */
function differenceElements(state: State, node: DifferenceNode, {differences}: BodyContext): ElementContent[] {
  const own = state.all(node) as ElementContent[]
  const marked = own.length === 0 ? [] : [element('mark', {className: ['differing']}, own)]
  const words = node.count === undefined ? node.there : (differences?.many ?? '').replace('{}', String(node.count))
  if (words === undefined) return marked
  const said = words === '' ? differences?.added : own.length === 0 ? differences?.leftOut : differences?.there
  return [...marked, element('span', {className: ['reading']}, [text(` ${(said ?? '').replace('{}', () => words)}`)])]
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}

function text(value: string): Text {
  return {type: 'text', value}
}

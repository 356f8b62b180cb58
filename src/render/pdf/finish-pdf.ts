import type {NavigationItem} from '../../model/book.ts'
import {attachmentObjects, type PackedFile} from './objects/attachment-objects.ts'
import {elementsByKind} from './objects/elements-by-kind.ts'
import {dictionary, outlineObjects} from './objects/outline-objects.ts'
import {pdfDate, pdfText} from './objects/pdf-text.ts'
import {readObjects, type PrintedObjects} from './objects/read-objects.ts'
import {entriesOf, latin1, literalIn, referencesIn, type EntrySpan} from './objects/scan-value.ts'
import {settleIds} from './objects/settle-ids.ts'
import {roleMap, settleKinds} from './objects/settle-kinds.ts'
import {markPages} from './objects/mark-pages.ts'
import {readPages} from './objects/read-pages.ts'
import {tagLists} from './objects/tag-lists.ts'
import {tagNotes} from './objects/tag-notes.ts'
import {plainStreamOf, writeObjects} from './objects/write-objects.ts'
import {noDay, xmpOf, type DocumentFacts} from './objects/xmp.ts'

/** Where an anchor stands in print: page from 0, and points from the page's left and bottom edges. */
export interface PrintedPlace {
  readonly page: number
  readonly x: number
  readonly y: number
}

/** How pages are counted from one page on. */
export interface PageLabelRange {
  /** First page of the range, from 0. */
  readonly from: number
  /** `r`: i, ii, iii; `D`: 1, 2, 3; `none`: no number. */
  readonly style: 'r' | 'D' | 'none'
  /** Number of the first page of the range. Default: 1. */
  readonly start?: number
  readonly prefix?: string
}

export interface FinishOptions extends DocumentFacts {
  /** Made-up origin under which internal links were printed, with the anchor as fragment. */
  readonly internalOrigin: string
  /** Origin under it of links whose words are a page number: they are marked as such (`/NM`). Default: there are none. */
  readonly pageOrigin?: string
  readonly anchors: ReadonlyMap<string, PrintedPlace>
  readonly outline: readonly NavigationItem[]
  readonly pageLabels: readonly PageLabelRange[]
  /** Places of notes in their order, by the addresses of the links of their labels. Default: there are no notes. */
  readonly noteLabels?: ReadonlyMap<string, number>
  /** What a link within the document says of itself to those who do not see it, by its anchor. Default: nothing. */
  readonly linkWords?: (anchor: string) => string
  /** Files to carry along. Default: none. */
  readonly attachments?: readonly PackedFile[]
}

export interface FinishedPdf {
  readonly bytes: Uint8Array
  /** Anchors that a link or the outline asks for and that have no place, each once: they lead nowhere now. */
  readonly unknownAnchors: readonly string[]
}

/**
 * Completes a printed PDF in place: no page is copied or moved, so tags stay whole. Internal links become destinations,
 * outline, page labels, language, and metadata are written, dates and identifier come from the facts alone.
 *
 * @throws Error when the file is not of the form that Chromium writes
 */
export async function finishPdf(fresh: Uint8Array, options: FinishOptions): Promise<FinishedPdf> {
  const printed = settleIds(fresh)
  const objects = readObjects(printed)
  const bodies: (Uint8Array | undefined)[] = Array.from({length: objects.size}, (_, number) => objects.body(number))
  const pages = readPages(objects)
  const unknown = new Set<string>()
  const destination = (anchor: string): string | undefined => {
    const place = options.anchors.get(anchor)
    const page = place && pages[place.page]
    if (!place || !page) return void unknown.add(anchor)
    return `[${page.number} 0 R /XYZ ${figure(place.x)} ${figure(place.y)} null]`
  }
  const labels: {readonly order: number; readonly annotation: number}[] = []
  for (const {number, body, action, uri} of linksIn(printed, objects)) {
    const anchor = uri.startsWith(options.internalOrigin) ? anchorOf(uri) : undefined
    const target = anchor === undefined ? undefined : destination(anchor)
    // All else of it stays, byte by byte.
    const led = anchor === undefined ? body : spliced(body, action.from, action.end, target === undefined ? '' : `/Dest ${target}`)
    bodies[number] = withEntries(led, {
      Contents: pdfText((anchor === undefined ? uri : options.linkWords?.(anchor)) || uri),
      ...(isPageNumber(uri, options) && {NM: pdfText(`${pageNumberMark}${number}`)}),
    })
    const order = options.noteLabels?.get(uri)
    if (order !== undefined) labels.push({order, annotation: number})
  }
  const structure = rootOfStructure(bodies[objects.root])
  const kinds = elementsByKind(bodies)
  const ofKind = (kind: string): readonly number[] => kinds.get(kind) ?? []
  if (structure !== undefined) tagNotes(bodies, {labels: labels.sort((a, b) => a.order - b.order).map((one) => one.annotation), links: ofKind('Link'), root: structure})
  tagLists(bodies, ofKind('LI'))
  settleKinds(bodies, {runs: ofKind('NonStruct'), figures: ofKind('Figure')})
  if (structure !== undefined) bodies[structure] = withEntries(bodies[structure] as Uint8Array, {RoleMap: roleMap})
  markPages(bodies, pages.flatMap(({contents}) => contents))
  const add = (body: string | Uint8Array): number => bodies.push(typeof body === 'string' ? Buffer.from(body) : body) - 1

  const info = objects.info ?? add('<<>>')
  const producer = producerOf(bodies[info])
  bodies[info] = Buffer.from(infoBody(options, producer))
  const outline = options.outline.length > 0 ? outlineObjects(options.outline, bodies.length, destination) : undefined
  for (const body of outline?.bodies ?? []) add(body)
  const {attachments = []} = options
  const attached = attachments.length > 0 ? attachmentObjects(attachments, {first: bodies.length, day: options.issued ?? noDay}) : undefined
  for (const body of attached?.bodies ?? []) add(body)
  const metadata = add(plainStreamOf('/Type /Metadata /Subtype /XML', Buffer.from(xmpOf(options, producer))))
  bodies[objects.root] = withEntries(bodies[objects.root] as Uint8Array, {
    Lang: pdfText(options.language),
    ViewerPreferences: '<</DisplayDocTitle true>>',
    Metadata: `${metadata} 0 R`,
    PageLabels: options.pageLabels.length > 0 ? pageLabelsBody(options.pageLabels) : undefined,
    Outlines: outline && `${outline.root} 0 R`,
    Names: attached && `<</EmbeddedFiles ${attached.tree}>>`,
    AF: attached?.associated,
    PageMode: outline && '/UseOutlines',
  })
  return {bytes: await writeObjects({bodies, root: objects.root, info}), unknownAnchors: [...unknown]}
}

/** How the names of links begin whose words are a page number (ISO 32000-2 table 166, `NM`). */
const pageNumberMark = 'page-number-'

function isPageNumber(uri: string, {pageOrigin}: FinishOptions): boolean {
  return pageOrigin !== undefined && uri.startsWith(`${pageOrigin}#`)
}

/** An annotation that leads somewhere. */
interface PrintedLink {
  readonly number: number
  readonly body: Uint8Array
  /** The entry of its action. */
  readonly action: EntrySpan
  readonly uri: string
}

/** Annotations of links; found by their addresses, since they are few among many objects. */
function linksIn(printed: Uint8Array, objects: PrintedObjects): readonly PrintedLink[] {
  const bytes = Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength)
  const found = new Map<number, PrintedLink>()
  for (let at = bytes.indexOf('/URI ('); at >= 0; at = bytes.indexOf('/URI (', at + 1)) {
    const number = objects.numberAt(at)
    const body = number === undefined ? undefined : objects.body(number)
    const action = body && entriesOf(body).get('A')
    const address = action && entriesOf(body, action.start).get('URI')
    if (number !== undefined && body && address) found.set(number, {number, body, action, uri: literalIn(body, address)})
  }
  return [...found.values()]
}

function rootOfStructure(catalog: Uint8Array | undefined): number | undefined {
  const root = catalog && entriesOf(catalog).get('StructTreeRoot')
  return root && referencesIn(catalog, root)[0]
}

function anchorOf(uri: string): string {
  const fragment = uri.slice(uri.indexOf('#') + 1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** A dictionary with entries set anew; `undefined` removes one. */
function withEntries(body: Uint8Array, entries: Readonly<Record<string, string | undefined>>): Uint8Array {
  let changed = body
  for (const key of Object.keys(entries)) {
    const old = entriesOf(changed).get(key)
    if (old) changed = spliced(changed, old.from, old.end, '')
  }
  const added = dictionary(entries)
  const end = Buffer.from(changed.buffer, changed.byteOffset, changed.byteLength).lastIndexOf('>>')
  return spliced(changed, end, end, added.slice('<<'.length, -'>>'.length))
}

function spliced(bytes: Uint8Array, start: number, end: number, words: string): Uint8Array {
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(words, 'latin1'), bytes.subarray(end)])
}

function infoBody(facts: DocumentFacts, producer: string): string {
  const date = pdfDate(facts.issued ?? noDay)
  return dictionary({
    Title: pdfText(facts.title),
    Author: facts.authors.length > 0 ? pdfText(facts.authors.join(', ')) : undefined,
    Subject: facts.subject ? pdfText(facts.subject) : undefined,
    Creator: '(dossier)',
    Producer: pdfText(producer),
    CreationDate: date,
    ModDate: date,
  })
}

function producerOf(info: Uint8Array | undefined): string {
  const producer = info && entriesOf(info).get('Producer')
  if (!info || !producer || latin1(info, producer.start, producer.start + 1) !== '(') return 'Chromium'
  return literalIn(info, producer)
}

function pageLabelsBody(ranges: readonly PageLabelRange[]): string {
  const labels = ranges.map(({from, style, start, prefix}) => `${from} ${dictionary({
    S: style === 'none' ? undefined : `/${style}`,
    St: style === 'none' || start === undefined ? undefined : String(start),
    P: prefix === undefined ? undefined : pdfText(prefix),
  })}`)
  return `<</Nums [${labels.join(' ')}]>>`
}

/** A hundredth of a point is finer than any printer. */
function figure(points: number): string {
  return String(Math.round(points * 100) / 100)
}

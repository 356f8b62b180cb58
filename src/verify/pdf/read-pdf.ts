import {PaintWatch, type HiddenWords} from './paint-watch.ts'
import {PdfReference, textOf, type PdfDictionary, type PdfValue} from './parse-value.ts'
import type {PdfAttachment, PdfFacts, PdfFont, PdfLink, PdfMetadata, PdfOutlineItem, PdfPage, Rect} from './pdf-facts.ts'
import {readContent} from './read-content.ts'
import {readDestinations, type Destinations} from './read-destinations.ts'
import {readFile, type PdfFile} from './read-file.ts'
import {readFont, type ReadFont} from './read-font.ts'
import {readLabels} from './read-labels.ts'
import {readAccess, type PdfAccess} from './read-access.ts'
import {readStructure, type PdfStructure} from './read-structure.ts'
import {readTree} from './read-tree.ts'
import {PdfDamage} from './pdf-damage.ts'

/**
 * Reads a PDF back: what stands on its pages and where, what its links lead to, and what it says of itself. Knows
 * nothing of how the file was made. Damage shows as missing facts.
 *
 * @throws Error when the file has no cross-references or no catalog: then it is no PDF
 */
export function readPdf(bytes: Uint8Array): PdfFacts {
  return joinPdf(bytes, [readPdfPages(bytes, {from: 0, to: Infinity})])
}

/** Pages from `from` (counted from 0) up to `to`, as far as there are any. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/** Some pages, and the fonts they use by the number of their object. */
export interface ReadPages {
  readonly pages: readonly PdfPage[]
  readonly fonts: ReadonlyMap<number | string, PdfFont>
}

/** Reads what stands on some of the pages. Throws as {@link readPdf} does. */
export function readPdfPages(bytes: Uint8Array, {from, to}: PageRange): ReadPages {
  const {file, catalog, sheets} = openPdf(bytes)
  const fonts = fontsOf(file)
  const labels = readLabels(file, catalog, sheets.length)
  const pages = sheets.slice(from, to).map((sheet, at) => readPage({file, sheet, fontOf: fonts.fontOf}, {index: from + at, label: labels[from + at] ?? ''}))
  return {pages, fonts: fonts.all()}
}

/** Words of each page that are painted and that nobody sees. Throws as {@link readPdf} does. */
export function readHiddenWords(bytes: Uint8Array): HiddenWords[][] {
  const {file, sheets} = openPdf(bytes)
  const {fontOf} = fontsOf(file)
  return sheets.map((sheet) => {
    const watch = new PaintWatch(file, rectOf(file, sheet.entries.get('MediaBox')))
    readContent(contentOf(file, sheet), {file, resources: file.dictionary(sheet.entries.get('Resources')), fontOf, watch})
    return watch.finish()
  })
}

/** All that is known of a PDF whose pages have been read, in their order. Throws as {@link readPdf} does. */
export function joinPdf(bytes: Uint8Array, parts: readonly ReadPages[]): PdfFacts {
  const {file, catalog, sheets} = openPdf(bytes)
  const pages = parts.flatMap((part) => part.pages)
  const fonts = new Map(parts.flatMap((part) => [...part.fonts]))
  const destinations = readDestinations(file, catalog, new Map(sheets.map(({number}, index) => [number, index])))
  const metadata = readMetadata(file, catalog)
  return {
    pages,
    links: sheets.flatMap(({entries}, page) => readLinks(file, entries, {page, destinations})),
    outline: readOutline(file, file.dictionary(catalog.get('Outlines')), {depth: 1, destinations}),
    fonts: [...fonts.values()],
    tagged: file.resolve(file.dictionary(catalog.get('MarkInfo')).get('Marked')) === true && catalog.has('StructTreeRoot'),
    language: wordsIn(file, catalog.get('Lang')),
    title: metadata.info['Title'],
    metadata,
    attachments: readAttachments(file, catalog),
  }
}

/** The tree of structure of a PDF. Throws as {@link readPdf} does. */
export function readPdfStructure(bytes: Uint8Array): PdfStructure {
  const {file, catalog, sheets} = openPdf(bytes)
  return readStructure(file, catalog, sheets.map(({number}) => number))
}

/** What a PDF says, beside its tags, to programs that read it aloud. Throws as {@link readPdf} does. */
export function readPdfAccess(bytes: Uint8Array): PdfAccess {
  const {file, catalog, sheets} = openPdf(bytes)
  return readAccess(file, catalog, sheets.map(({entries}) => entries))
}

interface OpenPdf {
  readonly file: PdfFile
  readonly catalog: PdfDictionary
  readonly sheets: readonly Sheet[]
}

/** A file that is asked for its pages, then for its tags, is opened once. */
const opened = new WeakMap<Uint8Array, OpenPdf>()

function openPdf(bytes: Uint8Array): OpenPdf {
  const known = opened.get(bytes)
  if (known) return known
  const file = readFile(bytes)
  const catalog = file.dictionary(file.trailer.get('Root'))
  if (!catalog.has('Pages')) throw new PdfDamage('no catalog with pages')
  const open = {file, catalog, sheets: readSheets(file, catalog)}
  opened.set(bytes, open)
  return open
}

/** A tree of pages is never so deep. */
const deepestPages = 256

/** A page's dictionary with what it inherits. */
interface Sheet {
  readonly number: number
  readonly entries: PdfDictionary
}

const inherited = ['MediaBox', 'Resources', 'Rotate']

function readSheets(file: PdfFile, catalog: PdfDictionary): readonly Sheet[] {
  const seen = new Set<number>()
  const walk = (value: PdfValue | undefined, above: PdfDictionary, depth = 0): readonly Sheet[] => {
    if (!(value instanceof PdfReference) || seen.has(value.number) || depth > deepestPages) return []
    seen.add(value.number)
    const own = file.dictionary(value)
    const entries = new Map([...[...above].filter(([key]) => inherited.includes(key)), ...own])
    return own.has('Kids') ? file.array(own.get('Kids')).flatMap(kid => walk(kid, entries, depth + 1)) : [{number: value.number, entries}]
  }
  return walk(catalog.get('Pages'), new Map())
}

function readPage(
  {file, sheet, fontOf}: {file: PdfFile; sheet: Sheet; fontOf: (value: PdfValue | undefined) => ReadFont}, page: Pick<PdfPage, 'index' | 'label'>,
): PdfPage {
  const box = rectOf(file, sheet.entries.get('MediaBox'))
  const stands = readContent(contentOf(file, sheet), {file, resources: file.dictionary(sheet.entries.get('Resources')), fontOf})
  return {...page, width: box.right - box.left, height: box.top - box.bottom, ...stands}
}

function contentOf(file: PdfFile, sheet: Sheet): Uint8Array {
  const contents = file.resolve(sheet.entries.get('Contents'))
  const parts = Array.isArray(contents) ? (contents as readonly PdfValue[]).map(part => file.content(part)) : [file.content(contents)]
  return parts.length === 1 ? parts[0] as Uint8Array : Buffer.concat(parts.flatMap(part => [part, Buffer.from('\n')]))
}

function fontsOf(file: PdfFile): {fontOf(value: PdfValue | undefined): ReadFont; all(): ReadonlyMap<number | string, PdfFont>} {
  const byNumber = new Map<number, ReadFont>()
  /** Fonts that are no objects of their own. */
  const loose: ReadFont[] = []
  return {
    fontOf(value) {
      const number = value instanceof PdfReference ? value.number : undefined
      const known = number === undefined ? undefined : byNumber.get(number)
      if (known) return known
      const font = readFont(file, value)
      if (number === undefined) loose.push(font)
      else byNumber.set(number, font)
      return font
    },
    all: () => new Map<number | string, PdfFont>([
      ...[...byNumber].map(([number, {facts}]) => [number, facts] as const),
      ...loose.map(({facts}, index) => [`${facts.name} ${index}`, facts] as const),
    ]),
  }
}

function readLinks(file: PdfFile, page: PdfDictionary, options: {readonly page: number; readonly destinations: Destinations}): readonly PdfLink[] {
  return file.array(page.get('Annots')).flatMap(value => {
    const annotation = file.dictionary(value)
    if (file.name(annotation.get('Subtype')) !== 'Link') return []
    const action = file.dictionary(annotation.get('A'))
    const uri = wordsIn(file, action.get('URI'))
    const target = uri === undefined ? options.destinations.placeOf(annotation.get('Dest') ?? action.get('D')) : {uri}
    return [{page: options.page, rect: rectOf(file, annotation.get('Rect')), target, isPageNumber: wordsIn(file, annotation.get('NM'))?.startsWith(pageNumberMark) === true}]
  })
}

/** How our PDFs name links whose words are a page number. */
const pageNumberMark = 'page-number-'

function readOutline(
  file: PdfFile, parent: PdfDictionary, options: {readonly depth: number; readonly destinations: Destinations}, seen = new Set<PdfDictionary>(),
): readonly PdfOutlineItem[] {
  const items: PdfOutlineItem[] = []
  for (let item = file.dictionary(parent.get('First')); item.size > 0 && !seen.has(item); item = file.dictionary(item.get('Next'))) {
    seen.add(item)
    const target = options.destinations.placeOf(item.get('Dest') ?? file.dictionary(item.get('A')).get('D'))
    items.push({title: wordsIn(file, item.get('Title')) ?? '', depth: options.depth, target})
    if (options.depth < 64) for (const inner of readOutline(file, item, {...options, depth: options.depth + 1}, seen)) items.push(inner)
  }
  return items
}

function readMetadata(file: PdfFile, catalog: PdfDictionary): PdfMetadata {
  const info = [...file.dictionary(file.trailer.get('Info'))].flatMap(([key, value]) => {
    const words = wordsIn(file, value)
    return words === undefined ? [] : [[key, words] as const]
  })
  const xmp = Buffer.from(file.content(catalog.get('Metadata'))).toString('utf8')
  return {info: Object.fromEntries(info), xmp: xmp || undefined}
}

function readAttachments(file: PdfFile, catalog: PdfDictionary): readonly PdfAttachment[] {
  const tree = readTree(file, file.dictionary(catalog.get('Names')).get('EmbeddedFiles'), 'Names')
  return tree.map(([name, value]) => {
    const attachment = file.dictionary(value)
    const streams = file.dictionary(attachment.get('EF'))
    return {
      name: wordsIn(file, attachment.get('UF')) ?? wordsIn(file, attachment.get('F')) ?? (name instanceof Uint8Array ? textOf(name) : ''),
      content: file.content(streams.get('UF') ?? streams.get('F')),
    }
  })
}

function wordsIn(file: PdfFile, value: PdfValue | undefined): string | undefined {
  const found = file.resolve(value)
  return found instanceof Uint8Array ? textOf(found) : undefined
}

function rectOf(file: PdfFile, value: PdfValue | undefined): Rect {
  const [a = 0, b = 0, c = 0, d = 0] = file.array(value).map(figure => file.number(figure) ?? 0)
  return {left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d)}
}

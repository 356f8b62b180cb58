import type {Element} from 'xast'
import type {Book} from '../../model/book.ts'
import type {AccessMetadata} from './access-metadata.ts'
import {writeXml, xmlElement} from './write-xml.ts'

/** A file of a publication. */
export interface PublicationFile {
  /** Relative to the package document. */
  readonly path: string
  readonly content: Uint8Array | string
  readonly type: string
  /** Of the manifest (EPUB 3.3 §D.5): `nav`, `cover-image`, `svg`. */
  readonly properties?: string
}

/** What the package document is made from. */
export interface PackageInput {
  readonly book: Book
  readonly files: readonly PublicationFile[]
  /** Paths in reading order. */
  readonly spine: readonly string[]
  readonly access: AccessMetadata
  /** Names the print that the pages are those of; `undefined` when there are no pages. */
  readonly printSource?: string | undefined
}

/** The day that stands for none, as in the print. */
const noDay = '1980-01-01'

/** The package document (EPUB 3.3 §5). */
export function packageDocument({book, files, spine, access, printSource}: PackageInput): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const ids = new Map(sorted.map(({path}, index) => [path, `file-${index + 1}`]))
  const items = sorted.map(({path, type, properties}) => xmlElement('item', {id: ids.get(path), href: path, 'media-type': type, properties}))
  const cover = sorted.find(({properties}) => properties === 'cover-image')
  const root = xmlElement('package', {xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'identifier', 'xml:lang': book.language}, lines([
    xmlElement('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, lines([
      ...names(book),
      ...sources(book, printSource),
      ...access.map(([property, value]) => meta(property, value)),
      ...(cover ? [xmlElement('meta', {name: 'cover', content: ids.get(cover.path)})] : []),
    ])),
    xmlElement('manifest', {}, lines(items)),
    xmlElement('spine', {}, lines(spine.map((path) => xmlElement('itemref', {idref: ids.get(path)})))),
  ]))
  return writeXml({type: 'root', children: [root]})
}

function names({title, subtitle, authors, language, identifier, settings, chapters}: Book): Element[] {
  const languages = [...new Set([language, ...chapters.map((chapter) => chapter.language)])]
  const {editor, issued} = settings
  return [
    xmlElement('dc:identifier', {id: 'identifier'}, [identifier]),
    xmlElement('dc:title', {id: 'title'}, [oneLine(title)]),
    meta('title-type', 'main', 'title'),
    ...(subtitle === undefined ? [] : [xmlElement('dc:title', {id: 'subtitle'}, [oneLine(subtitle)]), meta('title-type', 'subtitle', 'subtitle')]),
    ...languages.map((one) => xmlElement('dc:language', {}, [one])),
    ...authors.flatMap((author, index) => agent('dc:creator', `author-${index + 1}`, author, 'aut')),
    ...(editor === undefined ? [] : agent('dc:contributor', 'editor', editor, 'edt')),
    ...(issued === undefined ? [] : [xmlElement('dc:date', {}, [issued])]),
    meta('dcterms:modified', `${issued ?? noDay}T00:00:00Z`),
  ]
}

function agent(name: string, id: string, person: string, role: string): Element[] {
  if (oneLine(person) === '') return []
  const refined = {property: 'role', refines: `#${id}`, scheme: 'marc:relators'}
  return [xmlElement(name, {id}, [oneLine(person)]), xmlElement('meta', refined, [role])]
}

/** The sources by their digest, and the print whose pages are marked (EPUB Accessibility 1.1 §3.4). */
function sources({digest}: Book, printSource: string | undefined): Element[] {
  const digested = xmlElement('dc:source', {}, [`sha256:${digest}`])
  if (printSource === undefined) return [digested]
  return [digested, xmlElement('dc:source', {id: 'print'}, [printSource]), meta('source-of', 'pagination', 'print'), meta('pageBreakSource', printSource)]
}

function meta(property: string, value: string, refines?: string): Element {
  return xmlElement('meta', {property, refines: refines && `#${refines}`}, [value])
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function lines(elements: readonly Element[]): (Element | string)[] {
  return ['\n', ...elements.flatMap((one) => [one, '\n'])]
}

import type {Book} from '../../model/book.ts'
import {markupText} from '../../model/markup-text.ts'
import type {PageStart} from '../../model/page-start.ts'
import {packagePath, type PackageFacts} from './read-package.ts'
import {isCarried, type Publication} from './read-publication.ts'

const types: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml', css: 'text/css', ttf: 'font/ttf', woff2: 'font/woff2', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif',
}

/** Files that the package does not name, or names otherwise than they are; chapters out of order; facts that are not the book's. */
export function packageTroubles(facts: PackageFacts | undefined, {files}: Publication, expected: {readonly book: Book; readonly pages: readonly PageStart[]}): string[] {
  if (!facts) return [`Unexpected lack of ${packagePath}, expected a package document that can be read`]
  const listed = facts.items.map(({path}) => path)
  const wanted = [...files.keys()].filter((path) => path !== packagePath)
  return [
    ...wanted.filter((path) => !listed.includes(path)).map((path) => `Unexpected file ${path}, expected every file to be listed in the manifest`),
    ...listed.filter((path) => !files.has(path)).map((path) => `Unexpected item ${path} of the manifest, expected a file that is there`),
    ...listed.filter((path, index) => listed.indexOf(path) !== index).map((path) => `Unexpected second item for ${path} in the manifest, expected one`),
    ...facts.items.filter(({path, type}) => typeOf(path) !== undefined && typeOf(path) !== type).map(({path, type}) => `Unexpected type ${type} of ${path}, expected ${typeOf(path)}`),
    ...(facts.items.filter(({properties}) => properties === 'nav').length === 1 ? [] : ['Unexpected number of navigation documents, expected one']),
    ...(facts.spine.length === expected.book.chapters.length ? [] : [`Unexpected number of chapters in the reading order: ${facts.spine.length}, expected ${expected.book.chapters.length}`]),
    ...metadataTroubles(facts, expected),
  ]
}

function metadataTroubles({metadata, version}: PackageFacts, {book, pages}: {readonly book: Book; readonly pages: readonly PageStart[]}): string[] {
  const differs = (name: string, expected: string | undefined, found = metadata.get(name)?.[0]): string[] => (found === expected ? [] : [`Unexpected ${name} “${found ?? ''}”, expected “${expected ?? ''}”`])
  const features = metadata.get('schema:accessibilityFeature') ?? []
  return [
    ...differs('version', '3.0', version),
    ...differs('dc:identifier', book.identifier),
    ...differs('dc:title', markupText(book.title).replace(/\s+/g, ' ').trim()),
    ...differs('dc:language', book.language),
    ...differs('dcterms:modified', `${book.settings.issued ?? '1980-01-01'}T00:00:00Z`),
    ...(metadata.get('dc:source')?.includes(`sha256:${book.digest}`) ? [] : ['Unexpected lack of the digest of the sources in the metadata']),
    ...(metadata.has('pageBreakSource') === pages.length > 0 && features.includes('pageNavigation') === pages.length > 0 ? [] : ['Unexpected metadata on pages, expected their source and their feature where there are pages, and only there']),
  ]
}

function typeOf(path: string): string | undefined {
  if (isCarried(path)) return undefined
  return types[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? '']
}

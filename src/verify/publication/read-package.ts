import {type Publication, wordsOf, type XmlFile} from './read-publication.ts'

/** What a package document says. */
export interface PackageFacts {
  readonly items: readonly PackageItem[]
  /** Paths in reading order; ids that no item has stay as `?id`. */
  readonly spine: readonly string[]
  /** Values of each element of the metadata by its name, and of each `meta` by its property, in order. */
  readonly metadata: ReadonlyMap<string, readonly string[]>
  readonly version: string
}

export interface PackageItem {
  readonly id: string
  readonly path: string
  readonly type: string
  readonly properties: string
}

/** Path of the package document. */
export const packagePath = 'package.opf'

/** Reads the package document (EPUB 3.3 §5); `undefined` when there is none. */
export function readPackage({documents}: Publication): PackageFacts | undefined {
  const document = documents.get(packagePath)
  if (!document) return undefined
  const items = named(document, 'item').map(({attributes}) => ({
    id: String(attributes['id']),
    path: decodeURIComponent(String(attributes['href'])),
    type: String(attributes['media-type']),
    properties: String(attributes['properties'] ?? ''),
  }))
  const paths = new Map(items.map(({id, path}) => [id, path]))
  return {
    items,
    spine: named(document, 'itemref').map(({attributes}) => paths.get(String(attributes['idref'])) ?? `?${attributes['idref']}`),
    metadata: metadataOf(document),
    version: String(named(document, 'package')[0]?.attributes['version']),
  }
}

function metadataOf(document: XmlFile): Map<string, string[]> {
  const metadata = new Map<string, string[]>()
  for (const element of document.elements) {
    const name = element.name === 'meta' ? element.attributes['property'] : element.name.startsWith('dc:') ? element.name : undefined
    if (typeof name === 'string') metadata.set(name, [...(metadata.get(name) ?? []), wordsOf(element)])
  }
  return metadata
}

function named({elements}: XmlFile, name: string) {
  return elements.filter((one) => one.name === name)
}

import type {Element} from 'xast'
import {wordsOf, type Publication, type XmlFile} from './read-publication.ts'

/** Links between files and within them that lead to nothing. */
export function linkTroubles(publication: Publication): string[] {
  return [...publication.documents.values()].flatMap((document) => document.elements.flatMap((element) => {
    const href = element.name === 'a' ? element.attributes['href'] : undefined
    if (typeof href !== 'string' || isOutside(href) || findTarget(publication, document, href)) return []
    return [`Unexpected link “${wordsOf(element).trim()}” in ${document.path} to ${href}, expected an anchor that is there`]
  }))
}

/** The element that an address leads to, seen from a file. */
export function findTarget({documents}: Publication, from: XmlFile, href: string): {readonly document: XmlFile; readonly element: Element} | undefined {
  const [path = '', id] = href.split('#')
  const document = path === '' ? from : documents.get(decodeURIComponent(path))
  const element = id === undefined ? document?.elements[0] : document?.byId.get(decodeURIComponent(id))
  return document && element ? {document, element} : undefined
}

function isOutside(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href)
}

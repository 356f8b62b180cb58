import type {Element} from 'xast'
import {isCarried, textOf, wordsOf, type Publication, type XmlFile} from './read-publication.ts'

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

/** Elements that run, load or send. */
const forbidden = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'base', 'form', 'audio', 'video'])
const loading = ['src', 'srcset', 'poster', 'data', 'action', 'formaction', 'background', 'xlink:href']

/** What would be asked of the network or run, and files that are named and not there. */
export function remoteTroubles({files, documents}: Publication): string[] {
  const isThere = (address: string): boolean => files.has(decodeURIComponent(address))
  const inMarkup = [...documents.values()].filter(({path}) => path.endsWith('.xhtml')).flatMap(({path, elements}) => elements.flatMap(({name, attributes}) => [
    ...(forbidden.has(name) ? [`Unexpected element ${name} in ${path}, expected nothing that runs or loads`] : []),
    ...loading.flatMap((one) => (attributes[one] !== undefined && !isThere(String(attributes[one])) ? [`Unexpected ${one} ${String(attributes[one]).slice(0, 60)} of ${name} in ${path}, expected a file that is there`] : [])),
    ...(name === 'link' && !isThere(String(attributes['href'])) ? [`Unexpected link to ${String(attributes['href'])} in ${path}, expected a file that is there`] : []),
    ...(name === 'a' && attributes['href'] !== undefined && !isAddress(String(attributes['href'])) ? [`Unexpected link to ${String(attributes['href']).slice(0, 60)} in ${path}, expected the dossier, the web or a mail address`] : []),
    ...Object.keys(attributes).filter((one) => /^on/.test(one)).map((one) => `Unexpected attribute ${one} of ${name} in ${path}, expected none that runs`),
  ]))
  const inStyles = [...files].filter(([path]) => path.endsWith('.css') && !isCarried(path)).flatMap(([path, content]) => styleAddresses(textOf(content)).filter((address) => !isThere(address)).map((address) => `Unexpected address ${address.slice(0, 60)} in ${path}, expected a file that is there`))
  return [...inMarkup, ...inStyles]
}

/** Addresses of a style sheet, without its comments. */
function styleAddresses(css: string): string[] {
  const bare = css.replace(/\/\*[^]*?\*\//g, ' ')
  const urls = [...bare.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/gi)].map(([, double, single, plain]) => double ?? single ?? plain ?? '')
  return [...urls, ...[...bare.matchAll(/@import\s+["']([^"']*)/gi)].map(([, address]) => address ?? '')]
}

function isOutside(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href)
}

function isAddress(href: string): boolean {
  return !isOutside(href) || /^(?:https?:\/\/|mailto:)/i.test(href)
}

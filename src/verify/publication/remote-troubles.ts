import type {Element} from 'xast'
import {elementsIn} from '../../model/elements-in.ts'
import {fromXml} from 'xast-util-from-xml'
import {readLoadingStyles} from '../style-troubles.ts'
import {isCarried, textOf, type Publication, type XmlFile} from './read-publication.ts'

/** Elements that run, load or send. */
const forbidden = new Set(['script', 'style', 'iframe', 'frame', 'object', 'embed', 'applet', 'base', 'form', 'audio', 'video', 'source', 'track', 'picture', 'image', 'feimage', 'foreignobject', 'animate', 'set', 'template', 'noscript', 'portal', 'handler'])
/** Attributes whose value is loaded or sent to. */
const loading = ['src', 'srcset', 'imagesrcset', 'poster', 'data', 'action', 'formaction', 'background', 'manifest', 'ping', 'longdesc', 'srcdoc', 'attributionsrc', 'dynsrc', 'lowsrc', 'codebase', 'classid', 'archive', 'xlink:href', 'xml:base']
/** Attributes of drawings that are read as CSS. */
const painted = /^(?:fill|stroke|filter|mask|clip-path|cursor|marker(?:-start|-mid|-end)?)$/

/** What would be asked of the network or run, files that are named and not there, and a policy that lets something in. */
export function remoteTroubles({files, documents}: Publication): string[] {
  const isThere = (address: string): boolean => files.has(decoded(address))
  const pages = [...documents.values()].filter(({path}) => path.endsWith('.xhtml'))
  const inStyles = [...files].filter(([path]) => path.endsWith('.css') && !isCarried(path)).flatMap(([path, content]) => styleTroubles(textOf(content), path, isThere))
  const drawings = [...files].filter(([path]) => path.endsWith('.svg') && !isCarried(path)).flatMap(([path, content]) => drawingTroubles(path, textOf(content)))
  return [...pages.flatMap((page) => [...page.elements.flatMap((one) => elementTroubles(one, page.path, isThere)), ...instructionTroubles(page), ...policyTroubles(page)]), ...inStyles, ...drawings]
}

function elementTroubles({name, attributes}: Element, path: string, isThere: (address: string) => boolean): string[] {
  const value = (one: string): string | undefined => (attributes[one] === undefined || attributes[one] === null ? undefined : String(attributes[one]))
  const href = value('href')
  const isLink = name === 'a' || name === 'area'
  return [
    ...(forbidden.has(name.toLowerCase()) ? [`Unexpected element ${name} in ${path}, expected nothing that runs or loads`] : []),
    ...loading.flatMap((one) => (value(one) !== undefined && !isThere(value(one) ?? '') ? [`Unexpected ${one} ${(value(one) ?? '').slice(0, 60)} of ${name} in ${path}, expected a file that is there`] : [])),
    ...(name === 'link' && (!isThere(href ?? '') || value('rel') !== 'stylesheet') ? [`Unexpected link to ${href ?? 'nothing'} in ${path}, expected a style sheet that is there`] : []),
    ...(isLink && href !== undefined && !isAddress(href) ? [`Unexpected link to ${href.slice(0, 60)} in ${path}, expected the dossier, the web or a mail address`] : []),
    ...(!isLink && name !== 'link' && href !== undefined && !href.startsWith('#') ? [`Unexpected href ${href.slice(0, 60)} of ${name} in ${path}, expected a place in it`] : []),
    ...(name === 'meta' && value('http-equiv') !== undefined && !/^content-security-policy$/i.test(value('http-equiv') ?? '') ? [`Unexpected meta ${value('http-equiv') ?? ''} in ${path}, expected none that leads elsewhere`] : []),
    ...Object.keys(attributes).filter((one) => /^on/i.test(one) || one === 'style').map((one) => `Unexpected attribute ${one} of ${name} in ${path}, expected none that runs or loads`),
    ...Object.keys(attributes).filter((one) => painted.test(one)).flatMap((one) => styleTroubles(value(one) ?? '', path, () => false)),
  ]
}

function styleTroubles(css: string, path: string, isThere: (address: string) => boolean): string[] {
  const {addresses, troubles} = readLoadingStyles(css)
  return [
    ...addresses.filter((one) => !one.startsWith('#') && !isThere(one)).map((one) => `Unexpected address ${one.slice(0, 60)} in ${path}, expected a file that is there`),
    ...troubles.map((one) => `Unexpected ${one} in ${path}, expected nothing that loads`),
  ]
}

/** A drawing has neither files nor styles of its own that load. */
function drawingTroubles(path: string, text: string): string[] {
  try {
    const root = fromXml(text)
    return elementsIn(root).flatMap((one) => {
      if (one.name !== 'style') return elementTroubles({...one, attributes: {...one.attributes, style: undefined} as never}, path, () => false).filter((says) => !says.includes('attribute style')).concat(styleTroubles(String(one.attributes['style'] ?? ''), path, () => false))
      return styleTroubles(one.children.map((child) => ('value' in child ? child.value : '')).join(''), path, () => false)
    })
  } catch {
    return [`Unexpected drawing ${path} that is no XML`]
  }
}

function instructionTroubles({path, root}: XmlFile): string[] {
  return root.children.some((one) => one.type === 'instruction' && one.name !== 'xml') ? [`Unexpected instruction before the text of ${path}, expected none: it may load a style sheet`] : []
}

/** Whom the policy lets in: what stands beside the file, what a reading system puts in its place, never a server. */
const allowed = new Set([`'self'`, `'none'`, `'unsafe-inline'`, 'data:', 'blob:', 'file:'])

/** The policy stands before whatever it rules, has a rule for all that has none of its own, and names no server (CSP 3). */
function policyTroubles({path, elements}: XmlFile): string[] {
  const at = elements.findIndex(({name, attributes}) => name === 'meta' && /^content-security-policy$/i.test(String(attributes['http-equiv'])))
  if (at < 0) return [`Unexpected lack of a policy in ${path}, expected one that lets nothing in from elsewhere`]
  const directives = new Map(String(elements[at]?.attributes['content']).split(';').map((one) => one.trim().split(/\s+/)).map(([name = '', ...sources]) => [name, sources] as const))
  const strangers = [...directives].flatMap(([, sources]) => sources).filter((one) => !allowed.has(one))
  const lacking = ['default-src', 'base-uri', 'form-action'].filter((one) => !directives.has(one))
  const first = elements.findIndex(({name}) => name === 'link' || name === 'img' || name === 'style')
  return [
    ...strangers.map((one) => `Unexpected ${one} in the policy of ${path}, expected none that lets in what is elsewhere`),
    ...lacking.map((one) => `Unexpected policy of ${path}, expected “${one}” in it`),
    ...(first >= 0 && first < at ? [`Unexpected place of the policy in ${path}, expected it before all that loads`] : []),
  ]
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function isAddress(href: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(href) || /^(?:https?:\/\/|mailto:)/i.test(href)
}

import {createHash} from 'node:crypto'
import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import {readLoadingStyles} from '../style-troubles.ts'
import type {WebPage} from './read-web-page.ts'

/** Elements that load, embed or send. */
const forbidden = new Set(['link', 'base', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe', 'audio', 'video', 'source', 'track', 'image', 'feImage', 'foreignObject', 'animate', 'set', 'template', 'noscript'])
/** Attributes whose address is loaded or sent to. */
const loading = ['src', 'srcSet', 'poster', 'data', 'action', 'formAction', 'background', 'manifest', 'ping', 'longDesc', 'xLinkHref', 'xmlBase', 'imageSrcSet', 'srcDoc', 'attributionsrc', 'dynSrc', 'lowSrc', 'codeBase', 'classId', 'archive']

/** What would be asked of the network or run: addresses that load, handlers, styles that import; and a policy that lets something in. */
export function remoteTroubles({elements}: WebPage): string[] {
  return [...elements.flatMap(elementTroubles), ...policyTroubles(elements)]
}

function elementTroubles(element: Element): string[] {
  const {tagName, properties} = element
  const troubles: string[] = []
  if (forbidden.has(tagName)) troubles.push(`Unexpected element ${tagName}, expected nothing that loads or embeds`)
  for (const name of loading) {
    const value = properties[name]
    if (value !== undefined && value !== null && !/^data:(?:image|font)\//.test(String(value))) troubles.push(`Unexpected ${name} of ${tagName}: ${String(value).slice(0, 60)}, expected data in the page`)
  }
  for (const name of Object.keys(properties)) if (/^on[A-Z]/.test(name) || name === 'style') troubles.push(`Unexpected attribute ${name} of ${tagName}, expected none that the policy refuses`)
  if (tagName === 'a' && !/^(?:#|https?:\/\/|mailto:)/i.test(String(properties['href'] ?? '#'))) troubles.push(`Unexpected link to ${String(properties['href']).slice(0, 60)}, expected one into the page, to the web or to a mail address`)
  if (tagName !== 'a' && properties['href'] !== undefined && !String(properties['href']).startsWith('#')) troubles.push(`Unexpected href of ${tagName}: ${String(properties['href']).slice(0, 60)}, expected a place in the page`)
  if (tagName === 'meta' && /^(?:refresh|set-cookie|link)$/i.test(String(properties['httpEquiv']))) troubles.push('Unexpected meta that leads elsewhere, expected none')
  for (const [name, value] of Object.entries(properties)) if (/^(?:fill|stroke|filter|mask|clipPath|cursor|marker\w*)$/.test(name)) troubles.push(...styleTroubles(String(value)))
  if (tagName === 'style') troubles.push(...styleTroubles(toString(element)))
  return troubles
}

function styleTroubles(style: string): string[] {
  const {addresses, troubles} = readLoadingStyles(style)
  return [
    ...addresses.filter((one) => !/^data:(?:image|font)\//i.test(one) && !one.startsWith('#')).map((one) => `Unexpected address in the styles: ${one.slice(0, 60)}, expected data in the page`),
    ...troubles.map((one) => `Unexpected ${one} in the styles, expected every rule in the page, and nothing that loads`),
  ]
}

/** The policy stands before all that it rules, refuses everything, and allows by hash what is there (CSP 3 §6.7). */
function policyTroubles(elements: readonly Element[]): string[] {
  const at = elements.findIndex(({tagName, properties}) => tagName === 'meta' && /^content-security-policy$/i.test(String(properties['httpEquiv'])))
  const policy = String(elements[at]?.properties['content'] ?? '')
  const ruled = elements.filter(({tagName}) => tagName === 'style' || tagName === 'script')
  const unknown = ruled.filter((one) => !policy.includes(`'sha256-${createHash('sha256').update(toString(one)).digest('base64')}'`))
  const directives = policy.split(';').map((one) => one.trim())
  const wanted = [`default-src 'none'`, 'img-src data:', 'font-src data:', `base-uri 'none'`, `form-action 'none'`]
  return [
    ...wanted.filter((one) => !directives.includes(one)).map((one) => `Unexpected policy, expected “${one}” in it`),
    ...(/unsafe-|https?:|\*/.test(policy.replace(/'sha256-[^']*'/g, '')) ? ['Unexpected permission in the policy, expected hashes and data only'] : []),
    ...unknown.map(({tagName}) => `Unexpected ${tagName} that the policy has no hash for`),
    ...(ruled.some((one) => elements.indexOf(one) < at) ? ['Unexpected style or script before the policy'] : []),
  ]
}

import {looksOutside, plainAddress, readStyleAddresses} from './style-addresses.ts'

/** Elements that run, load, embed or send, or whose content a parser reads as it likes. */
const forbidden = new Set([
  'script', 'style', 'link', 'meta', 'base', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'param', 'form', 'input', 'button', 'select', 'textarea',
  'audio', 'video', 'source', 'track', 'picture', 'image', 'feimage', 'foreignobject', 'animate', 'animatetransform', 'animatemotion', 'set', 'handler', 'listener',
  'template', 'noscript', 'noembed', 'noframes', 'plaintext', 'xmp', 'bgsound', 'fencedframe', 'html', 'head', 'body',
])
/** Attributes whose value is loaded or sent to. */
const loading = new Set(['src', 'srcset', 'imagesrcset', 'poster', 'data', 'action', 'formaction', 'background', 'manifest', 'ping', 'longdesc', 'dynsrc', 'lowsrc', 'codebase', 'classid', 'archive', 'srcdoc', 'attributionsrc', 'profile', 'xlink:href', 'xml:base'])
const followed = new Set(['a', 'area'])

/** What is wrong with an attribute of an element, and what to do about it. */
export interface LoadingFault {
  /** What is there: "element script". */
  readonly says: string
  readonly hint: string
}

/**
 * Whether an element of a template may stand in the outputs, where nothing is loaded from elsewhere and nothing runs.
 *
 * @param tagName in any letters
 */
export function elementFault(tagName: string): LoadingFault | undefined {
  if (!forbidden.has(tagName.toLowerCase())) return undefined
  const hint = tagName === 'style' || tagName === 'link' ? 'Put the rules into a style sheet in styles/.' : 'Take it out: nothing in the outputs loads from elsewhere, sends or runs.'
  return {says: `element ${tagName}`, hint}
}

/**
 * Whether an attribute may stand there. The `src` of a picture is none of these: it is a file, and read by whoever asks.
 *
 * @param name as the parser gives it, `xlink:href` with its prefix
 */
export function attributeFault(tagName: string, name: string, value: string): LoadingFault | undefined {
  const [element, attribute] = [tagName.toLowerCase(), name.toLowerCase()]
  const says = `attribute ${attribute} of ${element}`
  if (/^on/.test(attribute)) return {says, hint: 'Take it out: nothing in the outputs runs.'}
  if (attribute === 'style') return {says, hint: 'Give the element a class, and put the rules into a style sheet in styles/.'}
  if (attribute === 'src' && element === 'img') return undefined
  const shown = `${says}: ${value.slice(0, 60)}`
  if (attribute === 'href' && followed.has(element)) return /^(?:#|https?:\/\/|mailto:|[^a-z#\\/])/i.test(plainAddress(value)) || plainAddress(value) === '' ? undefined : {says: shown, hint: 'Links lead to #…, https://… or mailto:….'}
  if (loading.has(attribute) || attribute === 'href') return plainAddress(value).startsWith('#') ? undefined : {says: shown, hint: 'Show a picture of the source folder with <img src="pictures/a.png">; nothing else is loaded.'}
  const {addresses, faults} = /[(\\]/.test(value) ? readStyleAddresses(value) : {addresses: [], faults: []}
  const leads = addresses.find((one) => !one.address.startsWith('#') && (looksOutside(one.address) || isPainted(attribute)))
  return isPainted(attribute) && (leads !== undefined || faults.length > 0) ? {says: shown, hint: 'Only url(#…) may stand there.'} : undefined
}

/** Attributes of drawings that are read as CSS (SVG 2 §6.6). */
function isPainted(attribute: string): boolean {
  return /^(?:fill|stroke|filter|mask|clip-path|cursor|marker(?:-start|-mid|-end)?|color-profile|mask-image|background-image)$/.test(attribute)
}

/** Characters that an address may have as they are (RFC 3986 §2). */
const plain = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/

/**
 * The address that a link out of the dossier leads to, as XHTML can hold it; `undefined` when it is none: no link to
 * the web or to a mail address, or one that no browser understands.
 */
export function webAddress(href: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href) || !URL.canParse(href)) return undefined
  if (plain.test(href) && !/[[\]]/.test(href) && href.indexOf('#') === href.lastIndexOf('#')) return href
  const [before = '', ...after] = new URL(href).href.split('#')
  const encode = (part: string): string => part.replace(/[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/gu, encodeURIComponent)
  return after.length === 0 ? encode(before) : `${encode(before)}#${encode(after.join('%23'))}`
}

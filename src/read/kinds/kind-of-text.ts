import type {FileKind} from './file-kind.ts'
import {isChat} from './is-chat.ts'
import {isTable} from './is-table.ts'
import {mailKind} from './mail-kind.ts'

/**
 * What a text is, where it is neither Markdown nor plain words. Frontmatter at its head is passed over: what stands behind
 * it is looked at.
 *
 * @param text its beginning
 * @param isWhole whether that is all of it
 */
export function kindOfText(text: string, isWhole: boolean): FileKind | undefined {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const body = withoutFrontmatter(plain).replace(/^\s*\n/, '')
  if (body.trim() === '') return undefined
  const mail = mailKind(body)
  if (mail) return mail
  if (isPage(body, isWhole)) return 'html'
  if (isData(body, isWhole)) return 'data'
  if (isChat(body)) return 'chat'
  return body === plain.replace(/^\s*\n/, '') && isTable(body, isWhole) ? 'table' : undefined
}

function withoutFrontmatter(text: string): string {
  const end = text.startsWith('---\n') ? /\n---[ \t]*(?:\n|$)/.exec(text) : null
  return end ? text.slice(end.index + end[0].length) : text
}

const pageOpening = /^(?:\s|<\?xml[^>]*>|<!--[^]*?-->)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i
const tag = /^\s*<\/?[a-z][^<>]*>|<\/[a-z][a-z0-9]*>\s*$/i

/** A page from its first tag on; or a part of one: hardly a line without tags, from the first to the last. */
function isPage(text: string, isWhole: boolean): boolean {
  if (pageOpening.test(text)) return true
  if (!/^\s*<[a-z]/i.test(text) || (isWhole && !/<\/[a-z][a-z0-9]*>\s*$|\/>\s*$/i.test(text))) return false
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const tags = text.match(/<\/?[a-z][^<>]*>/gi)?.length ?? 0
  return tags >= 6 && lines.filter((line) => tag.test(line)).length >= lines.length * 0.8
}

const dataOpening = /^\s*(?:<\?xml\s|BEGIN:V(?:CARD|CALENDAR)\b|WEBVTT\b|-----BEGIN (?:PGP|CERTIFICATE|[A-Z ]*PRIVATE KEY))/

function isData(text: string, isWhole: boolean): boolean {
  if (dataOpening.test(text) || isSubtitles(text)) return true
  if (!/^\s*[[{]\s*(?:["{[\]}]|-?\d)/.test(text)) return false
  if (!isWhole) return /^\s*(?:\{\s*"(?:[^"\\\n]|\\.)*"\s*:|\[\s*\{\s*")/.test(text)
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    // What only begins like JSON is words in brackets.
    return false
  }
}

function isSubtitles(text: string): boolean {
  return /^\s*\d+\n\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:\d\d:\d\d[,.]\d{3}\n/.test(text)
}

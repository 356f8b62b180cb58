import {decodeWords} from './decode-words.ts'
import type {Mailbox} from './mailbox.ts'
import {isSuffix} from './name-words.ts'
import {splitMailboxes} from './split-mailboxes.ts'

/** What mail programs print between who sends and whom it is sent for. */
const onBehalf = /(?:(?<=[>＞\s\])])代表|(?:(?<=[>＞\s\])])|^)(?:on behalf of|im auftrag von|de la part de|au nom de|en nombre de|per conto di|a nome di|em nome de|namens|från|på vegne a[fv]|w imieniu|jménem|от имени)(?=\s|$))/iu
/** `Ann Bell via Docs <noreply@docs.example>`: the address is that of the service. */
const via = /^(?<name>.*\S)\s(?:via|över|über|通过|通過)\s[^<＜]+(?:[<＜].*)?$/iu
const blanked = /^[\s*_█▇■□●•.…xX–—-]*$/u
/** A name that was blacked out. */
const blackened = /^[█▇■▓░▮]{2,}$/u
const withheld = '(?:redacted|removed|withheld|hidden|deleted|masked|anonymi[sz]ed|geschwärzt|caviardé|已隐去|已隱去|已删除|已刪除|隐去|隱去|略)'
const blankedWords = new RegExp(`^(?:(?:names?|e-?mails?|address(?:es)?|recipients?|senders?|personal|姓名|地址|邮箱)?(?: (?:and|&) address)? ?${withheld}|\\(b\\) ?\\(\\d\\)(?: ?\\([A-Z]\\))?)$`, 'iu')
/** What stands where nobody is named (RFC 5322 §3.4 has an empty group for it). */
const nobody = /^<?\s*(?:undisclosed[-_ ]?(?:recipients?)?|unlisted[- ]recipients?|(?:hidden|suppressed|no) recipients?|recipients? (?:not shown|suppressed|undisclosed)|recipient list (?:not shown|suppressed)|(?:verborgene|nicht offengelegte)[-_ ]empf(?:ä|ae)nger|destinataires? (?:non[- ]divulgués?|inconnus?|masqués?)|destinatarios? (?:ocultos?|no revelados?|não revelados)|destinatari nascosti|скрытые получатели|未公开(?:的)?收件人|未公開(?:的)?收件人|收件人未公开|收件人未公開|隐藏收件人|不公开收件人|非公開の宛先)\s*>?$/iu

/**
 * Reads the value of a header that lists mailboxes (RFC 5322 §3.4, and what mail programs print of it): separated by
 * `,` `;` `，` `；` `、`, with groups, encoded words, `[mailto:…]`, full-width brackets, `Last, First <a@b>`, `A 代表 B`,
 * `A via B`. Empty angle brackets, closed or cut off, mean a redacted address; `<>`, `████` or `[REDACTED]` alone is a
 * mailbox without a name. Where nobody is named (`Undisclosed recipients:;`) there is none. Never throws.
 *
 * @param options `isSender`: a mail has one, so that `Pryce, Gareth` is one, too; default false
 */
export function readMailboxes(value: string, {isSender = false} = {}): Mailbox[] {
  return splitMailboxes(value, isSender).flatMap((piece) => piece.split(onBehalf)).flatMap(splitAddresses).flatMap((piece) => readMailbox(piece) ?? [])
}

/** Addresses that white space alone parts: `a@b c@d`, `<a@b> <c@d>`. */
function splitAddresses(piece: string): string[] {
  return /^\s*(?:[^\s@<>"()]+@[^\s@<>"()]+|<[^\s@<>"]+@[^\s@<>"]+>)(?:\s+(?:[^\s@<>"()]+@[^\s@<>"()]+|<[^\s@<>"]+@[^\s@<>"]+>))+\s*$/u.test(piece) ? piece.trim().split(/\s+/) : [piece]
}

function readMailbox(text: string): Mailbox | undefined {
  const asPrinted = text.trim()
  const plain = decodeWords(asPrinted.replaceAll('＜', '<').replaceAll('＞', '>')).replace(/[:：]\s*$/, '')
  if (plain === '' || nobody.test(plain)) return undefined
  const service = via.exec(plain)?.groups
  if (service?.name !== undefined && !service.name.includes('@')) return mailbox({asPrinted, name: service.name})
  const open = plain.lastIndexOf('<')
  if (open >= 0 && !isQuoted(plain, open)) return withBrackets(asPrinted, plain.slice(0, open), plain.slice(open + 1))
  const mailto = /^(.*?)[[(]\s*mailto:([^\])]*)[\])]?\s*$/i.exec(plain)
  if (mailto) return mailbox({asPrinted, name: (mailto[1] ?? '').replace(/^\[(.*)\]$/, '$1'), address: mailto[2] ?? ''})
  const square = /^(.*?)\[([^\][]*)\]$/.exec(plain)
  if (square && isAddressPlace(square[2] ?? '')) return mailbox({asPrinted, name: square[1] ?? '', address: square[2] ?? ''})
  const round = /^(.*?\S)\s*[(（]\s*([^\s()（）]+@[^\s()（）]+)\s*[)）]$/.exec(plain)
  if (round) return mailbox({asPrinted, name: round[1] ?? '', address: round[2] ?? ''})
  const bare = /^['‘]?((?:"(?:[^"\\]|\\.)*"|[^\s()"'‘’]+(?:'[^\s()"'‘’@]+)?)@[^\s()"'’]+)['’]?\s*(?:\((.*)\))?$/.exec(plain.replace(/^(?:mailto|smtp):/i, ''))
  if (bare) return mailbox({asPrinted, name: bare[2] ?? '', address: bare[1] ?? ''})
  return blackened.test(plain) || isBlankedName(plain) ? {asPrinted, redacted: true} : mailbox({asPrinted, name: plain})
}

function isQuoted(text: string, at: number): boolean {
  const quote = text.lastIndexOf('"')
  return text.startsWith('"') && quote > at
}

/** `<a@b>`, `<mailto:a@b>`, `<>`, `<` cut off. */
function withBrackets(asPrinted: string, name: string, rest: string): Mailbox {
  const inside = rest.split('>', 1)[0] ?? ''
  const before = name.replace(/\[\s*mailto:[^\]]*\]\s*$/i, '')
  return mailbox({asPrinted, name: before, address: inside})
}

function isAddressPlace(inside: string): boolean {
  return inside.includes('@') || blankedWords.test(inside.trim()) || blanked.test(inside)
}

function mailbox({asPrinted, name, address}: {asPrinted: string; name: string; address?: string}): Mailbox {
  const spec = address?.replace(/^\s*(?:mailto|smtp):/i, '').replace(/^@[^:]*:/, '').replace(/^\s*'(.*)'\s*$/, '$1').trim()
  const redacted = spec !== undefined && isBlanked(spec)
  const display = isBlankedName(name) ? '' : readName(name)
  const isOwn = spec !== undefined && display.toLowerCase() === spec.toLowerCase()
  return {
    asPrinted,
    redacted,
    ...(display !== '' && !isOwn && {name: display}),
    ...(spec !== undefined && !redacted && {address: spec}),
  }
}

function isBlanked(words: string): boolean {
  return blanked.test(words) || blankedWords.test(words.replace(/^[[(<*\s]+(?!b\))|[\])>*\s]+$/gu, (marks) => (marks.includes(')') ? marks.replace(/[\]>*\s]/g, '') : '')))
}

/** `[REDACTED]`, `████`, `(b)(6)` where a name would stand. */
function isBlankedName(name: string): boolean {
  const words = name.trim().replace(/^["'“‘]+|["'”’]+$/g, '').trim()
  const inside = /^(?:\[(.*)\]|\*+(.*?)\*+|\{(.*)\})$/u.exec(words)
  const plain = (inside?.[1] ?? inside?.[2] ?? inside?.[3] ?? words).trim()
  return words !== '' && (blackened.test(words) || (/[█▇■▓░▮]|^[*_]{2,}$|^[xX]{4,}$/u.test(words) && blanked.test(words)) || blankedWords.test(plain))
}

/** Without quotes around it, escapes undone, `Last, First` turned round, titles behind it. */
function readName(name: string): string {
  let words = name.replace(/\s+/g, ' ').trim()
  for (let bare = insideQuotes(words); bare !== undefined; bare = insideQuotes(words)) words = bare
  words = words.replace(/\\(.)/g, '$1').trim()
  const parts = words.split(/,\s*/)
  const from = parts.findIndex((part, index) => index > 0 && isSuffix(part))
  const [own, titles] = from < 0 ? [parts, []] : [parts.slice(0, from), parts.slice(from)]
  const turned = own.length === 2 && own.every((part) => /^[\p{L}\p{M}'’. -]+$/u.test(part)) ? `${own[1]?.trim()} ${own[0]?.trim()}` : own.join(', ')
  return from >= 0 && titles.length < parts.length - from ? words : [turned, ...titles].join(', ')
}

/** What stands between a quote at each end; `undefined` where these are none, or are not of one pair. */
function insideQuotes(words: string): string | undefined {
  const inside = /^"((?:[^"\\]|\\.)*)"$|^“([^“”]*)”$|^'([^']*(?:\w'\w[^']*)*)'$|^‘([^‘]*)’$/u.exec(words)
  return inside ? (inside[1] ?? inside[2] ?? inside[3] ?? inside[4] ?? '').trim() : undefined
}

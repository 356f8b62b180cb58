import type {Mailbox} from './mailbox.ts'

const separators = new Set([',', ';', '，', '；', '、'])
/** Openers of runs in which a separator is none, with what ends them. */
const runs: ReadonlyMap<string, string> = new Map([['"', '"'], ['“', '”'], ['<', '>'], ['＜', '＞'], ['(', ')'], ['[', ']'], ['（', '）']])
/** Longest run between brackets or quotes, in UTF-16 units; RFC 5321 §4.5.3.1.3 allows 254 for an address. */
const maxRun = 1000
/** What mail programs print between who sends and whom it is sent for. */
const onBehalf = /(?:(?<=[>＞\s])代表|\s(?:on behalf of|im auftrag von|de la part de|en nombre de|per conto di|em nome de|namens)(?=\s))/iu
const blanked = /^[\s*_█▇■□●•.…xX–—-]*$/u
/** What follows the comma of a company or a title, not a first name. */
const suffix = /^(?:inc|ltd|llc|llp|corp|co|gmbh|ag|plc|jr|sr|ii|iii|ph\.?d|md|esq|s\.?a)\.?$/iu
/** A name that was blacked out. */
const blackened = /^[█▇■▓░▮]{2,}$/u
const blankedWords = /^(?:redacted|removed|hidden|已隐去|已隱去|已删除|隐去|略)$/iu

/** One piece of a list, and the separator that follows it. */
interface Piece {
  readonly text: string
  readonly separator: string
}

/**
 * Reads the value of a header that lists mailboxes (RFC 5322 §3.4, and what mail programs print of it): separated by
 * `,` `;` `，` `；` `、`, with `[mailto:…]`, full-width brackets, `Last, First <a@b>`, `A 代表 B`. Empty angle brackets,
 * closed or cut off, mean a redacted address; `<>` or `████` alone is a mailbox without a name. Never throws.
 *
 * @param options `isSender`: a mail has one, so that `Pryce, Gareth` is one, too; default false
 */
export function readMailboxes(value: string, {isSender = false} = {}): Mailbox[] {
  const pieces = joinLastFirst(splitList(value), isSender)
  return pieces.flatMap((piece) => piece.split(onBehalf)).flatMap((piece) => readMailbox(piece) ?? [])
}

function splitList(value: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let closer: string | undefined
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] as string
    if (character === '\\') index += 1
    else if (closer === undefined && opens(value, index)) closer = runs.get(character)
    else if (character === closer) closer = undefined
    if (closer === undefined && separators.has(character)) {
      pieces.push({text: value.slice(from, index), separator: character})
      from = index + 1
    }
  }
  pieces.push({text: value.slice(from), separator: ''})
  return pieces.filter((piece) => piece.text.trim() !== '')
}

/** A bracket that is never closed opens nothing: `Elon Musk <, Sam Altman <>`. */
function opens(value: string, index: number): boolean {
  const closer = runs.get(value[index] as string)
  if (closer === undefined) return false
  const near = value.slice(index + 1, index + 1 + maxRun)
  const end = near.indexOf(closer)
  if (end < 0) return false
  const inside = near.slice(0, end)
  return closer === '"' || closer === '”' || !inside.includes(value[index] as string)
}

/** Puts `Altman, Sam <sam@x>` together again, where the comma can't part two mailboxes. */
function joinLastFirst(pieces: readonly Piece[], isSender: boolean): string[] {
  const commaIsFree = (isSender && pieces.length === 2 && !pieces.some(({text}) => /\p{Script=Han}/u.test(text))) || pieces.some((piece) => piece.separator === ';' || piece.separator === '；')
  const joined: string[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece
    const next = pieces[index + 1]
    if (next && piece.separator === ',' && isLastFirst(piece.text, next.text, commaIsFree)) {
      joined.push(`${piece.text},${next.text}`)
      index += 1
    } else joined.push(piece.text)
  }
  return joined
}

function isLastFirst(last: string, rest: string, commaIsFree: boolean): boolean {
  if (/[<>@[\]"＜＞]/.test(last)) return false
  const first = rest.split(/[<[(＜]/, 1)[0]?.trim() ?? ''
  if (suffix.test(first)) return true
  const single = /^[\p{L}'’.-]+(?:\s\p{L}\.?)?$/u.test(first)
  if (!/^[\p{L}'’ -]+$/u.test(last.trim()) || first === '') return false
  if (commaIsFree) return single
  const hasAddress = /[<＜]/.test(rest)
  return hasAddress && single && !/\s/.test(last.trim())
}

function readMailbox(text: string): Mailbox | undefined {
  const asPrinted = text.trim()
  const plain = asPrinted.replaceAll('＜', '<').replaceAll('＞', '>').replace(/:\s*$/, '')
  if (plain === '') return undefined
  const open = plain.lastIndexOf('<')
  if (open >= 0 && !isQuoted(plain, open)) return withBrackets(asPrinted, plain.slice(0, open), plain.slice(open + 1))
  const mailto = /^(.*?)[[(]\s*mailto:([^\])]*)[\])]?\s*$/i.exec(plain)
  if (mailto) return mailbox({asPrinted, name: (mailto[1] ?? '').replace(/^\[(.*)\]$/, '$1'), address: mailto[2] ?? ''})
  const square = /^(.*?)\[([^\][]*)\]$/.exec(plain)
  if (square && isAddressPlace(square[2] ?? '')) return mailbox({asPrinted, name: square[1] ?? '', address: square[2] ?? ''})
  const bare = /^([^\s()"]+@[^\s()"]+)\s*(?:\((.*)\))?$/.exec(plain.replace(/^mailto:/i, ''))
  if (bare) return mailbox({asPrinted, name: bare[2] ?? '', address: bare[1] ?? ''})
  return blackened.test(plain) ? {asPrinted, redacted: true} : mailbox({asPrinted, name: plain})
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
  const spec = address?.replace(/^\s*mailto:/i, '').trim()
  const redacted = spec !== undefined && (blanked.test(spec) || blankedWords.test(spec))
  const display = readName(name)
  return {
    asPrinted,
    redacted,
    ...(display !== '' && {name: display}),
    ...(spec !== undefined && !redacted && {address: spec}),
  }
}

/** Without quotes around it, escapes undone, `Last, First` turned round. */
function readName(name: string): string {
  const plain = name.replace(/\s+/g, ' ').trim()
  const bare = /^(["“'‘])(.*)(["”'’])$/.exec(plain)?.[2] ?? plain
  const words = bare.replace(/\\(.)/g, '$1').trim()
  const turned = /^([\p{L}'’ -]+),\s*([\p{L}'’. -]+)$/u.exec(words)
  if (!turned?.[1] || !turned[2] || suffix.test(turned[2])) return words
  return `${turned[2].trim()} ${turned[1].trim()}`
}

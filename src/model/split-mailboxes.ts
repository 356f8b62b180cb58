import {isFamilyName, isFirstName, isSuffix} from './name-words.ts'

/** One mailbox of a list, as it stands, and the separator that follows it. */
export interface Piece {
  readonly text: string
  readonly separator: string
}

const separators = new Set([',', ';', '，', '；', '、'])
/** Openers of runs in which a separator is none, with what ends them. */
const runs: ReadonlyMap<string, string> = new Map([['"', '"'], ['“', '”'], ['<', '>'], ['＜', '＞'], ['(', ')'], ['[', ']'], ['（', '）']])
/** Longest run between brackets or quotes, in UTF-16 units; RFC 5321 §4.5.3.1.3 allows 254 for an address. */
const maxRun = 1000
const bracket = /[<＜[(（]/

/**
 * Takes a list of mailboxes apart: at `,` `;` `，` `；` `、` outside of quotes and brackets. Names of groups (RFC 5322
 * §3.4, `Team: a@b, c@d;`) are left out. A comma within a name parts nothing: `Last, First <a@b>`, `Acme, Co. Ltd <a@b>`.
 *
 * @param isSender a mail has one, so that `Pryce, Gareth` is one, too
 */
export function splitMailboxes(value: string, isSender: boolean): string[] {
  const pieces = joinSuffixes(splitAtSeparators(value))
  return joinNames(pieces, isSender)
}

function splitAtSeparators(value: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let closer: string | undefined
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] as string
    if (character === '\\') index += 1
    else if (closer === undefined && opens(value, index)) closer = runs.get(character)
    else if (character === closer) closer = undefined
    if (closer !== undefined) continue
    if (separators.has(character)) {
      pieces.push({text: value.slice(from, index), separator: character})
      from = index + 1
    } else if ((character === ':' || character === '：') && isGroupName(value.slice(from, index), value.slice(index + 1, index + 40))) from = index + 1
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

/** Words before a colon, with something behind it: not a scheme (`mailto:`), nothing with an address. */
function isGroupName(before: string, behind: string): boolean {
  const name = before.trim()
  return name !== '' && name.length < 80 && !/[<＜@]/.test(name) && !/^(?:mailto|smtp|https?)$/i.test(name) && behind.trim() !== ''
}

/** `Jane Hill`, `Ph.D.`, `J.D. <a@b>` are one. */
function joinSuffixes(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before?.separator === ',' && !bracket.test(before.text) && !before.text.includes('@') && isSuffix(headOf(piece.text))) joined[joined.length - 1] = {text: `${before.text},${piece.text}`, separator: piece.separator}
    else joined.push(piece)
  }
  return joined
}

/** Puts `Altman, Sam <sam@x>` together again, where the comma can't part two mailboxes. */
function joinNames(pieces: readonly Piece[], isSender: boolean): string[] {
  const isHan = pieces.some(({text}) => /\p{Script=Han}/u.test(text))
  const commaIsFree = (isSender && pieces.length === 2 && !isHan) || pieces.some(({separator}) => separator === ';' || separator === '；')
  const isBare = !pieces.some(({text}) => bracket.test(text) || text.includes('@'))
  const allPairs = isBare && !commaIsFree && pieces.length % 2 === 0 && pieces.every(({text}, index) => (index % 2 === 0 ? isFamilyName(text) && !isFirstName(text) : isGiven(text)))
  const joined: string[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const [piece, next] = [pieces[index] as Piece, pieces[index + 1]]
    const isPair = next && piece.separator === ',' && isName(piece.text) && (commaIsFree ? isFreePair(piece.text, next.text) : isBare ? (allPairs || (pieces.length > 2 && isSurePair(piece.text, next.text))) : isPairWithAddress(piece.text, next.text))
    joined.push(isPair ? `${piece.text},${next.text}` : piece.text)
    if (isPair) index += 1
  }
  return joined
}

/** Words before the address or the remark in brackets, without suffixes. */
function headOf(text: string): string {
  return (text.split(bracket, 1)[0] ?? '').trim()
}

function givenOf(text: string): string {
  return headOf(text).split(',', 1)[0]?.trim() ?? ''
}

function isName(text: string): boolean {
  return /^[\p{L}\p{M}'’ .-]+$/u.test(text.trim())
}

/** One to three words of a Latin, Greek or Cyrillic name. */
function isGiven(text: string): boolean {
  return /^(?!\p{Script=Han})[\p{L}\p{M}'’-]+\.?(?:\s[\p{L}\p{M}'’-]+\.?){0,2}$/u.test(givenOf(text))
}

/** Where a comma parts no mailboxes, what follows it belongs to the name, unless both are whole names. */
function isFreePair(last: string, next: string): boolean {
  return isGiven(next) && (isFamilyName(last) || !/\s\p{L}{2}/u.test(givenOf(next)))
}

/** `Hill, Mary Ann` in a longer list of bare names. */
function isSurePair(last: string, next: string): boolean {
  return isFamilyName(last) && !isFirstName(last) && isFirstName(givenOf(next))
}

/** `Hill, Mary Ann <mahill@x>`: names and the address tell. */
function isPairWithAddress(last: string, next: string): boolean {
  const address = /[<＜[(（]([^>＞)\]）]*)/.exec(next)?.[1]
  if (address === undefined || !isGiven(next)) return false
  const local = fold(address.split('@', 1)[0] ?? '')
  const isInAddress = fold(last).split(' ').some((one) => one.length > 2 && local.includes(one)) && !fold(givenOf(next)).split(' ').slice(1).some((one) => one.length > 2 && !isFirstName(one) && local.includes(one))
  if (isInAddress) return true
  const [first = ''] = last.trim().split(/\s+/)
  if (isFamilyName(last)) return !/\s/.test(givenOf(next)) || isFirstName(givenOf(next))
  return !isFirstName(first) && isFirstName(givenOf(next))
}

function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}]+/gu, ' ').trim()
}

import {toString} from 'mdast-util-to-string'
import type {Exhibit, Message} from '../model/dossier.ts'
import {localSpan, spanOf} from '../model/instant.ts'
import type {Mailbox} from '../model/mailbox.ts'
import type {LocalTime, Moment} from '../model/moment.ts'
import {alignWords, wordsIn, type Word} from './align-words.ts'
import {blocksOf} from './blocks.ts'
import {nameKey} from './collect-people.ts'

/** Marks of answers and forwards before a subject, in the languages of the labels. */
const mark = /^\s*(?:(?:re|aw|sv|antw|rv|ref|rif|odp|vá|ynt|hl|vs|fwd?|fw|wg|tr|rv|enc|i|pd|vl|továbbítás|ilt|回复|回覆|答复|答覆|转发|轉發|轉寄|转寄|返信|転送|답장|전달)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu
/** Those of an answer alone. */
const answerMark = /^\s*(?:re|aw|sv|antw|rv|ref|rif|odp|vá|ynt|vs|回复|回覆|答复|答覆|返信|답장)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]/iu
/** Of the words of the shorter text, at least so many are the same: where the heads say that it is the same message, and where they leave that open. */
const [leastAlike, leastSure] = [0.5, 0.9]
/** Fewer words than these tell no message from another. */
const fewestWords = 8

/** A message, what it is compared by, and what stands around it. */
interface Candidate {
  readonly message: Message
  readonly words: () => readonly Word[]
  readonly around: readonly Message[]
}

/**
 * Tells which messages within others are quoted, for the one around answers them, and which, quoted or forwarded, are copies
 * of a message of the dossier: by the Message-ID, else by sender,
 * date, subject and words. Where there is doubt, or several could be meant, none is told. A message of an exhibit is the
 * original before one that stands within another.
 *
 * @returns the exhibits, their bodies and header lines the same; a copy names its original
 */
export function joinCopies(exhibits: readonly Exhibit[]): Exhibit[] {
  const all = exhibits.flatMap(({messages}) => messages.flatMap((message) => candidatesIn(message, [])))
  const inner = all.filter(({message}) => message.depth > 1)
  if (inner.length === 0) return [...exhibits]
  const originals = new Map<string, Candidate[]>()
  const enter = (one: Candidate): void => {
    for (const key of keysOf(one.message)) originals.set(key, [...(originals.get(key) ?? []), one])
  }
  all.filter(({message}) => message.depth === 1).forEach(enter)
  const copies = new Map<string, string>()
  for (const one of inner) {
    const original = originalOf(one, [...new Set(keysOf(one.message).flatMap((key) => originals.get(key) ?? []))])
    if (original) copies.set(one.message.id, original.message.id)
    else enter(one)
  }
  return exhibits.map((exhibit) => ({...exhibit, messages: exhibit.messages.map((message) => withCopies(message, copies, undefined))}))
}

function candidatesIn(message: Message, around: readonly Message[]): Candidate[] {
  let words: readonly Word[] | undefined
  const inner = message.parts.flatMap((part) => ('type' in part ? [] : candidatesIn(part, [...around, message])))
  return [{message, words: () => (words ??= wordsIn(textOf(message))), around}, ...inner]
}

/** Own words of a message, those within it aside. */
export function textOf({parts}: Message): string {
  return parts.flatMap((part) => ('type' in part ? blocksOf(part).map(({text}) => text).concat(part.children.flatMap((node) => (node.type === 'code' ? toString(node) : []))) : [])).join('\n')
}

function withCopies(message: Message, copies: ReadonlyMap<string, string>, around: Message | undefined): Message {
  const of = copies.get(message.id)
  const isQuoted = message.quoted ?? (around !== undefined && isAnswered(message, around))
  return {...message, parts: message.parts.map((part) => ('type' in part ? part : withCopies(part, copies, message))), ...(isQuoted && {quoted: true as const}), ...(of !== undefined && {copyOf: of})}
}

/** Whether the message around one answers it, to who wrote it: it is then quoted, not handed on. */
function isAnswered({from, subject = ''}: Message, {subject: answer = '', to, cc}: Message): boolean {
  return answerMark.test(answer) && bare(answer) === bare(subject) && from.length === 1 && [...to, ...cc].some((one) => isSameSender(from, [one]))
}

/** What a message is looked for by: its id, the address and the name of each sender. */
function keysOf({headers, from}: Message): string[] {
  const id = idIn(headers)
  return [...(id === undefined ? [] : [`id ${id}`]), ...from.flatMap(({name, address}) => [...(name === undefined ? [] : [`name ${nameKey(name)}`]), ...(address === undefined ? [] : [`address ${address.toLowerCase()}`])])]
}

function idIn(headers: Message['headers']): string | undefined {
  return headers.find(({label}) => label.trim().toLowerCase() === 'message-id')?.value.trim().replace(/^<|>$/g, '') || undefined
}

/** The one message that another is a copy of. */
function originalOf(copy: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const id = idIn(copy.message.headers)
  const others = candidates.filter(({message}) => message !== copy.message && !copy.around.includes(message))
  const byId = id === undefined ? [] : others.filter(({message}) => idIn(message.headers) === id)
  if (byId.length > 0) return byId[0]
  const possible = others.filter(({message}) => id === undefined || idIn(message.headers) === undefined).filter((one) => isCopy(copy, one))
  const outer = possible.filter(({message}) => message.depth === 1)
  if (possible.length <= 1 || outer.length === 1) return outer[0] ?? possible[0]
  const exact = possible.filter((one) => likeness(copy.words(), one.words()) === 1 && one.words().length === copy.words().length)
  // Two originals of the same words, date and sender are one message that stands twice.
  return exact[0]
}

function isCopy(copy: Candidate, original: Candidate): boolean {
  if (!isSameSender(copy.message.from, original.message.from)) return false
  const subjects = [copy.message.subject, original.message.subject].map((one) => (one === undefined ? undefined : bare(one)))
  if (subjects.every((one) => one !== undefined) && subjects[0] !== subjects[1]) return false
  const dates = compareDates(copy.message.date, original.message.date)
  if (dates === 'other') return false
  const [own, theirs] = [copy.words(), original.words()]
  const shorter = Math.min(own.length, theirs.length)
  if (shorter === 0) return dates === 'same' && own.length === theirs.length && subjects.every((one) => one !== undefined)
  return dates === 'same' ? likeness(own, theirs) >= leastAlike : shorter >= fewestWords && likeness(own, theirs) >= leastSure
}

/** Part of the words of the shorter text that stand in the other, in order; 0 where too much differs. */
function likeness(copy: readonly Word[], original: readonly Word[]): number {
  const differences = alignWords(copy, original)
  if (!differences) return 0
  const different = differences.reduce((count, one) => count + one.copy.to - one.copy.from, 0)
  return (copy.length - different) / Math.max(1, Math.min(copy.length, original.length))
}

/** One sender each, told by the address where both have one, else by the name. */
function isSameSender(some: readonly Mailbox[], others: readonly Mailbox[]): boolean {
  const [one, other] = [some[0], others[0]]
  if (!one || !other || some.length !== others.length) return false
  if (one.address !== undefined && other.address !== undefined) return one.address.toLowerCase() === other.address.toLowerCase()
  return one.name !== undefined && other.name !== undefined && nameKey(one.name) === nameKey(other.name)
}

function bare(subject: string): string {
  return nameKey(subject.replace(mark, ''))
}

/** `same`: one instant, or one time to the minute as it stands; `open`: it may be, for a zone or a time of day is missing. */
function compareDates(one: Moment | undefined, other: Moment | undefined): 'same' | 'open' | 'other' {
  if (!one?.local || !other?.local) return one && other && one.asPrinted.trim() === other.asPrinted.trim() ? 'same' : 'open'
  if (one.local.minute !== undefined && other.local.minute !== undefined) {
    if (one.zone.state === 'given' && other.zone.state === 'given') return Math.abs((spanOf(one)?.from ?? 0) - (spanOf(other)?.from ?? 0)) < 60_000 ? 'same' : 'other'
    if (toMinute(one.local) === toMinute(other.local)) return 'same'
  }
  const [a, b] = [spanOf(one), spanOf(other)]
  return a && b && a.from < b.to && b.from < a.to ? 'open' : 'other'
}

function toMinute(local: LocalTime): number {
  return Math.floor(localSpan(local).from / 60_000)
}

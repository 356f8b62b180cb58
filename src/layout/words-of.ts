import type {Exhibit, Message} from '../model/dossier.ts'
import type {Moment, Zone} from '../model/moment.ts'
import type {Dropped} from '../model/source.ts'
import {fillWord} from './compile-templates.ts'

type Words = Readonly<Record<string, string>>

/** `邮件 4`, `Exhibit A`: the exhibit as it is cited. */
export function exhibitName(exhibit: Exhibit, words: Words): string {
  return `${exhibit.label ?? words['exhibit'] ?? ''} ${exhibit.number}`.trim()
}

/** Names of the senders; where the publisher blanked one, the words that say so. */
export function senderWords({from}: Pick<Message, 'from'>, words: Words): string {
  return from.map((one) => one.name ?? one.address ?? `[${words['mailbox-redacted'] ?? ''}]`).join(words['comma'] ?? ', ')
}

/** What an exhibit is dated and signed by: its first message, or what the editor says of a letter. */
export function headOf({messages, paper}: Exhibit): Pick<Message, 'from' | 'date'> | undefined {
  return messages[0] ?? paper
}

/** All messages of an exhibit in the order in which they are printed, forwarded ones after what they stand in. */
export function messagesOf(exhibit: Exhibit): Message[] {
  const withForwarded = (message: Message): Message[] => [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withForwarded(part)))]
  return exhibit.messages.flatMap(withForwarded)
}

/** Date as digits, never more exact than it is; the words of the source when they are not understood. */
export function momentWords({local, asPrinted}: Moment, words: Words): string {
  if (!local) return asPrinted
  const day = [String(local.year).padStart(4, '0'), local.month, local.day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])).join('-')
  const time = [local.hour, local.minute, local.second].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])).join(':')
  return fillWord(words, time === '' ? 'moment-day' : 'moment-time', [day, time])
}

/** What is known of the zone: the offset, an abbreviation with its meanings, or that none is given. Empty for a day. */
export function zoneWords({local, zone}: Moment, words: Words): string {
  if (local?.hour === undefined) return ''
  if (zone.state === 'absent') return words['zone-absent'] ?? ''
  return zone.state === 'given' ? givenZoneWords(zone) : ambiguousZoneWords(zone, words)
}

/** A zone as it stands, with its offset where that is something else: `PST (UTC−08:00)`, `UTC`. */
export function givenZoneWords({asPrinted, offsetMinutes}: Zone & {state: 'given'}): string {
  const offset = offsetWords(offsetMinutes)
  return asPrinted === offset ? offset : `${asPrinted} (${offset})`
}

/** The zones that an abbreviation may mean, or that contradict each other; empty for any other zone. */
export function ambiguousZoneWords(zone: Zone, words: Words): string {
  if (zone.state !== 'ambiguous' && zone.state !== 'contradictory') return ''
  return fillWord(words, `zone-${zone.state}`, [zone.asPrinted, zone.candidates.map(offsetWords).join(words['or'] ?? ' / ')])
}

/** `UTC−08:00`. */
export function offsetWords(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '\u2212' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

/** Words that were left out, and where they stand in the original: `Line 7`, `Lines 7–9`. */
export function droppedView({lines: {first, last}, text, reason}: Dropped, words: Words): {where: string; lines: string; text: string; reason: string} {
  const lines = first === last ? String(first) : `${first}–${last}`
  return {where: fillWord(words, first === last ? 'line' : 'lines', [lines]), lines, text, reason}
}

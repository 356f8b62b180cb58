import type {VFile} from 'vfile'
import type {Exhibit, Message} from '../model/dossier.ts'
import type {Mailbox} from '../model/mailbox.ts'
import {localSpan, spanOf} from '../model/instant.ts'
import type {Moment} from '../model/moment.ts'
import {report} from '../report/report.ts'
import {placeOfWords} from './place-of.ts'

const answerMark = /^\s*(?:(?:re|aw|sv|antw|rv|回复|回覆|答复|答覆|返信|답장)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu
const anyMark = /^\s*(?:(?:re|aw|sv|antw|rv|fwd?|wg|tr|回复|回覆|答复|答覆|转发|轉發|返信|답장)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu

/**
 * Messages whose dates cannot be: an answer before the message that it answers, a message before the one that it
 * forwards. Only what no zone can explain counts; where neither header gives one, the times as they stand.
 *
 * Reports `resolve-order-is-possible`.
 *
 * @returns ids of the messages in doubt
 */
export function checkOrder(exhibits: readonly Exhibit[], fileOf: (path: string) => VFile | undefined): ReadonlySet<string> {
  const doubtful = new Set<string>()
  for (const {later, earlier, how} of [...exhibits.flatMap(({messages}) => pairsOf(messages)), ...pairsAcross(exhibits)]) {
    if (!later.date || !earlier.date || !isBefore(later.date, earlier.date)) continue
    doubtful.add(later.id)
    const file = fileOf(later.source.file)
    if (!file) continue
    report(file, 'resolve-order-is-possible', `Unexpected date "${later.date.asPrinted}" of a message that ${how} one of "${earlier.date.asPrinted}", expected a later date`, {
      place: placeOfWords(file, later.date.asPrinted, ''),
      hint: 'Check both dates and their zones. If the original says so, leave it: the chronology marks it.',
    })
  }
  return doubtful
}

interface Pair {
  readonly later: Message
  readonly earlier: Message
  readonly how: 'answers' | 'forwards'
}

function pairsOf(messages: readonly Message[]): Pair[] {
  const all = messages.flatMap(withForwarded)
  const forwards = all.flatMap((later) => later.parts.flatMap((part): Pair[] => ('type' in part ? [] : [{later, earlier: part, how: 'forwards'}])))
  return [...forwards, ...all.flatMap((later) => answered(later, all))]
}

/** An answer in one exhibit, the only message of its subject in another: written by whom it answers, to who answers. */
function pairsAcross(exhibits: readonly Exhibit[]): Pair[] {
  const own = exhibits.map(({messages}) => messages.flatMap(withForwarded))
  const bySubject = new Map<string, Message[]>()
  for (const one of own.flat()) {
    const subject = bare(one.subject ?? '')
    const known = bySubject.get(subject)
    if (known) known.push(one)
    else bySubject.set(subject, [one])
  }
  return own.flatMap((here) => here.filter(({subject}) => answerMark.test(subject ?? '')).filter((later) => answered(later, here).length === 0).flatMap((later) => {
    const others = (bySubject.get(bare(later.subject ?? '')) ?? []).filter((one) => !here.includes(one) && meet(one.from, later.to) && meet(later.from, [...one.to, ...one.cc]))
    return answered(later, others)
  }))
}

/** The one message of its subject among others that a message answers; none where there are several. */
function answered(later: Message, all: readonly Message[]): Pair[] {
  // A copy is told of where its original stands; what a message is forwarded in is not what it answers.
  const others = all.filter((one) => one.copyOf === undefined && !withForwarded(one).includes(later))
  const subject = later.subject ?? ''
  if (!answerMark.test(subject) || later.copyOf !== undefined) return []
  const earlier = others.filter((one) => one !== later && one.subject !== undefined && !answerMark.test(one.subject) && bare(one.subject) === bare(subject))
  return earlier.length === 1 && earlier[0] ? [{later, earlier: earlier[0], how: 'answers'}] : []
}

function meet(some: readonly Mailbox[], others: readonly Mailbox[]): boolean {
  return some.some((one) => others.some((other) => isSame(one, other)))
}

/** Told by their addresses where both have one, else by their names. */
function isSame(one: Mailbox, other: Mailbox): boolean {
  if (one.address !== undefined && other.address !== undefined) return one.address.toLowerCase() === other.address.toLowerCase()
  return one.name !== undefined && one.name === other.name
}

function withForwarded(message: Message): Message[] {
  return [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withForwarded(part)))]
}

function bare(subject: string): string {
  return subject.replace(anyMark, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Whether the first is before the second whatever their zones are; without a zone in either, as they stand. */
function isBefore(first: Moment, second: Moment): boolean {
  if (!first.local || !second.local) return false
  if (first.zone.state === 'absent' && second.zone.state === 'absent') return localSpan(first.local).to <= localSpan(second.local).from
  const [a, b] = [spanOf(first), spanOf(second)]
  return a !== undefined && b !== undefined && a.to <= b.from
}

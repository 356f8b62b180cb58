import type {VFile} from 'vfile'
import type {Article, Event, Exhibit, Message} from '../model/dossier.ts'
import {placeMoment, spanOf, type PlacedMoment} from '../model/instant.ts'
import type {Lists} from '../model/lists.ts'
import type {Moment} from '../model/moment.ts'
import {readMoment} from '../model/read-moment.ts'
import type {ChronologySettings} from '../model/settings.ts'
import {checkMoment} from './check-moment.ts'

/** What events are collected from. */
export interface EventsInput {
  readonly articles: readonly Article[]
  readonly exhibits: readonly Exhibit[]
  readonly lists: Lists
  /** Ids of messages whose dates contradict what they answer or forward. */
  readonly doubtful: ReadonlySet<string>
  /** Zones of the chronology; `undefined`: UTC, and none assumed. */
  readonly chronology: ChronologySettings | undefined
  /** Takes complaints when there is no list. */
  readonly file: VFile
}

/**
 * Every dated message, letter, article and event of the editor's list in one order: by the calendar fields in the zone of
 * the chronology, as they stand where no zone is known, coarser ones first; dates that are not understood come last, in
 * the order of the text. A forwarded message stands before the one that forwards it wherever their zones leave that open.
 * Nothing is made more exact than it is.
 *
 * Reports `resolve-date-understood` and `resolve-weekday-agrees` for events of the list.
 */
export function collectEvents({articles, exhibits, lists, doubtful, chronology, file}: EventsInput): Event[] {
  const listFile = lists.files.find(({path}) => path === 'events.yaml') ?? file
  const events = [
    ...exhibits.flatMap((exhibit) => [...eventOf(exhibit), ...exhibit.messages.flatMap((message) => eventsOf(message, doubtful))]),
    ...articles.flatMap((article): Open[] => (article.published ? [{moment: article.published, target: article.id, title: article.title, isDoubtful: false, source: article.source}] : [])),
    ...lists.events.map(({date, title, source, place}): Open => {
      const moment = readMoment(date.trim())
      checkMoment(listFile, moment, {where: 'of an event', place})
      return {moment, title, isDoubtful: false, source: place, ...(source !== undefined && {knownFrom: source})}
    }),
  ]
  const sorted = events
    .map((event, index) => ({event, key: keyOf(placeMoment(event.moment, chronology)), index}))
    .sort((a, b) => compareKeys(a.key, b.key) || a.index - b.index)
    .map(({event}) => event)
  return putOriginalsFirst(sorted, exhibits).map((event, index) => ({id: `event-${index + 1}`, ...event}))
}

type Open = Omit<Event, 'id'>

function eventOf({id, title, paper, source}: Exhibit): Open[] {
  return paper?.date ? [{moment: paper.date, target: id, title, isDoubtful: false, source}] : []
}

function eventsOf(message: Message, doubtful: ReadonlySet<string>): Open[] {
  const own: Open[] = message.date && message.copyOf === undefined ? [{moment: message.date, target: message.id, title: message.subject ?? '', isDoubtful: doubtful.has(message.id), source: message.source}] : []
  return [...own, ...message.parts.flatMap((part) => ('type' in part ? [] : eventsOf(part, doubtful)))]
}

/** Moves a forwarded message before the one that forwards it, where both times can be so. */
function putOriginalsFirst(events: readonly Open[], exhibits: readonly Exhibit[]): Open[] {
  const ordered = [...events]
  const move = (message: Message): void => {
    for (const part of message.parts) {
      if ('type' in part) continue
      move(part)
      const [outer, inner] = [ordered.findIndex((one) => one.target === message.id), ordered.findIndex((one) => one.target === part.id)]
      const moved = ordered[inner]
      if (outer < 0 || inner < outer || !moved || !mayPrecede(moved.moment, ordered[outer]?.moment)) continue
      ordered.splice(inner, 1)
      ordered.splice(outer, 0, moved)
    }
  }
  for (const exhibit of exhibits) exhibit.messages.forEach(move)
  return ordered
}

function mayPrecede(first: Moment, second: Moment | undefined): boolean {
  const [before, after] = [spanOf(first), second && spanOf(second)]
  return before !== undefined && after !== undefined && before.from < after.to
}

/** A year without a month comes before its months, a day without an hour before its hours. */
function keyOf({local}: PlacedMoment): number[] {
  if (!local) return [Number.MAX_SAFE_INTEGER]
  const {year, month, day, hour, minute, second} = local
  return [year, month, day, hour, minute, second].map((part) => part ?? -1)
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((part, index) => part !== b[index])
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0)
}

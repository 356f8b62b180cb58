import type {Article, Event, Exhibit, Message} from '../model/dossier.ts'
import type {Moment} from '../model/moment.ts'

/**
 * Every dated message and article in one order: by the calendar fields as they stand, coarser ones first; dates that
 * are not understood come last, in the order of the text. Nothing is made more exact than it is.
 */
export function collectEvents(articles: readonly Article[], exhibits: readonly Exhibit[]): Event[] {
  const events = [
    ...exhibits.flatMap((exhibit) => exhibit.messages.flatMap(eventsOf)),
    ...articles.flatMap((article) => (article.published ? [{moment: article.published, target: article.id, title: article.title, source: article.source}] : [])),
  ]
  return events
    .map((event, index) => ({...event, key: keyOf(event.moment), index}))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
    .map(({moment, target, title, source}, index) => ({id: `event-${index + 1}`, moment, target, title, source}))
}

function eventsOf(message: Message): Omit<Event, 'id'>[] {
  const own = message.date ? [{moment: message.date, target: message.id, title: message.subject ?? '', source: message.source}] : []
  return [...own, ...message.parts.flatMap((part) => ('type' in part ? [] : eventsOf(part)))]
}

/** With a zone the instant in UTC, otherwise the local fields; a day without an hour comes before its hours. */
function keyOf({local, zone}: Moment): string {
  if (!local) return '9999'
  const offset = zone.state === 'given' ? zone.offsetMinutes : 0
  const {year, month, day = 1, hour = 0, minute = 0, second = 0} = local
  const time = new Date(Date.UTC(2000, month - 1, day, hour, minute - offset, second))
  time.setUTCFullYear(time.getUTCFullYear() + year - 2000)
  return `${time.toISOString()}${local.hour === undefined ? 'a' : 'b'}`
}

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
    .sort((a, b) => compareKeys(a.key, b.key) || a.index - b.index)
    .map(({moment, target, title, source}, index) => ({id: `event-${index + 1}`, moment, target, title, source}))
}

function eventsOf(message: Message): Omit<Event, 'id'>[] {
  const own = message.date ? [{moment: message.date, target: message.id, title: message.subject ?? '', source: message.source}] : []
  return [...own, ...message.parts.flatMap((part) => ('type' in part ? [] : eventsOf(part)))]
}

/**
 * The calendar fields as they stand, whatever their zone: instants and local times have no common order. A day without
 * an hour comes before its hours.
 */
function keyOf({local}: Moment): number[] {
  if (!local) return [Number.MAX_SAFE_INTEGER]
  const {year, month, day, hour, minute, second} = local
  return [year, month, day, hour, minute, second].map((part) => part ?? -1)
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((part, index) => part !== b[index])
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0)
}

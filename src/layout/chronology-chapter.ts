import type {Chapter} from '../model/book.ts'
import type {Dossier, Event, Exhibit, Message} from '../model/dossier.ts'
import {placeMoment, type ZoneState} from '../model/instant.ts'
import type {LocalTime, Moment} from '../model/moment.ts'
import type {Bench} from './bench.ts'
import {chronologyFigure} from './chronology-figure.ts'
import {fillWord} from './compile-templates.ts'
import {ambiguousZoneWords, exhibitName, givenZoneWords, messagesOf, momentWords, offsetWords, senderWords} from './words-of.ts'

/**
 * Every dated message, letter, article and event in one order: as a figure, and as a table with the instant in one zone where the
 * zone is given or assumed, the words of the header, the state of the zone, what is in doubt, and the page.
 */
export function chronologyChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['chronology'] ?? ''
  const letters = lettersById(dossier)
  const figure = chronologyFigure(bench)
  const states: (ZoneState | undefined)[] = []
  const events = dossier.events.map((event) => {
    const {moment, target} = event
    const found = target === undefined ? undefined : letters.get(target)
    const {local, state} = placeMoment(moment, dossier.settings.chronology)
    const placed: Moment = {asPrinted: moment.asPrinted, zone: moment.zone, ...(local && {local})}
    states.push(state)
    return {
      id: event.id,
      date: momentWords(placed, words),
      instant: isMoved(moment, local) ? offsetWords(dossier.settings.chronology?.zoneMinutes ?? 0) : '',
      zone: zoneState(moment, state, bench),
      asPrinted: isAsPrinted(moment, placed, words) ? '' : moment.asPrinted,
      doubts: doubtsOf(event, words),
      who: found ? senderWords(found.letter, words) : (dossier.articles.find((one) => one.id === target)?.author ?? ''),
      title: event.title,
      where: found ? exhibitName(found.exhibit, words) : target === undefined ? (words['event-listed'] ?? '') : (words['part-article'] ?? ''),
      target,
      knownFrom: event.knownFrom ?? '',
    }
  })
  const coarse = dossier.events.some(({moment: {local}}) => local && local.day === undefined)
  const view = {title, events, figure: figure !== undefined, zone: zoneLead(states, bench), coarse}
  return {
    id: 'chronology',
    kind: 'chronology',
    part: 'back',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'right',
    language: dossier.language,
    title,
    body: bench.fill('chronology', view, {figure: figure ? [figure] : []}),
  }
}

/** Messages, and exhibits that are no mail, by their anchors. */
function lettersById(dossier: Dossier): ReadonlyMap<string, {readonly letter: Pick<Message, 'from'>; readonly exhibit: Exhibit}> {
  return new Map(dossier.exhibits.flatMap((exhibit) => {
    const letters: Pick<Message, 'id' | 'from'>[] = [...(exhibit.paper ? [{id: exhibit.id, from: exhibit.paper.from}] : []), ...messagesOf(exhibit)]
    return letters.map((letter) => [letter.id, {letter, exhibit}] as const)
  }))
}

/** What is known of the zone; empty for what has no time of day. */
function zoneState({zone}: Moment, state: ZoneState | undefined, {dossier, words}: Bench): string {
  if (state === undefined) return ''
  if (state === 'absent') return words['zone-absent'] ?? ''
  if (state === 'assumed') return fillWord(words, 'zone-assumed', [offsetWords(dossier.settings.chronology?.assumedMinutes ?? 0)])
  return state === 'given' && zone.state === 'given' ? fillWord(words, 'zone-given', [givenZoneWords(zone)]) : ambiguousZoneWords(zone, words)
}

/** What makes a date doubtful, each in a sentence. */
function doubtsOf({moment, isDoubtful}: Event, words: Bench['words']): string[] {
  return [
    ...(moment.local ? [] : [words['date-not-understood'] ?? '']),
    ...(moment.weekday && !moment.weekday.agrees ? [fillWord(words, 'weekday-doubtful', [moment.weekday.asPrinted])] : []),
    ...(isDoubtful ? [words['order-doubtful'] ?? ''] : []),
  ]
}

/** In which zone instants are given, how many times have one, and for how many it was assumed. */
function zoneLead(states: readonly (ZoneState | undefined)[], {dossier, words}: Bench): string {
  const {zoneMinutes = 0, assumedMinutes = 0} = dossier.settings.chronology ?? {}
  const counts = (['given', 'assumed', 'absent', 'ambiguous', 'contradictory'] as const).flatMap((state) => {
    const count = states.filter((one) => one === state).length
    return count === 0 ? [] : [fillWord(words, `zone-count-${state}`, [count, offsetWords(assumedMinutes)])]
  })
  const zone = fillWord(words, 'chronology-zone', [offsetWords(zoneMinutes)])
  return counts.length === 0 ? zone : `${zone}${words['sentence-gap'] ?? ''}${fillWord(words, 'chronology-zone-counts', [counts.join(words['comma'] ?? ', ')])}`
}

/** Whether an instant is given in another zone than its own. */
function isMoved({local}: Moment, placed: LocalTime | undefined): boolean {
  return local?.hour !== placed?.hour || local?.minute !== placed?.minute || local?.day !== placed?.day
}

/** Whether the words of the source say no more than the date does as it is given: `2018-02-01`. */
function isAsPrinted(moment: Moment, placed: Moment, words: Bench['words']): boolean {
  return moment.asPrinted === momentWords(placed, words)
}

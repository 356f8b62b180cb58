import type {Chapter} from '../model/book.ts'
import type {Dossier, Event, Exhibit, Message} from '../model/dossier.ts'
import {inZone} from '../model/instant.ts'
import type {Moment} from '../model/moment.ts'
import type {Bench} from './bench.ts'
import {chronologyFigure} from './chronology-figure.ts'
import {fillWord} from './compile-templates.ts'
import {exhibitName, messagesOf, momentWords, offsetWords, senderWords, zoneWords} from './words-of.ts'

/**
 * Every dated message, letter, article and event in one order: as a figure, and as a table with the instant in one zone where the
 * zone is known, the words of the header, the state of the zone, and the page.
 */
export function chronologyChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['chronology'] ?? ''
  const letters = lettersById(dossier)
  const figure = chronologyFigure(bench)
  const events = dossier.events.map((event) => {
    const found = event.target === undefined ? undefined : letters.get(event.target)
    return {
      id: event.id,
      date: momentWords(event.moment, words),
      zone: zoneState(event, bench),
      instant: instantWords(event.moment, bench),
      asPrinted: isAsPrinted(event.moment, words) ? '' : event.moment.asPrinted,
      doubt: event.isDoubtful ? (words['order-doubtful'] ?? '') : '',
      who: found ? senderWords(found.letter, words) : (dossier.articles.find((one) => one.id === event.target)?.author ?? ''),
      title: event.title,
      where: found ? exhibitName(found.exhibit, words) : event.target === undefined ? (words['event-listed'] ?? '') : (words['part-article'] ?? ''),
      target: event.target,
      knownFrom: event.knownFrom ?? '',
    }
  })
  const zone = offsetWords(dossier.settings.chronology?.zoneMinutes ?? 0)
  return {
    id: 'chronology',
    kind: 'chronology',
    part: 'back',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'right',
    language: dossier.language,
    title,
    body: bench.fill('chronology', {title, events, figure: figure !== undefined, zone: events.some((one) => one.instant !== '') ? fillWord(words, 'chronology-zone', [zone]) : ''}, {figure: figure ? [figure] : []}),
  }
}

/** Messages, and exhibits that are no mail, by their anchors. */
function lettersById(dossier: Dossier): ReadonlyMap<string, {readonly letter: Pick<Message, 'from'>; readonly exhibit: Exhibit}> {
  return new Map(dossier.exhibits.flatMap((exhibit) => {
    const letters: Pick<Message, 'id' | 'from'>[] = [...(exhibit.paper ? [{id: exhibit.id, from: exhibit.paper.from}] : []), ...messagesOf(exhibit)]
    return letters.map((letter) => [letter.id, {letter, exhibit}] as const)
  }))
}

/** The state of the zone; for what gives none, the zone that the editor assumes. */
function zoneState({moment, target}: Event, {dossier, words}: Bench): string {
  const assumed = dossier.settings.chronology?.assumedMinutes
  if (moment.local?.hour === undefined || (target === undefined && moment.zone.state === 'absent')) return ''
  if (moment.zone.state === 'absent' && assumed !== undefined) return fillWord(words, 'zone-assumed', [offsetWords(assumed)])
  return zoneWords(moment, words)
}

/** The instant in the zone of the chronology; empty where it is what the header says, or the zone is not known. */
function instantWords(moment: Moment, {dossier, words}: Bench): string {
  const {zoneMinutes = 0, assumedMinutes} = dossier.settings.chronology ?? {}
  const known: Moment = moment.zone.state === 'absent' && assumedMinutes !== undefined ? {...moment, zone: {state: 'given', asPrinted: '', offsetMinutes: assumedMinutes}} : moment
  const there = inZone(known, zoneMinutes)
  if (!there || (known.zone.state === 'given' && known.zone.offsetMinutes === zoneMinutes)) return ''
  return `${momentWords({...moment, local: there}, words)} ${offsetWords(zoneMinutes)}`
}

function isAsPrinted(moment: Moment, words: Bench['words']): boolean {
  return moment.asPrinted === momentWords(moment, words)
}

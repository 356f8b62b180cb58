import type {Chapter} from '../model/book.ts'
import type {Bench} from './bench.ts'
import {exhibitName, messagesOf, momentWords, senderWords, zoneWords} from './words-of.ts'

/** Every dated message and article in one order, each with the state of its zone and its page. */
export function chronologyChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['chronology'] ?? ''
  const messages = new Map(dossier.exhibits.flatMap((exhibit) => messagesOf(exhibit).map((message) => [message.id, {message, exhibit}] as const)))
  const events = dossier.events.map((event) => {
    const found = messages.get(event.target)
    return {
      date: momentWords(event.moment, words),
      zone: zoneWords(event.moment, words),
      who: found ? senderWords(found.message, words) : (dossier.articles.find((one) => one.id === event.target)?.author ?? ''),
      title: event.title,
      where: found ? exhibitName(found.exhibit, words) : (words['part-article'] ?? ''),
      target: event.target,
    }
  })
  return {
    id: 'chronology',
    kind: 'chronology',
    part: 'back',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'right',
    language: dossier.language,
    title,
    body: bench.fill('chronology', {title, events}),
  }
}

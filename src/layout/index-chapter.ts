import type {Chapter} from '../model/book.ts'
import type {IndexEntry} from '../model/dossier.ts'
import type {Bench} from './bench.ts'

/** People, organisations and terms by their letters, with their pages; other words for them lead to them. */
export function indexChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['index'] ?? ''
  const byId = new Map(dossier.index.map((entry) => [entry.id, entry]))
  const letters = new Map<string, IndexEntry[]>()
  for (const entry of dossier.index) {
    const known = letters.get(entry.letter)
    if (known) known.push(entry)
    else letters.set(entry.letter, [entry])
  }
  const view = {
    title,
    letters: [...letters].map(([letter, entries]) => ({letter, entries: entries.map((entry) => entryView(entry, byId))})),
  }
  return {
    id: 'index',
    kind: 'index',
    part: 'back',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'next',
    language: dossier.language,
    title,
    body: bench.fill('index', view),
  }
}

function entryView({id, words, kind, see, places}: IndexEntry, byId: ReadonlyMap<string, IndexEntry>): object {
  const target = see === undefined ? undefined : byId.get(see)
  return {id, words, kind, see: target ? {id: target.id, words: target.words} : undefined, places: places.map((place) => ({id: place}))}
}

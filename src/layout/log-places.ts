import type {Root} from 'hast'
import type {Chapter} from '../model/book.ts'
import type {Blanked} from '../model/blanked.ts'
import type {Exhibit, Field} from '../model/dossier.ts'
import type {RedactedPlace} from '../model/redaction.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'
import {exhibitName, messagesOf} from './words-of.ts'

/** Places of one redaction that are printed; all are in the attached log. */
export const mostPlaces = 150

/** Places with the same words as they are printed: the anchors of their pages, none where they have none. */
export interface PlaceView {
  readonly words: string
  readonly anchors: readonly string[]
  /** How many they are, where they are several; else empty. */
  readonly times: string
}

/** Anchors of header lines at which something was taken out or blanked: these lines bear them. */
export function headerAnchors({redactions, blanked}: Bench['dossier']): ReadonlySet<string> {
  const places: readonly RedactedPlace[] = [...blanked, ...redactions.flatMap((one) => one.places)]
  return new Set(places.flatMap(({message, anchor}) => (message !== undefined && anchor !== undefined ? [anchor] : [])))
}

/** Words for places, and for what the publisher blanked there. */
export class PlaceWords {
  readonly #bench: Bench
  readonly #anchors: ReadonlySet<string>
  readonly #exhibits: ReadonlyMap<string, Exhibit>

  /** @param chapters articles and exhibits as they were laid out: templates of one's own may leave an anchor out */
  constructor(bench: Bench, chapters: readonly Pick<Chapter, 'id' | 'body'>[]) {
    this.#bench = bench
    this.#exhibits = new Map(bench.dossier.exhibits.map((one) => [one.id, one]))
    const anchors = new Set(chapters.map(({id}) => id))
    const collect = (node: Root | Root['children'][number]): void => {
      if (node.type === 'element' && typeof node.properties['id'] === 'string') anchors.add(node.properties['id'])
      if ('children' in node) node.children.forEach((child) => collect(child as Root['children'][number]))
    }
    chapters.forEach(({body}) => collect(body))
    this.#anchors = anchors
  }

  /** `Exhibit 4, Message 2, From`, `Article, ¶ 3`, `note 7`, or file and line of what is not printed, each once. */
  all(places: readonly RedactedPlace[]): PlaceView[] {
    const {words} = this.#bench
    return this.grouped(places, (place) => (this.#anchorOf(place) === undefined ? `${place.file}:${place.line}` : [this.#chapter(place), this.within(place)].filter((one) => one !== '').join(words['comma'])))
      .map(({words: own, anchors, places: {length}}) => ({words: own, anchors, times: length > 1 ? fillWord(words, 'log-times', [length]) : ''}))
  }

  /** Places that the same words are said of, in the order of the first of them, with their anchors. */
  grouped<P extends RedactedPlace>(places: readonly P[], wordsFor: (place: P) => string): {words: string; anchors: string[]; places: P[]}[] {
    const groups = new Map<string, {words: string; anchors: string[]; places: P[]}>()
    for (const place of places) {
      const words = wordsFor(place)
      const group = groups.get(words) ?? {words, anchors: [], places: []}
      groups.set(words, group)
      group.places.push(place)
      const anchor = this.#anchorOf(place)
      if (anchor !== undefined && !group.anchors.includes(anchor)) group.anchors.push(anchor)
    }
    return [...groups.values()]
  }

  #anchorOf({anchor, message, within}: RedactedPlace): string | undefined {
    return anchor === undefined ? undefined : [anchor, message, within].find((one) => one !== undefined && this.#anchors.has(one))
  }

  /** The place without the exhibit that it is in: `Message 2, From`. */
  within({message, field, paragraph, within}: RedactedPlace): string {
    const {words} = this.#bench
    if (paragraph !== undefined) return fillWord(words, 'log-paragraph', [paragraph])
    if (message === undefined) return field === undefined ? '' : words[`log-field-${field}`] ?? field
    const exhibit = this.#exhibits.get(within ?? '')
    const isAlone = exhibit !== undefined && messagesOf(exhibit).length === 1
    const path = message.slice((within ?? '').length + '-message-'.length).replaceAll('-', '.')
    return [...(isAlone ? [] : [fillWord(words, 'message-number', [path])]), this.#fieldOf(exhibit, message, field)].join(words['comma'])
  }

  /** What the publisher blanked at a place; @param count how often, in the same paragraph */
  blanked({what, count: own, nameless, note}: Blanked, count = own): string {
    const {words, numberOf} = this.#bench
    if (what === 'words') return fillWord(words, 'log-blanked-words', [count])
    if (what === 'note') return fillWord(words, 'log-blanked-note', [numberOf.get(note ?? '') ?? ''])
    const all = fillWord(words, 'log-blanked-count', [count])
    return nameless === 0 ? all : `${all}${words['comma'] ?? ', '}${fillWord(words, 'log-nameless-count', [nameless])}`
  }

  #chapter({within = ''}: RedactedPlace): string {
    const {words, numberOf, dossier} = this.#bench
    const exhibit = this.#exhibits.get(within)
    if (exhibit) return exhibitName(exhibit, words)
    const note = numberOf.get(within)
    if (note !== undefined) return fillWord(words, 'log-note', [note])
    const article = dossier.articles.findIndex(({id}) => id === within)
    const name = words['part-article'] ?? ''
    return article === -1 ? '' : dossier.articles.length === 1 ? name : `${name} ${article + 1}`
  }

  #fieldOf(exhibit: Exhibit | undefined, message: string, label: string | undefined): string {
    const line = exhibit && messagesOf(exhibit).find(({id}) => id === message)?.headers.find((one) => one.label === label)
    const field: Field = line?.field ?? 'other'
    return field === 'other' ? label ?? '' : this.#bench.words[`field-${field}`] ?? label ?? ''
  }
}

import type {Root} from 'hast'
import type {Blanked, Exhibit, Field} from '../model/dossier.ts'
import type {RedactedPlace} from '../model/redaction.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'
import {exhibitName, messagesOf} from './words-of.ts'

/** Places of one redaction that are printed; all are in the attached log. */
export const mostPlaces = 150

/** A place as it is printed: words, and the anchor of its page; empty where it has none. */
export interface PlaceView {
  readonly words: string
  readonly anchor: string
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

  /** @param trees everything that was laid out: templates of one's own may leave an anchor out */
  constructor(bench: Bench, trees: readonly Root[]) {
    this.#bench = bench
    this.#exhibits = new Map(bench.dossier.exhibits.map((one) => [one.id, one]))
    const anchors = new Set<string>()
    const collect = (node: Root | Root['children'][number]): void => {
      if (node.type === 'element' && typeof node.properties['id'] === 'string') anchors.add(node.properties['id'])
      if ('children' in node) node.children.forEach((child) => collect(child as Root['children'][number]))
    }
    trees.forEach(collect)
    this.#anchors = anchors
  }

  /** `Exhibit 4, Message 2, From`, `Article ¶ 3`, `note 7`, or file and line of what is not printed. */
  of(place: RedactedPlace): PlaceView {
    const {words} = this.#bench
    const anchor = [place.anchor, place.message, place.within].find((one) => one !== undefined && this.#anchors.has(one)) ?? ''
    if (place.anchor === undefined || anchor === '') return {words: `${place.file}:${place.line}`, anchor: ''}
    return {words: [this.#chapter(place), this.within(place)].filter((one) => one !== '').join(words['comma']), anchor}
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

  /** What the publisher blanked at a place. */
  blanked({what, count, nameless, note}: Blanked): string {
    const {words, numberOf} = this.#bench
    if (what === 'words') return words['log-blanked-words'] ?? ''
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

import type {VFile} from 'vfile'
import {report} from '../report/report.ts'
import type {Block} from './blocks.ts'
import {nameKey} from './collect-people.ts'
import type {Named} from './find-mentions.ts'

/** A mention that may be none, and where it stands. */
export interface DoubtfulMention {
  /** Id of the name. */
  readonly name: string
  /** The spelling that was found. */
  readonly spelling: string
  /** The words around it, as they stand. */
  readonly context: string
  readonly file: VFile
  readonly line: number
}

/** Contexts told of one name, and places of each: the others are counted. */
const [mostContexts, mostPlaces] = [8, 5]

/**
 * Reports `resolve-mention-is-clear` for Han names in words that may be others, and for contexts of the editor's lists
 * that hold no spelling of their entry. What the list says under `in` or `not` is clear.
 *
 * @param listOf the list that a name stands in, by its id, or belongs into
 */
export function checkMentions(doubtful: readonly DoubtfulMention[], names: readonly Named[], listOf: (id: string) => {name: string; file: string}): void {
  const byContext = new Map<string, DoubtfulMention[]>()
  const inOf = new Map(names.map(({id, inContexts}) => [id, inContexts ?? []]))
  for (const one of doubtful) {
    if (inOf.get(one.name)?.some((context) => one.context.includes(context) || context.includes(one.context))) continue
    const key = `${one.name} ${one.context}`
    const known = byContext.get(key)
    if (known) known.push(one)
    else byContext.set(key, [one])
  }
  const told = new Map<string, number>()
  for (const places of byContext.values()) {
    const [first] = places
    if (!first) continue
    const count = told.get(first.name) ?? 0
    told.set(first.name, count + 1)
    if (count < mostContexts) reportDoubt(first, places, listOf(first.name))
  }
}

function reportDoubt({spelling, context, file, line}: DoubtfulMention, places: readonly DoubtfulMention[], {name, file: list}: {name: string; file: string}): void {
  const others = [...new Set(places.slice(1).map((one) => `${one.file.path}:${one.line}`))]
  const more = others.length > mostPlaces ? ` and ${others.length - mostPlaces} more` : ''
  const also = others.length === 0 ? '' : ` (also ${others.slice(0, mostPlaces).join(', ')}${more})`
  report(file, 'resolve-mention-is-clear', `Unexpected “${spelling}” within “${context}”${also}, expected to know whether it is ${name}`, {
    place: {file: file.path, line},
    hint: `It is counted as a mention. In ${list} write “not: [${context}]” under ${name} if it is none, “in: [${context}]” if it is one.`,
  })
}

/** Reports contexts that hold no spelling of their name. */
export function checkContexts(entries: readonly {readonly name: string; readonly spellings: readonly string[]; readonly contexts: readonly string[]; readonly line: number}[], file: VFile): void {
  for (const {name, spellings, contexts, line} of entries) for (const context of contexts) {
    if (spellings.some((one) => nameKey(context).includes(nameKey(one)) && nameKey(context) !== nameKey(one))) continue
    report(file, 'resolve-mention-is-clear', `Unexpected context “${context}” of ${name}, expected more words than one of the spellings, which hold it`, {
      place: {file: file.path, line},
      hint: 'Copy the name with the characters around it from the text.',
    })
  }
}

/** The line of a place in a block; that of its beginning where a line was broken in between. */
export function lineOf({runs, node}: Block, offset: number): number {
  const run = runs.findLast(({start}) => start <= offset)
  const words = run?.node.value.slice(0, offset - run.start) ?? ''
  return (run?.node.position?.start.line ?? node.position?.start.line ?? 1) + words.split('\n').length - 1
}

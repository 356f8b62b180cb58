import type {Mentioned} from '../model/dossier.ts'
import {planAnchor, type AnchorPlan, type Reading} from './blocks.ts'
import {lineOf, type DoubtfulMention} from './check-mentions.ts'
import {doubtOf} from './doubt-mentions.ts'
import {nameFinder, type Named} from './find-mentions.ts'

/** Where names stand in the bodies of a dossier, and which of their spellings. */
export interface Mentions {
  /** By id of the name, once for each paragraph. */
  readonly places: ReadonlyMap<string, readonly PlacedMention[]>
  /** Spellings found, by id of the name. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>>
  /** Those in texts of which it is not clear that they are any. */
  readonly doubtful: readonly DoubtfulMention[]
}

/** A mention, and the index of the reading that it stands in. */
export type PlacedMention = Mentioned & {readonly reading: number}

/** What mentions are collected from. */
export interface MentionsInput {
  readonly readings: readonly Reading[]
  readonly names: readonly Named[]
  readonly anchors: AnchorPlan
  /** The anchor that stands for a header line, for names that are no people: these are known from the headers already. */
  readonly anchorOf: (reading: Reading, name: string) => string | undefined
}

/** Finds names in all bodies, and plans an anchor where each paragraph first has one; in header lines their message is the place. */
export function collectMentions({readings, names, anchors, anchorOf}: MentionsInput): Mentions {
  const find = nameFinder(names)
  const places = new Map<string, PlacedMention[]>()
  const spellings = new Map<string, Set<string>>()
  const doubtful: DoubtfulMention[] = []
  let count = 0
  for (const [reading, {passage, blocks}] of readings.entries()) for (const block of blocks) {
    const here = new Set<string>()
    for (const mention of find(block)) {
      spellings.set(mention.id, (spellings.get(mention.id) ?? new Set()).add(mention.spelling))
      const context = block.runs.length === 0 ? undefined : doubtOf(block.text, mention)
      if (context !== undefined) doubtful.push({name: mention.id, spelling: mention.spelling, context, file: passage.file, line: lineOf(block, mention.start)})
      if (here.has(mention.id)) continue
      here.add(mention.id)
      const isHeader = block.runs.length === 0
      const id = isHeader ? anchorOf(readings[reading] as Reading, mention.id) : `mention-${++count}`
      if (id === undefined) continue
      if (!isHeader) planAnchor(anchors, block, {offset: mention.start, id})
      push(places, mention.id, {id, within: passage.within, reading})
    }
  }
  return {places, spellings, doubtful}
}

function push(places: Map<string, PlacedMention[]>, id: string, place: PlacedMention): void {
  const list = places.get(id)
  if (list) list.push(place)
  else places.set(id, [place])
}

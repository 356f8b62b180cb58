import {contractedWords, plainApostrophes} from './expand-contractions.ts'
import {exhibitOf, readRegion, type ExhibitIndex, type Region} from './index-exhibits.ts'
import {likeWord, type LikeWord} from './like-words.ts'
import type {Token} from './scan-tokens.ts'

/** A stretch of an exhibit that has much of what a quotation says. */
export interface LikeStretch {
  readonly region: Region
  readonly tokens: readonly Token[]
  /** Its tokens in {@link ExhibitIndex.hashes}. */
  readonly from: number
  readonly to: number
  /** False where they have nearly all in common, and nothing of it says much: *we can not say*. */
  readonly isTelling: boolean
}

/** Share of the weight of both together that they have in common. */
const leastShare = 0.5
/** The same where no more than the least is in common of what says something. */
const leastShareOfFew = 0.58
/** Share of the words of the quotation that say something. */
const leastTold = 0.45
/** Share of the weight where what they have in common says little. */
const nearlyAll = 0.8
/** Words in common that say something, and Han characters: in all, and outside of the longest run of them, which may be no more than a name. */
const leastSaying = {han: 5, words: 2}
const leastOutside = {han: 1, words: 1}
/** Widths of the stretches that are tried, in lengths of the quotation. */
const widths = [0.7, 1, 1.4]
/** Longest quotation that is looked for so, and longest exhibit. */
const longest = {quotation: 400, exhibit: 40_000}

interface Unit extends LikeWord {
  readonly isHan: boolean
  /** Index of its token. */
  readonly of: number
}

/** The stretch of the exhibit that has most in common with a quotation, word families and stems for words; `undefined` where none has enough. */
export function findLike({words, tokens}: {readonly words: string; readonly tokens: readonly Token[]}, exhibit: string, index: ExhibitIndex): LikeStretch | undefined {
  if (tokens.length > longest.quotation) return undefined
  const sought = unitsOf(words, tokens)
  let best: (LikeStretch & {readonly share: number}) | undefined
  for (const {first, end} of index.stretches) {
    const [from, to] = [index.blocks[first], index.blocks[end - 1]]
    if (!from || !to || exhibitOf(from) !== exhibit || to.end === from.first || to.end - from.first > longest.exhibit) continue
    const region = readRegion(index, from.first, to.end)
    const units = unitsOf(region.text, region.tokens)
    for (const width of widths) {
      const found = bestStretch(sought, units, Math.max(2, Math.round(sought.length * width)))
      if (!found || found.share <= (best?.share ?? 0)) continue
      const [start, after] = tighten(sought, units, found).map((at) => units[at]?.of ?? 0) as [number, number]
      best = {region, share: found.share, isTelling: found.isTelling, tokens: region.tokens.slice(start, after + 1), from: region.base + start, to: region.base + after + 1}
    }
  }
  return best
}

/** First and last unit of a stretch that the quotation has, too, and that say something; all of it where none does. */
function tighten(sought: readonly Unit[], units: readonly Unit[], {from, to}: {readonly from: number; readonly to: number}): readonly [number, number] {
  const telling = new Set(sought.filter(({weight}) => weight === 1).map(({key}) => key))
  const inside = units.slice(from, to).map(({key}, at) => (telling.has(key) ? from + at : -1)).filter((at) => at >= 0)
  return [inside[0] ?? from, inside.at(-1) ?? to - 1]
}

/** Words and Han characters of a text, contractions as the words that they are short for. */
function unitsOf(text: string, tokens: readonly Token[]): Unit[] {
  return tokens.flatMap(({start, end, isHan}, of) => {
    const word = plainApostrophes(text.slice(start, end))
    const parts = isHan ? [word] : (contractedWords(word)?.split(' ') ?? [word])
    return parts.map((part) => ({...likeWord(part, isHan), isHan, of}))
  })
}

/** Slides a stretch of so many units over an exhibit; each unit of the quotation has one partner at most. */
function bestStretch(sought: readonly Unit[], units: readonly Unit[], width: number): {readonly from: number; readonly to: number; readonly share: number; readonly isTelling: boolean} | undefined {
  const wanted = new Map<string, {count: number; there: number; unit: Unit}>()
  for (const unit of sought) {
    const entry = wanted.get(unit.key)
    if (entry) entry.count++
    else wanted.set(unit.key, {count: 1, there: 0, unit})
  }
  const whole = sought.reduce((sum, {weight}) => sum + weight, 0)
  let own = 0
  let inBoth = 0
  const add = (unit: Unit | undefined, by: 1 | -1): void => {
    if (!unit) return
    own += by * unit.weight
    const entry = wanted.get(unit.key)
    if (!entry) return
    const before = Math.min(entry.count, entry.there)
    entry.there += by
    inBoth += (Math.min(entry.count, entry.there) - before) * entry.unit.weight
  }
  const says = (share: number): boolean => saysEnough(share, sought.map((unit) => ({unit, isShared: (wanted.get(unit.key)?.there ?? 0) > 0})))
  let best: {from: number; to: number; share: number; isTelling: boolean} | undefined
  for (let to = 1; to <= units.length; to++) {
    add(units[to - 1], 1)
    if (to > width) add(units[to - 1 - width], -1)
    const share = (2 * inBoth) / (whole + own)
    if (share < leastShare - 1e-9 || share <= (best?.share ?? 0)) continue
    const isTelling = says(share)
    if (isTelling || share >= nearlyAll) best = {from: Math.max(0, to - width), to, share, isTelling}
  }
  return best
}

function saysEnough(share: number, units: readonly {readonly unit: Unit; readonly isShared: boolean}[]): boolean {
  const runs = [{all: 0, outside: 0}]
  for (const {unit, isShared} of units) {
    const run = runs.at(-1)
    if (!isShared) runs.push({all: 0, outside: 0})
    else if (run && unit.weight === 1) {
      run.all += 1 / (unit.isHan ? leastSaying.han : leastSaying.words)
      run.outside += 1 / (unit.isHan ? leastOutside.han : leastOutside.words)
    }
  }
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
  const outside = runs.map((run) => run.outside)
  const shared = sum(runs.map(({all}) => all))
  const telling = units.filter(({unit}) => unit.weight === 1)
  const told = telling.filter(({isShared}) => isShared).length / telling.length
  return shared >= (share < leastShareOfFew ? 1.4 : 1) - 1e-9 && told >= leastTold && sum(outside) - Math.max(...outside) >= 1 - 1e-9
}

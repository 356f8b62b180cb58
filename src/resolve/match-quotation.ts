import type {CollationResult, ComparedWords} from '../model/quotation.ts'
import {blockAt, exhibitOf, readRegion, type ExhibitIndex, type IndexedBlock, type Region} from './index-exhibits.ts'
import {findNearest} from './nearest-window.ts'
import {cutAtDifferences, drawTogether, pairTokens} from './compare-tokens.ts'
import {expandContractions, plainApostrophes} from './expand-contractions.ts'
import {findLike} from './find-like.ts'
import {likeWord} from './like-words.ts'
import {joinHashes, type Token} from './scan-tokens.ts'
import {leastStrength, strengthOf} from './strength.ts'
import {sentenceEnd, sentenceStart} from './sentences.ts'

/** A quotation that is looked for. */
export interface SoughtQuotation {
  readonly words: string
  /** Id of the exhibit cited for it. */
  readonly cited: string | undefined
  /** True where it is cited right with the quotation. */
  readonly isBound: boolean
  readonly tokens: readonly Token[]
  /** Between its marks of omission, each not empty. */
  readonly parts: readonly (readonly Token[])[]
  /** The same with the first letter a capital, or no capital; `undefined` where it has no case. */
  readonly adapted?: Pick<SoughtQuotation, 'words' | 'parts'>
}

/** What was found. */
export interface Match {
  readonly result: CollationResult
  readonly small?: 'capital' | 'contractions'
  /** `undefined` where there is no passage. */
  readonly passage?: FoundPassage
}

/** A passage of an exhibit beside the quotation. */
export interface FoundPassage {
  readonly exhibit: string
  /** Where it begins. */
  readonly block: IndexedBlock
  readonly offset: number
  readonly words: readonly ComparedWords[]
  readonly quoted: readonly ComparedWords[]
}

/** Tokens from which on words mean something: found in the exhibit that is cited, and found anywhere. */
const leastInCited = {han: 3, words: 2}
const leastAnywhere = {han: 6, words: 4}
/** Share of the quotation's tokens, and of the passage's, that are the same in a quotation with differences. */
const nearlyAll = 0.75
const nearlyAllOfPassage = 0.75
/** Share of the weight in common from which on a passage is similar without a run of tokens in common. */
const plainlySimilar = 0.42
/**
 * Tokens side by side that a passage less similar has in common with the quotation, and outside of these: at the beginning or
 * end of it they may be no more than the name of who acts.
 */
const leastRun = {han: 4, words: 3}
const leastOutsideRun = {han: 2, words: 1}
const leastRunWithin = {han: 5, words: 3}
const longRun = {han: 9, words: 5}
/** Of the longest run what says something: *我们需要一* does not. */
const leastSaid = {han: 3, words: 1}

/**
 * Looks for the passage behind a quotation: word for word first, then the best one that there is. What is not cited right
 * with it must be strong evidence, and is similar only in the exhibit that is cited.
 */
export function matchQuotation(quotation: SoughtQuotation, index: ExhibitIndex): Match {
  const match = findMatch(quotation, index)
  const {passage} = match
  if (!passage) return match
  const isCited = passage.exhibit === quotation.cited
  if (match.result === 'differing' || (isCited && (quotation.isBound || match.result === 'same'))) return match
  const isStrong = strengthOf(quotation.words, passage.words.map(({words}) => words).join('')) >= leastStrength
  return isStrong && (isCited || match.result !== 'similar') ? match : {result: 'missing'}
}

function findMatch(quotation: SoughtQuotation, index: ExhibitIndex): Match {
  const exact = findExact(quotation, index)
  if (exact) return {result: 'same', passage: exact}
  const adapted = quotation.adapted && findExact({...quotation, ...quotation.adapted}, index)
  if (adapted) return {result: 'same', small: 'capital', passage: {...adapted, quoted: [{words: quotation.words, inBoth: true}]}}
  if (!isEnough(quotation.tokens, leastAnywhere)) return {result: 'brief'}
  const nearest = findNearest(quotation, index)
  const compared = nearest && compare(quotation, index, nearest)
  const isOfUse = compared && (compared.result !== 'similar' || compared.passage?.exhibit === quotation.cited)
  return (isOfUse ? compared : undefined) ?? findLoosely(quotation, index) ?? {result: 'missing'}
}

function isEnough(tokens: readonly Token[], least: {readonly han: number; readonly words: number}): boolean {
  const hanCount = tokens.filter((one) => one.isHan).length
  return hanCount / least.han + (tokens.length - hanCount) / least.words >= 1
}

/** Every part word for word, in order, in one message. Brief words only in the exhibit cited; the briefest only where they are a whole block of it. */
function findExact(quotation: SoughtQuotation, index: ExhibitIndex): FoundPassage | undefined {
  const {tokens, parts, cited} = quotation
  const [head] = parts
  const onlyInCited = !isEnough(tokens, leastAnywhere)
  const onlyWhole = !isEnough(tokens, leastInCited)
  if (!head || (onlyInCited && cited === undefined)) return undefined
  const found = startsOf(head, index)
    .map((start) => ({start, block: blockAt(index, start)}))
    .filter(({start, block}) => (!onlyInCited || exhibitOf(block) === cited) && (!onlyWhole || (start === block.first && start + tokens.length === block.end)))
    .sort((a, b) => Number(exhibitOf(b.block) === cited) - Number(exhibitOf(a.block) === cited))
  for (const {start, block} of found) {
    const starts = partStarts(index, start, parts)
    if (!starts) continue
    const end = (starts.at(-1) ?? start) + (parts.at(-1)?.length ?? 0)
    const region = readRegion(index, start, end)
    const passage = region.tokens.slice(start - region.base, end - region.base)
    const from = passage[0]?.start ?? 0
    const text = region.text.slice(from, passage.at(-1)?.end)
    const isQuoted = (at: number): boolean => starts.some((one, part) => at >= one - start && at < one - start + (parts[part]?.length ?? 0))
    if (!saysTheSame(region, {starts, parts, words: quotation.words})) continue
    return {exhibit: exhibitOf(block), ...region.placeOf(from), words: cutAtDifferences(text, passage.map((one) => moved(one, from)), isQuoted), quoted: [{words: quotation.words, inBoth: true}]}
  }
  return undefined
}

function startsOf(part: readonly Token[], index: ExhibitIndex): readonly number[] {
  const [first, second] = part
  if (!first) return []
  if (second) return (index.beginnings.get(joinHashes(first.hash, second.hash)) ?? []).filter((start) => holds(index, start, part))
  return index.blocks.filter((one) => one.end === one.first + 1 && index.hashes[one.first] === first.hash).map((one) => one.first)
}

function holds({hashes}: ExhibitIndex, start: number, part: readonly Token[]): boolean {
  return part.every((token, at) => hashes[start + at] === token.hash)
}

/** Where each part begins, one after the other in one message; `undefined` where one is not there. */
function partStarts(index: ExhibitIndex, start: number, parts: readonly (readonly Token[])[]): number[] | undefined {
  const end = endOfStretch(index, blockAt(index, start))
  const starts: number[] = []
  let from = start
  for (const part of parts) {
    let at = from
    while (at + part.length <= end && !holds(index, at, part)) at++
    if (at + part.length > end) return undefined
    starts.push(at)
    from = at + part.length
  }
  return starts
}

/** Hashes may deceive: what is called the same is compared letter by letter. */
function saysTheSame(region: Region, {starts, parts, words}: {starts: readonly number[]; parts: readonly (readonly Token[])[]; words: string}): boolean {
  return parts.every((part, number) => part.every((token, at) => {
    const other = region.tokens[(starts[number] ?? 0) - region.base + at]
    return other !== undefined && letters(region.text.slice(other.start, other.end)) === letters(words.slice(token.start, token.end))
  }))
}

function letters(text: string): string {
  return plainApostrophes(text).normalize('NFKC').replace(/[[\]\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
}

/** Sets quotation and passage beside each other, and says how near they are; `undefined`: not enough to say anything. */
function compare(quotation: SoughtQuotation, index: ExhibitIndex, window: {readonly from: number; readonly to: number; readonly share: number}): Match | undefined {
  const {tokens, words} = quotation
  const block = blockAt(index, window.from)
  const stretch = index.stretches[block.stretch]
  const slack = Math.ceil(tokens.length / 10) + 2
  const low = Math.max(index.blocks[stretch?.first ?? 0]?.first ?? 0, window.from - slack)
  const high = Math.min(endOfStretch(index, block), window.to + slack)
  const region = readRegion(index, low, high)
  const own = region.tokens.slice(low - region.base, high - region.base)
  // A contraction counts as the words that it is short for, so that it does not hide that all else is the same.
  const [ours, theirs] = [expandContractions(words, tokens), expandContractions(region.text, own)]
  const found = withoutStrays(pairTokens(ours, theirs))
  const pairs = drawTogether(found, ours, theirs)
  const partners = [...pairs].filter((one) => one >= 0)
  const [first, last] = [partners[0] ?? 0, partners.at(-1) ?? 0]
  const isNear = partners.length >= ours.length * nearlyAll && partners.length >= (last - first + 1) * nearlyAllOfPassage
  if (!isNear && window.share < plainlySimilar && !hasRun(found, ours, words)) return undefined
  if (!isNear) return similar(quotation, region, own.slice(window.from - low, window.to - low))
  const start = pairs[0] === -1 ? sentenceStart(region.text, theirs[first]?.start ?? 0) : (theirs[first]?.start ?? 0)
  const end = pairs.at(-1) === -1 ? sentenceEnd(region.text, theirs[last]?.end ?? 0) : (theirs[last]?.end ?? 0)
  const passage = region.tokens.filter((one) => one.start >= start && one.end <= end)
  const text = region.text.slice(start, end)
  // Paired again: more of the sentence may have come in at its ends.
  const again = drawTogether(pairTokens(tokens, passage), tokens, passage)
  const paired = new Set(again)
  const differ = ours.map(({hash}) => hash).join() !== expandContractions(region.text, passage).map(({hash}) => hash).join()
  return {
    result: 'differing',
    ...(!differ && {small: 'contractions'}),
    passage: {
      exhibit: exhibitOf(block),
      ...region.placeOf(start),
      words: cutAtDifferences(text, passage.map((one) => moved(one, start)), (at) => paired.has(at)),
      quoted: cutAtDifferences(words, tokens, (at) => (again[at] ?? -1) >= 0),
    },
  }
}

/** A passage of the exhibit cited that says much the same in other words: a second, looser look where no words stand side by side. */
function findLoosely(quotation: SoughtQuotation, index: ExhibitIndex): Match | undefined {
  const found = quotation.cited === undefined ? undefined : findLike(quotation, quotation.cited, index)
  const compared = found && compare(quotation, index, {...found, share: 0})
  if (compared?.result === 'differing') return compared
  return found?.isTelling ? similar(quotation, found.region, found.tokens) : undefined
}

/** The whole sentences of a passage that is only similar; nothing in it is said to be the same. */
function similar({words}: SoughtQuotation, region: Region, window: readonly Token[]): Match {
  const start = sentenceStart(region.text, window[0]?.start ?? 0)
  const end = sentenceEnd(region.text, window.at(-1)?.end ?? 0)
  const place = region.placeOf(start)
  return {result: 'similar', passage: {exhibit: exhibitOf(place.block), ...place, words: [{words: region.text.slice(start, end).trim(), inBoth: false}], quoted: [{words, inBoth: false}]}}
}

/** Takes away pairs at both ends that stand far from all others: a common word before the passage is no part of it. */
function withoutStrays(pairs: Int32Array): Int32Array {
  const cleaned = pairs.slice()
  const drop = (order: readonly number[]): void => {
    const paired = order.filter((at) => (cleaned[at] ?? -1) >= 0)
    for (let number = 0; number + 3 < paired.length; number++) {
      const [here, next] = [cleaned[paired[number] ?? 0] ?? 0, cleaned[paired[number + 2] ?? 0] ?? 0]
      if (Math.abs(next - here) <= 6) return
      cleaned[paired[number] ?? 0] = -1
    }
  }
  const order = [...cleaned.keys()]
  drop(order)
  drop(order.reverse())
  return cleaned
}

/** Whether enough tokens stand side by side in both, and enough beside the longest run of them. */
function hasRun(pairs: Int32Array, tokens: readonly Token[], text: string): boolean {
  const runs: {readonly tokens: Token[]; readonly start: number}[] = []
  let before = -2
  for (const [at, token] of tokens.entries()) {
    const partner = pairs[at] ?? -1
    if (partner >= 0 && partner === before + 1) runs.at(-1)?.tokens.push(token)
    else if (partner >= 0) runs.push({tokens: [token], start: at})
    before = partner
  }
  const [longest, ...others] = runs.sort((a, b) => b.tokens.length - a.tokens.length)
  const said = longest?.tokens.filter(({start, end, isHan}) => likeWord(text.slice(start, end), isHan).weight === 1) ?? []
  if (!longest || !isEnough(longest.tokens, leastRun) || !isEnough(said, leastSaid)) return false
  const isWithin = longest.start > 0 && longest.start + longest.tokens.length < tokens.length
  return isEnough(longest.tokens, longRun) || (isWithin && isEnough(longest.tokens, leastRunWithin)) || isEnough(others.flatMap((run) => run.tokens), leastOutsideRun)
}

function endOfStretch({stretches, blocks}: ExhibitIndex, {stretch}: IndexedBlock): number {
  return blocks[(stretches[stretch]?.end ?? 1) - 1]?.end ?? 0
}

function moved(token: Token, by: number): Token {
  return {...token, start: token.start - by, end: token.end - by}
}

import {exhibitOf, featuresOf, type ExhibitIndex, type IndexedBlock} from './index-exhibits.ts'
import {joinHashes, tokensOf, type Token} from './scan-tokens.ts'

/** Tokens `from` … `to - 1` of an exhibit. */
export interface Window {
  readonly from: number
  readonly to: number
  /** Share of the weight of the quotation's features that they hold, 0–1. */
  readonly share: number
}

/** Share from which on a passage may be similar, in the exhibit that is cited and in any. By chance it is 0.1, in English 0.2. */
const leastInCited = 0.18
const leastAnywhere = 0.42
/** Weight in common that there must be at all: two words or pairs that are not common. */
const leastWeight = 8
/** Blocks that are looked at, in the exhibit cited and in all. */
const candidates = 4
/** Longest quotation that is compared. */
const longest = 1500

/** The tokens, a little more than the quotation has, that share most with it; `undefined` where nothing shares enough. */
export function findNearest({tokens, cited}: {readonly tokens: readonly Token[]; readonly cited: string | undefined}, index: ExhibitIndex): Window | undefined {
  if (tokens.length > longest) return undefined
  const weights = weightsOf(tokens, index)
  const windows = candidateBlocks(weights, cited, index).map((block) => ({block, ...bestWindow(block, {length: tokens.length, weights, index})}))
  const best = (list: readonly (Window & {block: IndexedBlock})[], least: number): Window | undefined =>
    list.reduce<Window | undefined>((found, one) => (one.share >= least && one.share > (found?.share ?? 0) ? one : found), undefined)
  const own = best(windows.filter(({block}) => exhibitOf(block) === cited), leastInCited)
  const any = best(windows, leastAnywhere)
  // Another exhibit than the one cited has to be plainly nearer.
  return own && any && any.share > own.share * 1.5 ? any : (own ?? any)
}

/** Words that any two texts have in common, whatever they say. */
const commonWords = `a an the and or but nor so if as at by for from in into of off on onto out over to up with about after before than then that this these
those it its he him his she her they them their we us our you your i me my is am are was were be been being do does did have has had will would shall should
can could may might must not no yes there here who whom which what when where why how all any some such one only also very more most much many other own
same too just been said say says case did going go get`
/** 的 and other pairs of characters that stand everywhere. */
const commonPairs = '我们 你们 他们 她们 自己 这个 那个 一个 这些 那些 什么 没有 不是 就是 可以 可能 已经 因为 所以 但是 如果 虽然 然后 以及 或者 时候 的时 现在 这样 这是 的是 也是 都是 我的 你的 他的 们的 了一 的人 是一 我們 他們 這個 沒有 什麼 時候'
const common: ReadonlySet<number> = new Set([
  ...commonWords.split(/\s+/).flatMap((one) => [one, one[0]?.toUpperCase() + one.slice(1)]).flatMap((one) => tokensOf(one).map(({hash}) => hash)),
  ...commonPairs.split(' ').flatMap((one) => featuresOf(tokensOf(one))),
])
/** What a common word weighs beside one that is not. */
const commonWeight = 0.12
/** Blocks that there would be in a dossier of some length: in a small one no word is rare. */
const manyBlocks = 50

/** Rare features weigh more; those that no exhibit has weigh most. */
function weightsOf(tokens: readonly Token[], {features, blocksOf, blocks}: ExhibitIndex): ReadonlyMap<number, number> {
  return new Map(featuresOf(tokens).flatMap((hash) => {
    const feature = features.get(hash)
    if (feature === undefined) return []
    const rarity = Math.log((blocks.length + manyBlocks) / ((blocksOf[feature]?.length ?? 0) + 0.5))
    return [[hash, rarity * (common.has(hash) ? commonWeight : 1)] as const]
  }))
}

/** Blocks that share most of the weight; what half of all blocks hold is not asked for. */
function candidateBlocks(weights: ReadonlyMap<number, number>, cited: string | undefined, {features, blocksOf, blocks}: ExhibitIndex): IndexedBlock[] {
  const scores = new Map<number, number>()
  const tooMany = Math.max(60, blocks.length / 4)
  for (const [hash, weight] of weights) {
    const list = blocksOf[features.get(hash) ?? -1] ?? []
    if (list.length <= tooMany) for (const block of list) scores.set(block, (scores.get(block) ?? 0) + weight)
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => blocks[number] as IndexedBlock)
  const own = ranked.filter((one) => exhibitOf(one) === cited)
  return [...new Set([...own.slice(0, candidates), ...ranked.slice(0, candidates)])]
}

/** Slides a window over a block and what stands around it in the same message. */
function bestWindow(block: IndexedBlock, {length, weights, index}: {length: number; weights: ReadonlyMap<number, number>; index: ExhibitIndex}): Window {
  const {first, end} = index.stretches[block.stretch] ?? {first: 0, end: 0}
  const from = Math.max(index.blocks[first]?.first ?? 0, block.first - length)
  const to = Math.min(index.blocks[end - 1]?.end ?? 0, block.end + length)
  const width = Math.ceil(length * 1.3) + 4
  const total = [...weights.values()].reduce((sum, one) => sum + one, 0)
  const counts = new Map<number, number>()
  let sum = 0
  const count = (hash: number, by: 1 | -1): void => {
    const weight = weights.get(hash)
    if (weight === undefined) return
    const now = (counts.get(hash) ?? 0) + by
    counts.set(hash, now)
    if (by === 1 && now === 1) sum += weight
    if (by === -1 && now === 0) sum -= weight
  }
  const single = (at: number): number => index.hashes[at] ?? 0
  const pair = (at: number): number => joinHashes(single(at - 1), single(at))
  let best: Window = {from, to: from, share: 0}
  for (let at = from; at < to; at++) {
    count(single(at), 1)
    if (at > from) count(pair(at), 1)
    const start = Math.max(from, at + 1 - width)
    if (start > from) {
      count(single(start - 1), -1)
      count(pair(start), -1)
    }
    if (sum >= leastWeight && sum > best.share * total + 1e-9) best = {from: start, to: at + 1, share: sum / total}
  }
  return tighten(best, {weights, single, pair})
}

/** Takes off what shares nothing with the quotation, or only common words, at either end. */
function tighten({from, to, share}: Window, {weights, single, pair}: {weights: ReadonlyMap<number, number>; single: (at: number) => number; pair: (at: number) => number}): Window {
  const counts = (hash: number): boolean => weights.has(hash) && !common.has(hash)
  let [start, end] = [from, to]
  while (start < end - 1 && !counts(single(start)) && !counts(pair(start + 1))) start++
  while (end > start + 1 && !counts(single(end - 1)) && !counts(pair(end - 1))) end--
  return {from: start, to: end, share}
}

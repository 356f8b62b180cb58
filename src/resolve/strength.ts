import {contractedWords, plainApostrophes} from './expand-contractions.ts'
import {likeWord} from './like-words.ts'
import {tokensOf} from './scan-tokens.ts'

/**
 * Strength from which on it is said that words stand in an exhibit which is not cited right for them. What
 * `npx tsx tests/corpus/collation.ts` derives: the least, in tenths, that nothing reaches of what is no quotation.
 */
export const leastStrength = 5.3

/** What each part of the evidence weighs: fitted to the pairs and sentences of `tests/corpus`, and rounded. */
const weights = {inCommon: 5.9, told: 3.5, amount: 2.5, outside: 4.3, pairs: 3}
const nothingInCommon = -7.5
/** Words in common, beside each other and in all, from which on more of them are no more evidence. */
const enough = {amount: 4, outside: 2}

/** Words of which every letter has some, in whatever it says: they count for half. */
const frequent = new Set(`time times week weeks day days night month months year years know knows known knew tell told tells say said says see seen saw look looks looked find found lose
lost come came comes get got get go went gone goes make made take took taken give gave put ask asked asks want wants need think thought person somebody someone anybody everybody everyone nobody
noone end next last first new old good way thing things nothing anything something reads read until must ought should shall name called call please keep kept left leave people`.split(/\s+/))
const frequentHan = new Set('我们认为问题出在任何请不谁也没有人知道今昨明天年月日本周次会大家小多少两三一二四五六七八九十百千万')

interface Unit {
  readonly key: string
  readonly weight: number
  /** What it says: 1 for a word, of which a Han character is a part. */
  readonly says: number
}

/**
 * How strong the evidence is that a text gives the words of a passage: what they have in common by weight, the share of
 * what the text tells, how much that is, how much of it stands beside its longest run, and the pairs of neighbours. Words
 * are compared by families and stems; one that is repeated counts once.
 */
export function strengthOf(quoted: string, passage: string): number {
  const [own, other] = [unitsOf(quoted), unitsOf(passage)]
  const there = new Map<string, number>()
  for (const {key} of other) there.set(key, (there.get(key) ?? 0) + 1)
  const isShared = own.map(({key}) => {
    const count = there.get(key) ?? 0
    there.set(key, count - 1)
    return count > 0
  })
  const shared = own.filter((_, at) => isShared[at])
  const runs = [0]
  for (const [at, {says}] of own.entries()) {
    if (isShared[at]) runs.push((runs.pop() ?? 0) + says)
    else runs.push(0)
  }
  const amount = sum(shared, 'says')
  const neighbours = new Set(other.map(({key}, at) => `${other[at - 1]?.key ?? ''} ${key}`))
  const pairs = own.filter(({key}, at) => at > 0 && neighbours.has(`${own[at - 1]?.key ?? ''} ${key}`)).length
  const parts = {
    inCommon: (2 * sum(shared, 'weight')) / (sum(own, 'weight') + sum(other, 'weight') || 1),
    told: amount / (sum(own, 'says') || 1),
    amount: Math.min(1, amount / enough.amount),
    outside: Math.min(1, (amount - Math.max(...runs)) / enough.outside),
    pairs: pairs / Math.max(1, own.length - 1),
  }
  return (Object.keys(weights) as (keyof typeof weights)[]).reduce((strength, part) => strength + weights[part] * parts[part], nothingInCommon)
}

function sum(units: readonly Unit[], what: 'weight' | 'says'): number {
  return units.reduce((total, unit) => total + unit[what], 0)
}

function unitsOf(text: string): Unit[] {
  const seen = new Set<string>()
  return tokensOf(text).flatMap(({start, end, isHan}) => {
    const word = plainApostrophes(text.slice(start, end))
    const parts = isHan ? [word] : (contractedWords(word)?.split(' ') ?? [word])
    return parts.flatMap((part) => {
      const {key, weight: full} = likeWord(part, isHan)
      if (!isHan && seen.has(key)) return []
      seen.add(key)
      const isFrequent = full === 1 && (isHan ? frequentHan : frequent).has(part.toLowerCase())
      const weight = isFrequent ? full / 2 : full
      return [{key, weight, says: full === 1 ? weight * (isHan ? 0.4 : 1) : 0}]
    })
  })
}

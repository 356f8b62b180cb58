import {once} from '../model/once.ts'

/** Han characters with which the letters of pinyin begin, in their order; no syllable begins with I, U or V. */
const pinyinStarts: readonly (readonly [string, string])[] = [
  ['A', '阿'], ['B', '八'], ['C', '嚓'], ['D', '哒'], ['E', '妸'], ['F', '发'], ['G', '旮'], ['H', '哈'], ['J', '讥'], ['K', '咔'], ['L', '垃'], ['M', '妈'],
  ['N', '拿'], ['O', '噢'], ['P', '趴'], ['Q', '七'], ['R', '然'], ['S', '撒'], ['T', '他'], ['W', '挖'], ['X', '西'], ['Y', '压'], ['Z', '匝'],
]

/** How words are put in order in a language. */
export interface WordOrder {
  /** Below 0 when the first comes first. */
  compare(a: string, b: string): number
  /** The letter under which a word stands: `A`; of a Han character that of its pinyin, but in Japanese and Korean; `#` where there is none. */
  letterOf(word: string): string
}

/** Family names that are not read as the same character alone is, each with characters that sound as the name does. */
const familyNames: Readonly<Record<string, string>> = {
  尉迟: '玉池', 万俟: '莫奇', 长孙: '掌孙', 澹台: '谈台', 令狐: '铃狐', 宰父: '宰抚',
  曾: '增', 单: '善', 單: '善', 仇: '求', 区: '欧', 區: '欧', 查: '扎', 解: '谢', 翟: '宅', 盖: '葛', 蓋: '葛', 乐: '月', 樂: '月', 缪: '妙', 繆: '妙', 覃: '秦', 种: '虫', 召: '绍', 繁: '婆', 折: '舌', 員: '运', 员: '运', 朴: '瓢', 燕: '烟', 任: '人', 华: '化', 華: '化', 纪: '己', 紀: '己', 洗: '险', 冼: '险', 逄: '旁', 逢: '旁',
}

/** A name with its family name written as it sounds, for {@link wordOrder}: `曾国藩` stands under Z. */
export function readFamilyName(name: string): string {
  const own = [name.slice(0, 2), name.slice(0, 1)].find((one) => Object.hasOwn(familyNames, one))
  return own === undefined ? name : `${familyNames[own] ?? ''}${name.slice(own.length)}`
}

/**
 * The order of a language: Han characters by pinyin under the letters of the alphabet, before the words in letters under
 * each; in Japanese and Korean as these sort. Everything else as the language sorts (CLDR). The same on every machine with
 * one version of Node.
 */
export function wordOrder(language: string): WordOrder {
  const readsPinyin = !/^(?:ja|ko)\b/i.test(language)
  const pinyin = once(() => new Intl.Collator('zh-u-co-pinyin', {numeric: true}))
  const own = once(() => (/^zh\b/i.test(language) ? pinyin() : new Intl.Collator(language, {numeric: true})))
  const letterOf = (word: string): string => {
    const first = firstOf(word)
    if (readsPinyin && isHan(first)) return pinyinStarts.findLast(([, start]) => pinyin().compare(start, first) <= 0)?.[0] ?? '#'
    const bare = first.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
    return /^\p{L}$/u.test(bare) ? bare : '#'
  }
  const keys = new Map<string, Key>()
  const keyOf = (word: string): Key => {
    const known = keys.get(word)
    if (known) return known
    const letter = letterOf(word)
    const key = {letter: letter === '#' ? '' : letter, isHan: readsPinyin && isHan(firstOf(word))}
    keys.set(word, key)
    return key
  }
  return {
    letterOf,
    compare: (a, b) => {
      const [first, second] = [keyOf(a), keyOf(b)]
      const byLetter = first.letter === second.letter ? 0 : own().compare(first.letter, second.letter)
      return byLetter || Number(second.isHan) - Number(first.isHan) || (first.isHan ? pinyin() : own()).compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
    },
  }
}

interface Key {
  readonly letter: string
  readonly isHan: boolean
}

/** The first letter, digit or Han character of a word. */
function firstOf(word: string): string {
  return [...word.normalize('NFKC').replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? ''
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character)
}

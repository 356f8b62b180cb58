/** Han characters with which the letters of pinyin begin, in their order; no syllable begins with I, U or V. */
const pinyinStarts: readonly (readonly [string, string])[] = [
  ['A', '阿'], ['B', '八'], ['C', '嚓'], ['D', '哒'], ['E', '妸'], ['F', '发'], ['G', '旮'], ['H', '哈'], ['J', '讥'], ['K', '咔'], ['L', '垃'], ['M', '妈'],
  ['N', '拿'], ['O', '噢'], ['P', '趴'], ['Q', '七'], ['R', '然'], ['S', '撒'], ['T', '他'], ['W', '挖'], ['X', '西'], ['Y', '压'], ['Z', '匝'],
]

/** How words are put in order in a language. */
export interface WordOrder {
  /** Below 0 when the first comes first. */
  compare(a: string, b: string): number
  /** The letter under which a word stands: `A`; of a Han character in Chinese that of its pinyin; `#` where there is none. */
  letterOf(word: string): string
}

/**
 * The order of a language: Han characters in Chinese by pinyin, among the letters of the alphabet; other languages as
 * they sort (CLDR). The same on every machine with one version of Node.
 */
export function wordOrder(language: string): WordOrder {
  const isChinese = /^zh\b/i.test(language)
  const collator = new Intl.Collator(isChinese ? 'zh-u-co-pinyin' : language, {numeric: true})
  const letterOf = (word: string): string => {
    const first = [...word.normalize('NFKC').replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? ''
    if (isChinese && /\p{Script=Han}/u.test(first)) return pinyinStarts.findLast(([, start]) => collator.compare(start, first) <= 0)?.[0] ?? '#'
    const bare = first.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
    return /^\p{L}$/u.test(bare) ? bare : '#'
  }
  const rank = (letter: string): string => (letter === '#' ? '' : letter)
  return {
    letterOf,
    compare: (a, b) => collator.compare(rank(letterOf(a)), rank(letterOf(b))) || collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0),
  }
}

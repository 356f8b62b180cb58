/** Digits of a number with what groups them: `1,500`, `300'000`, `1 500 000`, `1.500.000,50`, `1.5`, `1,5`; a pattern without groups of its own. */
export const digitNumber = [
  String.raw`\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?`,
  String.raw`\d{1,3}(?:['’]\d{3})+(?!\d)(?:[.,]\d+)?`,
  String.raw`\d{1,3}(?:\.\d{3})+(?:,\d{1,2}|(?=\.))(?!\d)`,
  String.raw`\d{1,3}(?:\.\d{3}){2,}(?!\d)`,
  String.raw`\d+(?:,\d{2,4})*,\d{3,4}(?!\d)(?:\.\d+)?`,
  String.raw`\d+(?:[.,]\d+)?`,
].join('|')

/** What digits may mean; `300.000` is read both ways. */
export function readDigits(written: string): number[] {
  const digits = written.replace(/[ \u00a0\u2009\u202f'’]/g, '')
  const decimal = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  if (decimal === -1) return [Number(digits)]
  const bare = Number(digits.replace(/[.,]/g, ''))
  const exact = Number(`${digits.slice(0, decimal).replace(/[.,]/g, '')}.${digits.slice(decimal + 1)}`)
  const marks = new Set(digits.replace(/\d/g, ''))
  if (marks.size === 2) return [exact]
  const count = digits.replace(/\d/g, '').length
  const isGroup = digits.length - decimal - 1 >= 3
  if (marks.has(',')) return count > 1 || isGroup ? [bare] : [exact]
  return count > 1 ? [bare] : isGroup && digits.length - decimal - 1 === 3 && decimal <= 3 ? [exact, bare] : [exact]
}

const units: ReadonlyMap<string, number> = new Map([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').map((word, index) => [word, index + 1] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
])
const multiples: ReadonlyMap<string, number> = new Map([['hundred', 100], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12]])
const unit = [...units.keys()].sort((a, b) => b.length - a.length).join('|')
const multiple = [...multiples.keys()].join('|')

/** A number in English words, `fifteen hundred`, `one hundred and fifty thousand`, `half a million`; a pattern without groups of its own. */
export const wordNumber = String.raw`(?<![\p{L}-])(?:(?:half\sa|an?)\s(?:${multiple})|(?:${unit}))(?:(?:[\s-]|(?<=hundred|thousand|million|billion)\sand\s|\sand\sa\shalf\s)(?:${unit}|${multiple}))*(?![\p{L}])`

/** The value of a number in English words. */
export function readWords(written: string): number {
  let total = 0
  let current = 0
  let factor = 1
  const words = written.toLowerCase().split(/[\s-]+/)
  for (const [at, word] of words.entries()) {
    const size = multiples.get(word)
    if (word === 'half' && at === 0) factor = 0.5
    else if (word === 'half') current += 0.5
    else if (size === 100) current = (current || 1) * 100
    else if (size !== undefined) {
      total += (current || 1) * size
      current = 0
    } else current += units.get(word) ?? 0
  }
  return (total + current) * factor
}

const hanDigits: ReadonlyMap<string, number> = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value] as const).concat([['零', 0], ['○', 0], ['两', 2], ['兩', 2]]))
const hanUnits: ReadonlyMap<string, number> = new Map([['十', 10], ['百', 100], ['千', 1000]])
const hanScales: ReadonlyMap<string, number> = new Map([['万', 1e4], ['萬', 1e4], ['亿', 1e8], ['億', 1e8]])

/** A number in Han numerals that begins with a digit (`一百五十万`, `二〇一八`, `三点五`), or digits with Han scales (`1亿5000万`); patterns without groups of their own. */
export const hanNumber = '[〇零○一二两兩三四五六七八九十][〇零○一二两兩三四五六七八九十百千万萬亿億]*(?:点[〇零一二三四五六七八九]+)?'
export const scaledNumber = String.raw`(?:(?:${digitNumber})\s*(?:[十百千]?[万萬亿億]+|[百千](?![万萬亿億])))(?:\d+(?:\.\d+)?[万萬千])*`

/** The value of a number in Han numerals; a row of digits is read digit by digit. */
export function readHan(written: string): number {
  const [whole = '', decimals = ''] = written.split('点')
  const digit = (one: string): number => hanDigits.get(one) ?? 0
  const fraction = decimals === '' ? 0 : Number(`0.${[...decimals].map(digit).join('')}`)
  if (/^[〇零○一二三四五六七八九]{2,}$/.test(whole)) return Number([...whole].map(digit).join('')) + fraction
  let [total, section, last] = [0, 0, 0]
  let unitBefore = 1
  for (const one of whole) {
    const [size, scale] = [hanUnits.get(one), hanScales.get(one)]
    if (size !== undefined) {
      section += (last || 1) * size
      last = 0
      unitBefore = size
    } else if (scale !== undefined) {
      // 万亿: a scale right behind another one multiplies it.
      const value = section + last
      total = value === 0 ? total * scale : total + value * scale
      ;[section, last, unitBefore] = [0, 0, scale]
    } else {
      last = digit(one)
      if (last === 0) unitBefore = 10
    }
  }
  // 一千五 is 1,500, 一千零五 is 1,005.
  return total + section + last * (last > 0 && unitBefore > 10 && !/[零〇○].$/.test(whole) && whole.length > 1 ? unitBefore / 10 : 1) + fraction
}

const scaledPart = new RegExp(String.raw`(${digitNumber})\s*([十百千万萬亿億]+)`, 'gu')

/** The value of digits with Han scales. */
export function readScaled(written: string): number[] {
  const parts = [...written.matchAll(scaledPart)]
  return parts.reduce<number[]>((sums, [, digits = '', scale = '']) => {
    const factor = [...scale].reduce((product, one) => product * (hanUnits.get(one) ?? hanScales.get(one) ?? 1), 1)
    return sums.flatMap((sum) => readDigits(digits).map((value) => sum + value * factor))
  }, [0])
}

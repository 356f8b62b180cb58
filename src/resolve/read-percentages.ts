import type {PercentageFigure} from './read-figures.ts'
import {digitNumber, readDigits, readHan, readWords, wordNumber} from './read-number.ts'

const sign = String.raw`%|‰|per[\s-]?cent(?![\p{L}])|pct(?![\p{L}])|percentage\spoints?|个?百分点`
const digits = new RegExp(String.raw`(?<!\d|\d[.,])(?<number>${digitNumber})[\s-]?(?<sign>${sign})`, 'giu')
const words = new RegExp(String.raw`(?<words>${wordNumber})[\s-](?<sign>${sign})`, 'giu')
const hanPart = String.raw`\d+(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+(?:点[〇零一二三四五六七八九]+)?`
const han = new RegExp(String.raw`(?<![\d.〇零一二三四五六七八九十百千两])(?<below>${hanPart})分之\s?(?<above>${hanPart})`, 'gu')
const tenths = /(?<![\d第零〇一二两三四五六七八九十百千])(?<tenths>[一二三四五六七八九两]|\d)成(?<half>半)?(?=[的以左是有，。、；]|$)|(?<=[占有了约近至到超过])(?<tenths2>[一二三四五六七八九两]|\d)成(?<half2>半)?(?![为立功员果本长交就])/gu

const below: ReadonlyMap<string, number> = new Map([['half', 2], ['halves', 2], ['third', 3], ['quarter', 4], ['fourth', 4], ['fifth', 5], ['sixth', 6], ['seventh', 7], ['eighth', 8], ['ninth', 9], ['tenth', 10]])
const names = 'half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?'
/** `two thirds`, `a third of`; not `a third letter`, not `a quarter of an hour`. */
const fractions = new RegExp(String.raw`(?<![\p{L}-])(?:(?<above>a|an|one)[\s-](?<name>thirds?|quarters?|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=\sof\b(?!\san?\s(?:hour|mile|inch|century)))|(?<several>two|three|four|five|six|seven|eight|nine)[\s-](?<names>thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)(?![\p{L}]))`, 'giu')
const looseFractions = new RegExp(String.raw`(?<![\p{L}-])(?<above>a|an|one)[\s-](?<name>${names})(?![\p{L}])|(?<![\p{L}])(?<half>half)(?![\p{L}])|(?<hanHalf>一半|半数|过半)|(?<sign>[½⅓⅔¼¾])|(?<![\d./])(?<up>\d{1,2})/(?<down>\d{1,3})(?![\d./])`, 'giu')
const signs: Readonly<Record<string, number>> = {'½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4}

/** Percentages, and fractions as such. */
export function readPercentages(text: string, isLoose: boolean): PercentageFigure[] {
  const make = (match: RegExpExecArray, values: readonly number[], places?: number): PercentageFigure => ({kind: 'percentage', words: match[0], start: match.index, values, places})
  const thousandth = (match: RegExpExecArray): number => (match.groups?.['sign'] === '‰' ? 10 : 1)
  return [
    ...[...text.matchAll(digits)].map((match) => {
      const number = match.groups?.['number'] ?? ''
      return make(match, readDigits(number).map((one) => one / thousandth(match)), /[.,](\d+)$/.exec(number)?.[1]?.length ?? 0)
    }),
    ...[...text.matchAll(words)].map((match) => make(match, [readWords(match.groups?.['words'] ?? '') / thousandth(match)], 0)),
    ...[...text.matchAll(han)].map((match) => {
      const [under, over] = [numberOf(match.groups?.['below'] ?? ''), match.groups?.['above'] ?? '']
      const isPercent = under === 100 || under === 1000
      return make(match, [(100 * numberOf(over)) / under], isPercent ? (/[.点](.+)$/.exec(over)?.[1]?.length ?? 0) : undefined)
    }),
    ...[...text.matchAll(tenths)].map((match) => {
      const {tenths: one, tenths2: two, half, half2} = match.groups ?? {}
      return make(match, [10 * numberOf(one ?? two ?? '') + (half ?? half2 ? 5 : 0)], 0)
    }),
    ...[...text.matchAll(fractions)].map((match) => {
      const {several, names: plural, name} = match.groups ?? {}
      return make(match, [shareOf(several === undefined ? 1 : readWords(several), plural ?? name ?? '')])
    }),
    ...(isLoose ? [...text.matchAll(looseFractions)].map((match) => make(match, [looseShare(match.groups ?? {})])) : []),
  ].filter(({values}) => values.every(Number.isFinite))
}

function shareOf(above: number, name: string): number {
  const plain = name.toLowerCase()
  return (100 * above) / (below.get(plain) ?? below.get(plain.replace(/s$/, '')) ?? Number.NaN)
}

function looseShare({name, half, hanHalf, sign: one, up, down}: Record<string, string | undefined>): number {
  if (half !== undefined || hanHalf !== undefined) return 50
  if (one !== undefined) return 100 * (signs[one] ?? Number.NaN)
  return up === undefined ? shareOf(1, name ?? '') : (100 * Number(up)) / Number(down)
}

function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  // 百 and 千 stand alone as denominators.
  return readHan(/^[百千]/.test(written) ? `一${written}` : written)
}

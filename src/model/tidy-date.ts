/** What stands in brackets beside a date of the lunar calendar: `(农历六月初七)`, `(癸卯年六月初七)`; with a day, so that `(农历)` alone stays. */
const lunar = /[ ,]*(?:\( ?(?:(?:农历|農曆|阴历|陰曆|旧历|舊曆|旧暦|음력)[^()]{0,12}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥](?:\([鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬]\))?年)?(?:闰|閏)?(?:正|[一二三四五六七八九十]{1,2}|冬|腊|臘)月(?:初|十|二|廿|三|卅)[一二三四五六七八九十]?日? ?\)|\( ?음력 ?\d{1,2}월 ?\d{1,2}일 ?\))/gu
/** Han numerals before a unit of a date; not the weekday of `星期日`. */
const numeral = /(?<![期周週拜曜])(?<![〇零○一二三四五六七八九十百廿卅])[〇零○一二三四五六七八九十百廿卅]{1,6}(?= ?[年月日号號时時点點分秒])/gu
const digits = '〇一二三四五六七八九'

/**
 * A date in one form: full-width digits and marks made ASCII, all white space one space, marks of direction gone, Han
 * numerals made digits, a day of the lunar calendar that stands in brackets beside it left out.
 */
export function tidyDate(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '').replace(/\s+/g, ' ').trim()
  return plain.replace(lunar, '').replace(numeral, readHan).trim()
}

/** `二〇一九` → 2019, `二十六` → 26, `一百零五` → 105, `廿四` → 24; the words themselves where they are no number. */
function readHan(run: string): string {
  const plain = run.replaceAll('零', '〇').replaceAll('○', '〇').replace(/^廿$/u, '二十').replace(/^卅$/u, '三十').replace('廿', '二十').replace('卅', '三十')
  if (!/[十百]/u.test(plain)) return [...plain].map((one) => digits.indexOf(one)).join('')
  const parts = /^(?:(?<hundreds>[一二三四五六七八九])百)?〇?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/u.exec(plain)?.groups
  if (!parts) return run
  const of = (one: string | undefined): number => (one === undefined ? 0 : digits.indexOf(one))
  return String(of(parts['hundreds']) * 100 + (parts['ten'] === undefined ? 0 : (parts['tens'] === undefined ? 1 : of(parts['tens'])) * 10) + of(parts['ones']))
}

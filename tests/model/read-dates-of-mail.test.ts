import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isDayFirst} from '../../src/model/day-first.ts'
import {headerLabels} from '../../src/model/header-vocabulary.ts'
import {readMoment} from '../../src/model/read-moment.ts'

const at = (text: string, options = {}) => Object.values(readMoment(text, options).local ?? {})
const ninth = [2021, 3, 9, 16, 20]

describe('what mail programs print', () => {
  it.each([
    'Tue, 3/9/2021 4:20 PM', 'Tue 09/03/2021 16:20', 'ti 9.3.2021 klo 16.20', '09.03.2021 um 16:20 Uhr', 'Di., 9. März 2021 um 16:20 Uhr', 'Am Di., 9. März 2021 um 16:20 Uhr',
    '2021年3月9日 GMT+8 下午4:20', '2021-03-09 16:20 (星期二)', '2021/3/9（二）16:20', '周二 2021/3/9 16:20', '民國110年3月9日 下午 4:20', '民國一百一十年三月九日 下午四時二十分',
    '令和3年3月9日(火) 午後4:20', '2021年3月9日（农历正月廿六）16:20', '2021年3月9日 星期二（农历辛丑年正月廿六）下午4:20', 'mar. 9 mars 2021 à 16h20', 'ter., 9 de mar. de 2021 às 16:20',
    'martes, 9 de marzo de 2021 4:20 p. m.', 'mar 9 mar 2021 alle ore 16:20', 'Op di 9 mrt. 2021 om 16:20', 'Den tis 9 mars 2021 kl 16:20', 'tirsdag den 9. marts 2021 kl. 16.20',
    'вт, 9 мар. 2021 г. в 16:20', 'вт, 9 бер. 2021 р. о 16:20', 'wt., 9 mar 2021 o 16:20', 'út 9. 3. 2021 v 16:20', 'tiistai 9. maaliskuuta 2021 klo 16.20', '9 Mart 2021 Salı 16:20', '9 Mar 2021 Sal, 16:20',
    '2021. március 9., kedd 16:20', 'mar., 9 mar. 2021 la 16:20', '2021년 3월 9일 (화) 오후 4:20', 'Tue, 9 Mar 21 16:20 EST', 'Tuesday, 09-Mar-21 16:20 GMT', '9 Mar 121 16:20 GMT',
  ])('%s', (text) => {
    expect(at(text)).toEqual(ninth)
    expect(readMoment(text).weekday?.agrees ?? true).toBe(true)
  })

  it.each([
    ['Tue, 9 Mar 2021 16:20:00 -0000', {state: 'given', asPrinted: '-0000', offsetMinutes: 0}],
    ['Tue, 9 Mar 2021 16:20:00 UT', {state: 'given', asPrinted: 'UT', offsetMinutes: 0}],
    ['Tue, 9 Mar 2021 16:20:00 R', {state: 'ambiguous', asPrinted: 'R', candidates: [-300, 300]}],
    ['2021年3月9日 GMT+8 下午4:20', {state: 'given', asPrinted: 'GMT+8', offsetMinutes: 480}],
    ['9 марта 2021, 16:20 МСК', {state: 'given', asPrinted: 'МСК', offsetMinutes: 180}],
  ])('zone of %s', (text, zone) => {
    expect(readMoment(text).zone).toEqual(zone)
  })
})

describe('never guessed', () => {
  it.each([
    '3/4/2023', '3/4/2023 10:00', '03.04.2023 10:00', 'Wed, 3/4/2023', '3-4-2023', '9 Mar 21', '9 Mar 21 16:20', '1/2/21', '平成31年5月1日', '民國0年1月4日', '105年1月4日', '农历2023年6月7日', '2023年6月7日（农历）',
    'Tue, Wed, 9 Mar 2021', '2021-03-09 10:00 11:00', '2021-03-09 2021-03-10', '9. listopada 2021', '2021-03-09 GMT+8', 'Tuesday', '16:20', '9 Mar 2021 P', '2021-03-09 24:00',
  ])('%s is not read', (text) => {
    expect(readMoment(text).local).toBeUndefined()
  })

  it('a weekday beside them settles day and month', () => {
    expect(at('Mon 3/4/2023')).toEqual([2023, 4, 3])
    expect(at('Sat 3/4/2023')).toEqual([2023, 3, 4])
    expect(at('so 2. 12. 2023')).toEqual([2023, 12, 2])
    expect(at('So., 3.12.2023')).toEqual([2023, 12, 3])
  })

  it('dots are day and month where the words around are of a language that writes so', () => {
    expect(isDayFirst({label: 'Gesendet'})).toBe(true)
    expect(isDayFirst({language: 'fi'})).toBe(true)
    for (const label of ['Date', 'Sent', '日期', '보낸 날짜', 'Dátum']) expect(isDayFirst({label})).toBe(false)
    expect(at('03.04.2023 10:00', {dotsAreDayFirst: true})).toEqual([2023, 4, 3, 10, 0])
    expect(at('3/4/2023 10:00', {dotsAreDayFirst: true})).toEqual([])
  })
})

/** Languages of {@link headerLabels}. */
const locales = ['en', 'en-GB', 'de', 'de-AT', 'fr', 'es', 'it', 'pt', 'pt-PT', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'ru', 'uk', 'hu', 'tr', 'ro', 'zh-Hans', 'zh-Hant', 'ja', 'ko']

describe('every month and weekday of the languages of the labels', () => {
  it.each(locales)('%s', (locale) => {
    expect(headerLabels.date.length).toBeGreaterThan(0)
    const formats = (['full', 'long'] as const).map((dateStyle) => new Intl.DateTimeFormat(locale, {dateStyle, timeStyle: 'short', timeZone: 'UTC'}))
    const brief = new Intl.DateTimeFormat(locale, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})
    for (let day = 0; day < 365; day += 5) {
      const date = new Date(Date.UTC(2023, 0, 1 + day, 15, 7))
      const days = [2023, date.getUTCMonth() + 1, date.getUTCDate()]
      for (const format of formats) expect([format.format(date), at(format.format(date))]).toEqual([format.format(date), [...days, 15, 7]])
      // In digits, day and month can't be told.
      if (locale === 'pt-PT') continue
      expect([brief.format(date), at(brief.format(date))]).toEqual([brief.format(date), days])
      expect(readMoment(brief.format(date)).weekday?.agrees ?? true).toBe(true)
    }
  })
})

it('pieces of dates in any order are read or kept, and nothing is thrown', () => {
  const piece = fc.constantFrom('2023', '24', '3', '7', '年', '月', '日', '/', '-', '.', ':', ' ', ',', '(', ')', 'Mon', 'Jul', '星期一', '下午', 'PM', 'GMT+8', '+0800', '民國', '令和', '元', '农历', '初七', '一', '十', 'um', 'Uhr', 'T', 'Z', '\u0000', '\uD800', 'İ', '½')
  fc.assert(fc.property(fc.array(piece, {maxLength: 60}), (pieces) => {
    const text = pieces.join('')
    const {asPrinted, local} = readMoment(text)
    return asPrinted === text && (local === undefined || local.year > 0)
  }), {numRuns: 2000})
})

import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {LocalTime} from '../../src/model/moment.ts'
import {readMoment} from '../../src/model/read-moment.ts'

const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const long = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const han = '日一二三四五六'
const japanese = '日月火水木金土'
const korean = '일월화수목금토'

interface Given {year: number; month: number; day: number; hour: number; minute: number; second: number; weekday: number}

const two = (value: number) => String(value).padStart(2, '0')
const half = (given: Given) => (given.hour < 12 ? 'AM' : 'PM')
const twelve = (given: Given) => given.hour % 12 || 12
const year = (given: Given) => String(given.year).padStart(4, '0')

/** What programs print; each is read back to the same fields. */
const formats: Readonly<Record<string, {write: (given: Given) => string; seconds?: true; offset?: number}>> = {
  'zh-Hans, spaced': {write: (g) => `${year(g)} 年 ${g.month} 月 ${g.day} 日，星期${han[g.weekday]}，${g.hour < 12 ? '上午' : '下午'} ${twelve(g)}:${two(g.minute)}`},
  'zh-Hans, tight': {write: (g) => `${year(g)}年${g.month}月${g.day}日 (周${han[g.weekday]}) ${g.hour}:${two(g.minute)}`},
  'zh-Hans, full width': {write: (g) => `${year(g)}年${g.month}月${g.day}日　${g.hour}：${two(g.minute)}：${two(g.second)}`, seconds: true},
  'zh-Hans, hours in words': {write: (g) => `${year(g)}年${g.month}月${g.day}日${g.hour}点${g.minute}分`},
  'zh-Hant': {write: (g) => `${year(g)}年${g.month}月${g.day}日 週${han[g.weekday]} ${g.hour < 12 ? '上午' : '下午'}${twelve(g)}:${two(g.minute)}:${two(g.second)} [GMT+8]`, seconds: true, offset: 480},
  'weekday first': {write: (g) => `星期${han[g.weekday]}, ${year(g)}年${g.month}月${g.day}日 ${two(g.hour)}:${two(g.minute)}`},
  ja: {write: (g) => `${year(g)}年${g.month}月${g.day}日(${japanese[g.weekday]}) ${g.hour < 12 ? '午前' : '午後'}${g.hour % 12}:${two(g.minute)}`},
  'ja, slashes': {write: (g) => `${year(g)}/${two(g.month)}/${two(g.day)} ${two(g.hour)}:${two(g.minute)}`},
  ko: {write: (g) => `${year(g)}년 ${g.month}월 ${g.day}일 (${korean[g.weekday]}) ${g.hour < 12 ? '오전' : '오후'} ${twelve(g)}:${two(g.minute)}`},
  'ko, dots': {write: (g) => `${year(g)}. ${g.month}. ${g.day}. ${g.hour < 12 ? '오전' : '오후'} ${twelve(g)}:${two(g.minute)}`},
  'en, American': {write: (g) => `${days[g.weekday]}, ${short[g.month - 1]} ${g.day}, ${year(g)} at ${twelve(g)}:${two(g.minute)} ${half(g)}`},
  'en, long with zone': {write: (g) => `${long[g.month - 1]} ${g.day}, ${year(g)} at ${twelve(g)}:${two(g.minute)}:${two(g.second)}\u202F${half(g)} PST`, seconds: true, offset: -480},
  'en, British': {write: (g) => `${g.day} ${long[g.month - 1]} ${year(g)} at ${two(g.hour)}:${two(g.minute)}:${two(g.second)} UTC`, seconds: true, offset: 0},
  'en, time first': {write: (g) => `${twelve(g)}:${two(g.minute)} ${half(g)}, ${long[g.month - 1]} ${g.day}, ${year(g)}`},
  'RFC 5322': {write: (g) => `${days[g.weekday]}, ${g.day} ${short[g.month - 1]} ${year(g)} ${two(g.hour)}:${two(g.minute)}:${two(g.second)} -0800 (PST)`, seconds: true, offset: -480},
  asctime: {write: (g) => `${days[g.weekday]} ${short[g.month - 1]} ${String(g.day).padStart(2)} ${two(g.hour)}:${two(g.minute)}:${two(g.second)} ${year(g)}`, seconds: true},
  'ISO 8601': {write: (g) => `${year(g)}-${two(g.month)}-${two(g.day)}T${two(g.hour)}:${two(g.minute)}:${two(g.second)}+05:30`, seconds: true, offset: 330},
  'ISO 8601, UTC': {write: (g) => `${year(g)}-${two(g.month)}-${two(g.day)}T${two(g.hour)}:${two(g.minute)}:${two(g.second)}.000Z`, seconds: true, offset: 0},
}

const given = fc
  .date({min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true})
  .map((date): Given => ({
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(),
  }))

describe('every printed form reads back to the same fields', () => {
  it.each(Object.entries(formats))('%s', (_, {write, seconds, offset}) => {
    fc.assert(fc.property(given, (one) => {
      const moment = readMoment(write(one))
      const local: LocalTime = {year: one.year, month: one.month, day: one.day, hour: one.hour, minute: one.minute, ...(seconds && {second: one.second})}
      expect(moment.local).toEqual(local)
      expect(moment.weekday?.agrees ?? true).toBe(true)
      expect(moment.zone.state === 'given' ? moment.zone.offsetMinutes : undefined).toBe(offset)
    }))
  })
})

describe('exact or as printed', () => {
  it.each([
    '3月7日', '2/1/2018', '2018年2月30日', '2018年2月1日 昨天', 'about Feb 1, 2018', '20180201', '26 Dec 2018 13:05 PM', '2018年12月26日 晚上12:07', 'Feb 1, 18', '0000年', '3018', '2018年初', '2018-02-01 2018', '',
    '2018年2月1日 25:00', '2018年12月26日 凌晨 9:00', 'Feb 1, 2018 3', '2018-02-01 10:00 XYZ', 'x'.repeat(10_000), `2018${' '.repeat(10_000)}x`,
  ])('%s is not read', (text) => {
    expect(readMoment(text)).toEqual({asPrinted: text, zone: {state: 'absent'}})
  })

  it.each([
    ['12/26/2018', {year: 2018, month: 12, day: 26}],
    ['26/12/2018', {year: 2018, month: 12, day: 26}],
    ['2024年3月', {year: 2024, month: 3}],
    ['2019', {year: 2019}],
    ['2019年', {year: 2019}],
    ['2019 年', {year: 2019}],
    ['二〇一九年', {year: 2019}],
    ['二〇一九年三月', {year: 2019, month: 3}],
    ['2019-03', {year: 2019, month: 3}],
    ['Mar. 2019', {year: 2019, month: 3}],
    ['March 2024', {year: 2024, month: 3}],
    ['二〇一八年十二月二十六日', {year: 2018, month: 12, day: 26}],
    ['2018年12月26日 中午12:07', {year: 2018, month: 12, day: 26, hour: 12, minute: 7}],
    ['2018年12月26日 凌晨 0:30', {year: 2018, month: 12, day: 26, hour: 0, minute: 30}],
    ['2018年12月26日 晚上 8:05', {year: 2018, month: 12, day: 26, hour: 20, minute: 5}],
    ['2018年12月26日 上午12:10', {year: 2018, month: 12, day: 26, hour: 0, minute: 10}],
    ['2018年12月26日下午14:30', {year: 2018, month: 12, day: 26, hour: 14, minute: 30}],
    ['2018年12月26日 7点半', {year: 2018, month: 12, day: 26, hour: 7, minute: 30}],
    ['Donnerstag, 28. Oktober 2021 um 12:46 Uhr', {year: 2021, month: 10, day: 28, hour: 12, minute: 46}],
    ['jeudi 28 octobre 2021 à 12:06', {year: 2021, month: 10, day: 28, hour: 12, minute: 6}],
  ])('%s is read', (text, local) => {
    expect(readMoment(text).local).toEqual(local)
  })

  it('compares the weekday with the calendar', () => {
    expect(readMoment('2018年12月26日星期四').weekday).toEqual({asPrinted: '星期四', agrees: false})
    expect(readMoment('Tue, Feb 29, 2000').weekday).toEqual({asPrinted: 'Tue', agrees: true})
  })

  it('leaves an abbreviation with several meanings ambiguous', () => {
    expect(readMoment('2016 年 1 月 2 日，上午 10:12:32 CST').zone).toEqual({state: 'ambiguous', asPrinted: 'CST', candidates: [-360, 480, -300]})
    expect(readMoment('Jan 2, 2016 10:12 AM IST').zone.state).toBe('ambiguous')
    expect(readMoment('Thu, 1 Feb 2018 03:52:00 -0800 (EST)').zone).toEqual({state: 'contradictory', asPrinted: '-0800 (EST)', candidates: [-480, -300]})
    expect(readMoment('Sat, 2 Jan 2016 10:12:32 +0800 (CST)').zone).toMatchObject({state: 'given', offsetMinutes: 480})
    expect(readMoment('2016年1月2日 10:12 北京时间').zone).toMatchObject({state: 'given', offsetMinutes: 480})
  })
})

it('any text at all is kept as printed', () => {
  fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => readMoment(text).asPrinted === text))
})

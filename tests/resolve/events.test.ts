import fc from 'fast-check'
import {expect, test} from 'vitest'
import {mail, resolveTexts} from './resolve-texts.ts'

function inOrder(...dates: string[]): string[] {
  const texts = Object.fromEntries(dates.map((date, index) => [`exhibits/${index + 1}.md`, mail({From: 'Alice', Date: date})]))
  return resolveTexts(texts).dossier.events.map(({moment}) => moment.asPrinted)
}

test('a day without an hour comes before its hours', () => {
  expect(inOrder('2018-02-01 10:00', '2018-02-01 00:00', '2018-02-01', '2018-02-01 09:30')).toEqual(
    ['2018-02-01', '2018-02-01 00:00', '2018-02-01 09:30', '2018-02-01 10:00'])
})

test('a year comes before its months, a month before its days', () => {
  expect(inOrder('2018-02-01', '2018年2月', '2018-01-05', '2018', '2017-12-31', '2019年')).toEqual(['2017-12-31', '2018', '2018-01-05', '2018年2月', '2018-02-01', '2019年'])
})

test('instants are in the order in which they were, whatever their zones; a time without one counts as it stands', () => {
  const [west, east, none] = ['Thu, 1 Feb 2018 22:00:00 -0800', 'Fri, 2 Feb 2018 04:00:00 +0000', '2018-02-02 05:00']
  expect(inOrder(west, none, east)).toEqual([east, none, west])
})

test('an assumed zone puts a time in its place', () => {
  const texts = {'exhibits/1.md': mail({From: 'Alice', Date: '2018-02-02 09:00'}), 'exhibits/2.md': mail({From: 'Alice', Date: 'Fri, 2 Feb 2018 02:00:00 +0000'})}
  const order = (chronology: {zoneMinutes: number; assumedMinutes?: number}) => resolveTexts(texts, {chronology}).dossier.events.map(({target}) => target)
  expect(order({zoneMinutes: 0})).toEqual(['exhibit-2-message-1', 'exhibit-1-message-1'])
  expect(order({zoneMinutes: 0, assumedMinutes: 480})).toEqual(['exhibit-1-message-1', 'exhibit-2-message-1'])
})

test('the weekday of a listed event is checked, with its line', () => {
  const {files} = resolveTexts({'article.md': '---\ntitle: T\n---\n\nText.\n', 'events.yaml': '- date: Friday, 11 December 2015\n  title: A\n- date: 2015 年 12 月 11 日 星期四\n  title: B\n'})
  expect(files.flatMap(({path, messages}) => messages.map(({line, ruleId, reason}) => `${path}:${line} ${ruleId} ${reason}`))).toEqual([expect.stringMatching(/^events\.yaml:3 resolve-weekday-agrees Unexpected weekday "星期四"/)])
})

test('dates that are not understood come last, in the order of the text', () => {
  expect(inOrder('next week', '2018-02-01', 'some day', '2017-12-31 23:59')).toEqual(['2017-12-31 23:59', '2018-02-01', 'next week', 'some day'])
})

test('days are in order of the calendar, and those of one moment in the order of the text', () => {
  const two = (part: number) => String(part).padStart(2, '0')
  const date = fc.tuple(fc.integer({min: 2015, max: 2019}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28})).map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`)
  fc.assert(fc.property(fc.array(date, {minLength: 1, maxLength: 12}), (dates) => {
    expect(inOrder(...dates)).toEqual([...dates].sort())
  }), {numRuns: 15})
})

test('articles and forwarded messages are events too; what has no date is none', () => {
  const exhibit = ['---', 'messages:', '  - headers: {From: Alice, Date: 2018-03-01, Subject: Late}', '    forwarded:', '      - headers: {From: Bob, Date: 2018-01-01, Subject: Early}', '  - headers: {From: Alice}', '---', '', '<!-- message 1 -->', '', 'A', '', '<!-- message 1.1 -->', '', 'B', '', '<!-- message 2 -->', '', 'C', ''].join('\n')
  const {dossier} = resolveTexts({'article.md': '---\ntitle: News\npublished: 2018-02-01\n---\n\n[Exhibit 1]\n', 'exhibits/1.md': exhibit})
  expect(dossier.events.map(({id, target, title}) => [id, target, title])).toEqual([
    ['event-1', 'exhibit-1-message-1-1', 'Early'],
    ['event-2', 'article-1', 'News'],
    ['event-3', 'exhibit-1-message-1', 'Late'],
  ])
})

test('an answer before its message is found in another exhibit, where one wrote to the other', () => {
  const letter = (from: string, to: string, subject: string, date: string): string => mail({From: from, To: to, Subject: subject, Date: date})
  const doubtful = (first: string): number => resolveTexts({
    'exhibits/1.md': first,
    'exhibits/2.md': letter('Bob <b@example.org>', 'Alice <a@example.org>', 'Hello', 'Mon, 7 Mar 2022 10:00:00 +0000'),
  }).files.flatMap(({messages}) => messages).filter(({ruleId}) => ruleId === 'resolve-order-is-possible').length
  expect(doubtful(letter('Alice <a@example.org>', 'Bob <b@example.org>', 'Re: Hello', 'Mon, 1 Mar 2021 10:00:00 +0000'))).toBe(1)
  expect(doubtful(letter('Alice <a@example.org>', 'Bob <b@example.org>', 'Re: Hello', 'Tue, 8 Mar 2022 10:00:00 +0000'))).toBe(0)
  expect(doubtful(letter('Carol <c@example.org>', 'Dan <d@example.org>', 'Re: Hello', 'Mon, 1 Mar 2021 10:00:00 +0000'))).toBe(0)
})

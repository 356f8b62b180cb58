import {expect, test} from 'vitest'
import {mail, resolveTexts} from './resolve-texts.ts'

const article = '---\ntitle: T\nlanguage: en\n---\n\n[Exhibit 1] and [Exhibit 2].\n'
const paper = (fields: string) => `---\ntitle: Letter of the insurers\n${fields}---\n\nWe have paid.\n`

function said(fields: string): string[] {
  return resolveTexts({'exhibits/1.md': paper(fields)}).files.flatMap(({path, messages}) => messages.map(({line, ruleId, reason}) => `${path}:${line} ${ruleId} ${reason}`)).filter((one) => !one.includes('is-cited'))
}

test('a letter is in the chronology between messages, at its day, and stays a day', () => {
  const {dossier} = resolveTexts({
    'article.md': article,
    'exhibits/1.md': paper('date: 2 June 2023\nfrom: Severn Mutual\n'),
    'exhibits/2.md': mail({From: 'Ann', Date: 'Fri, 2 Jun 2023 09:00:00 +0100', Subject: 'Hello'}),
    'exhibits/3.md': mail({From: 'Ann', Date: 'Thu, 1 Jun 2023 23:00:00 +0100', Subject: 'Before'}),
  })
  expect(dossier.events.map(({target, title, moment}) => [target, title, moment.local])).toEqual([
    ['exhibit-3-message-1', 'Before', expect.objectContaining({day: 1, hour: 23})],
    ['exhibit-1', 'Letter of the insurers', {year: 2023, month: 6, day: 2}],
    ['exhibit-2-message-1', 'Hello', expect.objectContaining({day: 2, hour: 9})],
  ])
})

test('who wrote a letter and whom to are people, with the exhibit as the place, and one with those of mail', () => {
  const {dossier} = resolveTexts({
    'article.md': article,
    'exhibits/1.md': paper('from: Severn Mutual\nto: Ann <a@example.org>; Bob\ncc: <>\n'),
    'exhibits/2.md': mail({From: 'Ann <a@example.org>', To: 'Severn Mutual'}),
  })
  expect(dossier.people.map(({name, wrote, received, copied}) => [name, wrote, received, copied])).toEqual([
    ['Ann', ['exhibit-2-message-1'], ['exhibit-1'], []],
    ['Bob', [], ['exhibit-1'], []],
    ['Severn Mutual', ['exhibit-1'], ['exhibit-2-message-1'], []],
  ])
})

test('a letter without a date is no event, and says nothing', () => {
  expect(resolveTexts({'exhibits/1.md': paper('from: Severn Mutual\n')}).dossier.events).toEqual([])
  expect(said('paper: Letter\n')).toEqual([])
})

test('a date that cannot be read, and a weekday that does not fit, are told with their line as in mail', () => {
  expect(said('paper: Letter\ndate: some day\n')).toEqual(['exhibits/1.md:4 resolve-date-understood Unexpected date "some day" of the exhibit, expected a date that can be read as a whole'])
  expect(said('date: Monday, 2 June 2023\n')).toEqual(['exhibits/1.md:3 resolve-weekday-agrees Unexpected weekday "Monday" in "Monday, 2 June 2023", expected the weekday of that day'])
  expect(said('date: Friday, 2 June 2023\n')).toEqual([])
  expect(said('date: 2023 年 6 月 2 日 星期四\n').join()).toContain('weekday "星期四"')
})

test('the date of an article is checked too', () => {
  const {files} = resolveTexts({'article.md': '---\ntitle: T\npublished: Thursday, 2 June 2023\n---\n\nWords.\n'})
  expect(files.flatMap(({messages}) => messages.map(({line, ruleId}) => `${line} ${ruleId}`))).toEqual(['3 resolve-weekday-agrees'])
})

test('an organisation of the list that writes and is named has one entry in the index, with all places', () => {
  const {dossier} = resolveTexts({
    'article.md': '---\ntitle: T\nlanguage: en\n---\n\nThe insurers were asked [Exhibit 1].\n\nThe Severn Mutual paid.\n',
    'exhibits/1.md': '---\ntitle: A letter\nfrom: The Severn Mutual\nto: Ann\n---\n\nWe have paid.\n',
    'terms.yaml': '- term: Severn Mutual\n  kind: organisation\n  also: [insurers, The Severn Mutual]\n- term: Met Watch\n  kind: organisation\n  see: Severn Mutual\n',
  })
  expect(dossier.people.map(({name, wrote}) => [name, wrote])).toEqual([['Ann', []], ['Severn Mutual', ['exhibit-1']]])
  expect(dossier.index.filter(({see}) => see === undefined).map(({words, kind, places}) => [words, kind, places.length])).toEqual([['Ann', 'person', 1], ['Severn Mutual', 'organisation', 3]])
})

test('two letters whose writers were taken out are not of one person', () => {
  const {dossier} = resolveTexts({
    'exhibits/1.md': paper('from: Al Pike\nto: Ann\n'),
    'exhibits/2.md': paper('from: Bo Rye\nto: Ann\n'),
  }, {redactions: [{text: 'Al Pike', reason: 'private'}, {text: 'Bo Rye', reason: 'private'}]})
  expect(dossier.people.map(({name, wrote, received}) => [name, wrote.length, received.length])).toEqual([['Ann', 0, 2]])
})

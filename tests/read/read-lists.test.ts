import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {readLists} from '../../src/read/read-lists.ts'

function read(texts: Record<string, string>) {
  const files = Object.entries(texts).map(([path, value]) => new VFile({path, value}))
  const {people, events, terms} = readLists(files)
  return {people, events, terms, says: files.flatMap((file) => file.messages.map((one) => `${file.path}:${one.line} ${one.ruleId} ${one.reason} ${one.note ?? ''}`))}
}

test('lists are read with their places; one spelling needs no list', () => {
  const {people, events, terms, says} = read({
    'people.yaml': '# who\n- name: Ann Bell\n  also: Annie\n  role: Mayor\n- name: Bo\n  also: [B., "bo@example.org"]\n  sort: Bo\n',
    'events.yaml': '- date: 2015-12-11\n  title: Founded\n  source: a blog\n',
    'terms.yaml': '- term: AGI\n  also: [strong AI]\n- term: Tesla\n  kind: organisation\n- term: TSLA\n  see: Tesla\n',
  })
  expect(says).toEqual([])
  expect(people).toEqual([
    {name: 'Ann Bell', also: ['Annie'], role: 'Mayor', place: {file: 'people.yaml', line: 2, column: 3}},
    {name: 'Bo', also: ['B.', 'bo@example.org'], sort: 'Bo', place: {file: 'people.yaml', line: 5, column: 3}},
  ])
  expect(events).toEqual([{date: '2015-12-11', title: 'Founded', source: 'a blog', place: {file: 'events.yaml', line: 1, column: 3}}])
  expect(terms.map(({term, kind, see}) => [term, kind, see])).toEqual([['AGI', 'term', undefined], ['Tesla', 'organisation', undefined], ['TSLA', 'term', 'Tesla']])
})

test('paraphrases are read with the places of their fields; a number may be one', () => {
  const {paraphrases} = readLists([new VFile({path: 'paraphrases.yaml', value: '- words: She said no.\n  exhibit: 7\n  passage: "No: never."\n- words: He went.\n  exhibit: A\n'})])
  expect(paraphrases?.map(({words, exhibit, passage}) => [words, exhibit, passage])).toEqual([['She said no.', '7', 'No: never.'], ['He went.', 'A', undefined]])
  expect(paraphrases?.[0]).toMatchObject({place: {line: 1}, exhibitPlace: {line: 2}, passagePlace: {line: 3}})
  const file = new VFile({path: 'paraphrases.yaml', value: '- words: She said no.\n  exhibit: [7]\n'})
  expect(readLists([file]).paraphrases).toBeUndefined()
  expect(String(file.messages[0])).toContain('expected a number of an exhibit')
})

test('an empty list is empty', () => {
  expect(read({'people.yaml': '', 'events.yaml': '# none yet\n\n'})).toEqual({people: [], events: [], terms: [], says: []})
})

test.each([
  ['an event without a date', {'events.yaml': '- title: Founded\n'}, /events\.yaml:1 read-list-fields Unexpected gap in “0\.date”, expected a date such as 2015-12-11/],
  ['an unknown field', {'people.yaml': '- name: Ann\n  alias: A\n'}, /people\.yaml:2 read-list-fields Unexpected field “alias”.*Known here: name, also, role, sort/],
  ['fields in place of a list', {'people.yaml': 'name: Ann\n'}, /people\.yaml:1 read-list-fields Unexpected fields, expected a list of entries such as “- name: …”/],
  ['a kind that is none', {'terms.yaml': '- term: Tesla\n  kind: firm\n'}, /terms\.yaml:2 read-list-fields .*term or organisation/],
  ['no YAML', {'terms.yaml': '- term: [\n'}, /terms\.yaml:\d read-list-syntax/],
])('%s is told with its place, and the list counts as empty', (_, texts, says) => {
  const found = read(texts)
  expect(found.says[0]).toMatch(says)
  expect([found.people, found.events, found.terms]).toEqual([[], [], []])
})

import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import type {Dossier} from '../../src/model/dossier.ts'
import {parseSource} from '../../src/parse/parse-source.ts'
import {resolveDossier} from '../../src/resolve/resolve-dossier.ts'

/** A dossier of a few small files, and what was said of them. */
function resolve(files: Readonly<Record<string, string>>): {dossier: Dossier; rules: string[]; messages: VFile['messages']} {
  const sources = Object.entries(files).map(([path, value]) => new VFile({path, value}))
  const drafts = sources.flatMap((file) => parseSource(file) ?? [])
  const file = new VFile({path: 'dossier.yaml'})
  const settings = {page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []} as const
  const dossier = resolveDossier({drafts, settings, originals: [], pictures: [], changes: [], file})
  const messages = [...sources, file].flatMap((one) => one.messages)
  return {dossier, messages, rules: messages.map((message) => message.ruleId ?? '')}
}

const mail = (headers: Readonly<Record<string, string>>, body = 'Text.'): string =>
  `---\nmessages:\n  - headers:\n${Object.entries(headers).map(([label, value]) => `      ${label}: ${JSON.stringify(value)}\n`).join('')}---\n\n${body}\n`
const exhibits = (count: number): Record<string, string> => Object.fromEntries(Array.from({length: count}, (_, index) => [`exhibits/${index + 1}.md`, mail({From: 'A <a@example.org>', Subject: `S${index + 1}`})]))

test.each([
  ['See [Email 1].', ['1']],
  ['See [Exhibits 1 and 3].', ['1', '3']],
  ['见[附件一、二]。', ['1', '2']],
  ['见[附件1至3]。', ['1', '2', '3']],
  ['See [Exhibits 1-3] and [Exhibit 4].', ['1', '2', '3', '4']],
  ['See `[Exhibit 1]` and [Exhibit 2](https://example.org).', []],
])('%s cites %j', (text, numbers) => {
  const {dossier} = resolve({'article.md': `# A\n\n${text}\n`, ...exhibits(4)})
  expect(dossier.citations.map((one) => one.exhibit.replace('exhibit-', ''))).toEqual(numbers)
  expect(dossier.exhibits.filter((one) => one.citedBy.length > 0).map((one) => one.number)).toEqual(numbers)
})

test('a citation keeps every character, and its call follows the mark that closes the phrase', () => {
  const {dossier} = resolve({'article.md': '# A\n\nSo [Exhibits 1, 2]. And on.\n', ...exhibits(2)})
  const [paragraph] = dossier.articles[0]?.body.children ?? []
  const nodes = paragraph?.type === 'paragraph' ? paragraph.children.map((node) => ('value' in node ? node.value : node.type)) : []
  expect(nodes).toEqual(['So ', '[Exhibits 1,', ' ', '2]', '.', 'call', 'call', ' And on.'])
})

test('an exhibit that is not there is an error, one that nothing cites a warning, with their lines', () => {
  const {rules, messages} = resolve({'article.md': '# A\n\nSee [Exhibit 1] and [Exhibit 7].\n', ...exhibits(2)})
  expect(rules).toEqual(['resolve-citation-exists', 'resolve-exhibit-is-cited'])
  expect(messages[0]).toMatchObject({line: 3, fatal: true})
  expect(resolve({'article.md': '# A\n\nSee [Exhibit 1].\n', ...exhibits(1)}).rules).toEqual([])
})

test('a number that stands twice is an error', () => {
  expect(resolve({'exhibits/1.md': mail({From: 'A'}), 'exhibits/x.md': mail({From: 'B'}).replace('---\n', '---\nnumber: 1\n')}).rules).toContain('resolve-exhibit-number-unique')
})

test('a name and an address met apart and then together are one person, under the name', () => {
  const {dossier} = resolve({
    'exhibits/1.md': mail({From: 'Alice', To: 'bob@example.org'}),
    'exhibits/2.md': mail({From: 'alice@example.org', To: 'Bob Bloggs <bob@example.org>'}),
    'exhibits/3.md': mail({From: 'Alice <alice@example.org>', To: 'Bob Bloggs'}),
  })
  const people = dossier.people.map(({name, wrote, received}) => [name, wrote.length, received.length])
  expect(people).toEqual([['Alice', 3, 0], ['Bob Bloggs', 0, 3]])
})

test('events stand in the order of their times; a day comes before its hours', () => {
  const date = (text: string): string => mail({From: 'A', Date: text})
  const {dossier} = resolve({
    'exhibits/1.md': date('7 Mar 2024 09:30'), 'exhibits/2.md': date('2024-03-07'), 'exhibits/3.md': date('7 Mar 2024 23:00'), 'exhibits/4.md': date('6 Mar 2024 23:59'), 'exhibits/5.md': date('some day'),
  })
  expect(dossier.events.map((event) => (event.target ?? '').slice(8, 9))).toEqual(['4', '2', '1', '3', '5'])
})

test('a date that is none and a weekday that does not fit are warnings', () => {
  expect(resolve({'exhibits/1.md': mail({From: 'A', Date: 'the other day'})}).rules).toEqual(['resolve-date-understood'])
  expect(resolve({'exhibits/1.md': mail({From: 'A', Date: 'Mon, 7 Mar 2024 09:30:00 +0000'})}).rules).toEqual(['resolve-weekday-agrees'])
  expect(resolve({'exhibits/1.md': mail({From: 'A', Date: 'Thu, 7 Mar 2024 09:30:00 +0000'})}).rules).toEqual([])
})

test('messages and those forwarded in them stand in their order', () => {
  const source = '---\nmessages:\n  - headers: {From: A}\n    forwarded:\n      - headers: {From: B}\n        forwarded:\n          - headers: {From: C}\n  - headers: {From: D}\n---\n\n<!-- message 1 -->\n\na\n\n<!-- message 1.1 -->\n\nb\n\n<!-- message 1.1.1 -->\n\nc\n\n<!-- message 1 -->\n\nafter\n\n<!-- message 2 -->\n\nd\n'
  const {dossier, rules} = resolve({'exhibits/1.md': source})
  const [first, second] = dossier.exhibits[0]?.messages ?? []
  expect(rules).toEqual([])
  expect(first?.parts.map((part) => ('type' in part ? 'text' : part.id))).toEqual(['text', 'exhibit-1-message-1-1', 'text'])
  expect(second?.from[0]?.name).toBe('D')
  expect(resolve({'exhibits/1.md': source.replace('message 2 -->', 'message 3 -->')}).rules).toEqual(['resolve-message-has-headers'])
})

test('notes keep one number, and those called within notes follow', () => {
  const {dossier} = resolve({'article.md': '# A\n\nOne[^a] two[^b] one again[^a].\n\n[^a]: First, with another[^c].\n\n[^b]: Second.\n\n[^c]: Inner.\n'})
  expect(dossier.notes.map(({number, calls}) => [number, calls])).toEqual([[1, ['call-1', 'call-1-2']], [2, ['call-2']], [3, ['call-3']]])
})

test('a file of notes annotates words that stand once', () => {
  const files = {'article.md': '# A\n\nA number larger than that. Twice, twice.\n'}
  const notes = (quote: string, target = 'article'): Record<string, string> => ({...files, 'notes/n.md': `---\nfor: ${target}\nby: ED\n---\n\n> ${quote}\n\nThe note.\n`})
  expect(resolve(notes('larger than')).dossier.notes).toMatchObject([{kind: 'editor', by: 'ED', number: 1}])
  expect(resolve(notes('larger than')).rules).toEqual([])
  expect(resolve(notes('smaller than')).rules).toEqual(['resolve-note-passage'])
  expect(resolve(notes('wice')).rules).toEqual(['resolve-note-passage'])
  expect(resolve(notes('larger', 'exhibit 9')).rules).toEqual(['resolve-note-target'])
  expect(resolve({...files, 'notes/n.md': '---\nfor: article\n---\n\nNo passage.\n'}).rules).toEqual(['resolve-note-has-passage'])
})

test('links that lead nowhere lose their link and keep their words', () => {
  const {dossier, rules} = resolve({'article.md': '# A\n\n[a](javascript:alert) [b](https://example.org) [c](#nowhere) [d](../x.md)\n'})
  expect(rules).toEqual(Array(3).fill('resolve-link-leads-somewhere'))
  expect(JSON.stringify(dossier.articles[0]?.body)).not.toContain('javascript')
})

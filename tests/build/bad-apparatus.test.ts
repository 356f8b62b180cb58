import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {buildDossier, checkDossier} from '../../src/build.ts'
import {prepareBook} from '../../src/prepare-book.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'

const sound = {
  'article.md': '---\ntitle: T\nlanguage: en\n---\n\nSam and Samuel met 张 三 and 张三 by [the old bridge](https://example.org). [Exhibit 1]\n\nThey went home.\n',
  'exhibits/1.md': '---\nmessages:\n  - headers: {From: Sam <s@example.org>, To: Samuel <t@example.org>, Date: "Thu, 7 Mar 2024 09:30:00 +0000"}\n---\n\nOne.\n',
}
let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))))
afterEach(() => rmSync(folder, {recursive: true}))

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries({...sound, ...files})) {
    mkdirSync(dirname(join(folder, 'in', path)), {recursive: true})
    writeFileSync(join(folder, 'in', path), text)
  }
}

async function check(files: Readonly<Record<string, string>>): Promise<string[]> {
  write(files)
  const result = await checkDossier({world: diskWorld(), folder: join(folder, 'in')})
  return messagesAsJson(result.files).map(({file, line, rule, reason, hint}) => `${file}:${line ?? '-'} ${rule} ${reason} ${hint ?? ''}`)
}

const notes = (...quotes: string[]) => `---\nfor: article\nby: ED\n---\n\n${quotes.map((quote) => `> ${quote}\n\nNote.`).join('\n\n')}\n`

test.each([
  ['a note on words of two paragraphs', {'notes/n.md': notes('the old bridge. [Exhibit 1] They went')}, /notes\/n\.md:6 resolve-note-passage .*two paragraphs.*last words/],
  ['a person who is their own alias', {'people.yaml': '- name: Sam\n  also: [sam]\n- name: Samuel\n'}, /people\.yaml:1 resolve-person-once .*Sam has already.*nobody is their own alias/],
  ['an event without a date', {'events.yaml': '- title: The bridge is closed\n'}, /events\.yaml:1 read-list-fields .*date/],
  ['an event whose date is not understood', {'events.yaml': '- date: some day\n  title: The bridge is closed\n'}, /events\.yaml:1 resolve-date-understood .*“?"?some day/],
  ['a redaction of what is not there', {'dossier.yaml': 'redactions:\n  - {text: nobody at all, reason: none}\n'}, /dossier\.yaml:2 resolve-redaction-found/],
] satisfies [string, Record<string, string>, RegExp][])('%s is told clearly', async (_, files, says) => {
  const said = await check(files)
  expect(said.filter((one) => says.test(one)), said.join('\n')).toHaveLength(1)
})

test.each([
  ['words of a link, and two notes on the same words', {'notes/n.md': notes('old bridge', 'the old bridge', 'They went home')}, 3],
  ['names within names, Han names with spaces and without', {'notes/n.md': notes('@Sam', '@Samuel', '@张三'), 'people.yaml': '- name: Sam\n- name: Samuel\n- name: 张三\n'}, 3],
  ['redactions that overlap', {'notes/n.md': notes('They went home'), 'dossier.yaml': 'redactions:\n  - {text: the old bridge, reason: One}\n  - {text: old bridge, reason: Two}\n'}, 1],
] satisfies [string, Record<string, string>, number][])('%s build, and nothing is lost', async (_, files, notesCount) => {
  write(files)
  const result = await buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out')})
  expect(messagesAsJson(result.files).map(({reason}) => reason)).toEqual([])
  expect(result.outputs.map(({path}) => path)).toContain('dossier.pdf')
  // The citation has a note of its own.
  expect(result.summary?.notes).toBe(notesCount + 1)
  expect(result.summary?.audit?.unexplained).toBe(0)
})

test('Sam is not Samuel, and 张 三 is 张三', async () => {
  write({'people.yaml': '- name: Sam\n- name: Samuel\n- name: 张三\n'})
  const {dossier} = await prepareBook({world: diskWorld(), folder: join(folder, 'in')})
  expect(dossier?.people.map(({name, wrote, received, mentions}) => [name, wrote.length, received.length, mentions.length])).toEqual([['Sam', 1, 0, 1], ['Samuel', 0, 1, 1], ['张三', 0, 0, 1]])
})

test('ten thousand listed people cost a build less than a few seconds, and are told of once', async () => {
  write({'people.yaml': ['Sam', 'Samuel', ...Array.from({length: 9998}, (_, index) => `Person${index} Name${index % 997}`)].map((name) => `- name: ${name}\n  role: A person\n`).join('')})
  const start = performance.now()
  const result = await buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out'), only: ['pdf']})
  expect(performance.now() - start).toBeLessThan(20_000)
  expect(messagesAsJson(result.files).map(({rule, reason}) => `${rule} ${reason}`)).toEqual([expect.stringMatching(/^resolve-person-appears .*and 9990 more/)])
  expect(result.outputs.map(({path}) => path)).toContain('dossier.pdf')
  console.log(`10,000 people: ${Math.round(performance.now() - start)} ms`)
}, 60_000)

import {expect, test} from 'vitest'
import {toString} from 'hast-util-to-string'
import {VFile} from 'vfile'
import {layOutBook} from '../../src/layout/lay-out-book.ts'
import {wordsFor} from '../../src/model/words.ts'
import {readTemplates} from '../../src/read/read-templates.ts'
import {diskWorld} from '../../src/world.ts'
import {mail, resolveTexts} from '../resolve/resolve-texts.ts'

const texts = {'article.md': '---\ntitle: T\noriginal: {file: originals/page.md, lines: 1-9}\ndropped:\n  - {lines: 8-9, text: Share this, reason: Words of the page}\n---\n\nSecret words. [Exhibit 1]\n', 'exhibits/1.md': mail({From: 'A. Bell <>', To: '<>', Subject: 'S'}, 'One.')}

async function bookWith(count: number) {
  const {templates, words} = await readTemplates(diskWorld(), '/nowhere')
  const {dossier} = resolveTexts(texts, {redactions: [{text: 'Secret words', reason: 'One.', place: {file: 'dossier.yaml', line: 1}}]})
  const changes = Array.from({length: count}, (_, index) => ({rule: 'dashes', place: {file: 'article.md', line: index + 1}, before: '--', after: '—'}))
  return layOutBook({dossier: {...dossier, changes}, templates, words: wordsFor(words, 'en'), digest: '', attachments: [], file: new VFile()})
}

test.each([[3, 3], [150, 150], [151, 6]])('of %i changes %i are printed, and all are in the attached log', async (count, printed) => {
  const book = await bookWith(count)
  const chapter = book?.chapters.find(({id}) => id === 'log')
  expect(toString(chapter?.body ?? {type: 'root', children: []}).match(/article\.md:\d/g)).toHaveLength(printed)
  const [attached] = book?.attachments ?? []
  const log = JSON.parse(Buffer.from(attached?.bytes ?? []).toString()) as {changes: object[]}
  expect(log.changes).toHaveLength(count)
  expect(log.changes.at(-1)).toEqual({rule: 'dashes', file: 'article.md', line: count, before: '--', after: '—'})
})

test('the log says what the import left out, and who took out what', async () => {
  const log = Buffer.from((await bookWith(1))?.attachments[0]?.bytes ?? []).toString()
  expect(JSON.parse(log)).toMatchObject({
    dropped: [{file: 'originals/page.md', lines: [8, 9], text: 'Share this', reason: 'Words of the page'}],
    redacted: {
      byPublisher: [{message: 'exhibit-1-message-1', field: 'from', name: 'A. Bell'}, {message: 'exhibit-1-message-1', field: 'to', name: null}],
      byEditor: [{count: 1, reason: 'One.'}],
    },
  })
  expect(log).not.toContain('Secret')
})

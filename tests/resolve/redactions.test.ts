import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {layOutBook} from '../../src/layout/lay-out-book.ts'
import {redactorFor} from '../../src/model/redaction.ts'
import {bodyWords, mail, resolveTexts} from './resolve-texts.ts'

const secret = 'Jane Q. Doe'
const texts = {
  'article.md': `---\ntitle: The case of ${secret}\nauthor: ${secret}\nlink: https://example.org/Jane-Q.-Doe\n---\n\nSaid *Jane*\n**Q.** Doe, [jane q. doe](https://example.org/a) and [she](mailto:x@example.org?to=Jane%20Q.%20Doe), \`${secret}\`. [Exhibit 1]\n\n# On ${secret}\n`,
  'exhibits/1.md': mail({From: `${secret} <jane@example.org>`, Subject: `Re: ${secret}`, 'X-Name': secret}, `“I am ${secret.toUpperCase()}.”\n\n> ${secret} again[^n].\n\n[^n]: ${secret}.`),
  'people.yaml': `- name: ${secret}\n  role: ${secret} herself\n`,
  'events.yaml': `- date: 2018-01-01\n  title: ${secret} came\n`,
  'notes/n.md': `---\nfor: article\n---\n\n> Said\n\nThis is ${secret}.\n`,
}
const redactions = [{text: secret, reason: 'a private person'}, {text: 'Q. Doe', reason: 'her name'}, {text: 'jane@example.org', reason: 'address'}]

test('words are taken out of everything, across marks, in any case, and overlapping ones once', () => {
  const {dossier, files} = resolveTexts(texts, {redactions, title: `About ${secret}`, subtitle: secret})
  expect(files.flatMap((file) => file.messages.filter((one) => one.fatal).map(String))).toEqual([])
  const all = JSON.stringify(dossier)
  expect(all).not.toMatch(/jane|doe/i)
  expect(dossier.title).toBe('About ████')
  const [article] = dossier.articles
  expect(article && bodyWords(article.body, dossier)).toContain('Said^1 ████, ████ and she, ████.')
  expect(dossier.redactions.map(({reason}) => reason)).toEqual(['a private person', 'her name', 'address'])
  expect(dossier.redactions[0]?.count).toBeGreaterThan(8)
})

test('what comes in by a template or by words is found in the Book', () => {
  const {dossier} = resolveTexts(texts, {redactions})
  const file = new VFile({path: 'dossier.yaml'})
  const names = ['cover', 'provenance', 'contents', 'exhibits', 'people', 'article', 'exhibit', 'message', 'chronology', 'concordance', 'collation', 'index', 'log', 'colophon', 'note', 'note-citation']
  const templates = (extra: string) => new Map(names.map((name) => [name, name === 'colophon' ? extra : '<p>{{title}}</p>'.replace('{{title}}', '')]))
  layOutBook({dossier, templates: templates('<p>ok</p>'), words: {}, digest: '', attachments: [], redactions, file})
  expect(file.messages).toEqual([])
  layOutBook({dossier, templates: templates('<p>By Jane <em>Q.</em> Doe</p>'), words: {}, digest: '', attachments: [], redactions, file})
  expect(file.messages.map((one) => one.ruleId)).toEqual(['layout-redaction-holds'])
  expect(String(file.messages[0])).not.toMatch(/jane/i)
})

test('texts are found however their spaces, marks and dashes are written', () => {
  const found = (text: string, within: string) => redactorFor([{text}]).redact(within)
  expect(found('the "north" bridge -- old', 'At the “north”\n bridge – old.')).toBe('At ████.')
  expect(found('张三', '是张 三。')).toBe('是████。')
  expect(found('a.b', 'axb a.b')).toBe('axb ████')
  expect(redactorFor(['ab cd', 'cd ef', 'x'].map((text) => ({text}))).redact('ab cd ef x')).toBe('████ ████')
})

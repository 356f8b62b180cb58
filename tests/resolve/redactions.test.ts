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

test.each([
  ['Jonas Weber', ['Jonas-Weber', 'JONAS_WEBER', 'Jonas\u00a0\nWeber', 'Jo\u00adnas We\u200bber', 'Jonas\u00adWeber', 'JonasWeber', 'Weber, Jonas', 'Ｊonas Weber', 'jonas.weber@x.org', 'weber_jonas@x.org', 'https://x.org/a?q=jonas%20weber', 'www.x.org/jonasweber', 'CV-Weber-Jonas.pdf']],
  ['Zoë Groß', ['Zoe\u0308 Groß', 'zoe.gross@x.org', 'https://x.org/zo%C3%AB-gro%C3%9F']],
  ['Jean-Luc Roy', ['Jean Luc Roy', 'Jean‑Luc\u2009Roy', 'roy.jean-luc@x.org']],
  ['Max', ['MAX', 'max@x.org', 'https://x.org/people/max']],
  ['张三', ['张 三', '张\u200b三', '张\n三', 'https://x.org/%E5%BC%A0%E4%B8%89']],
])('%s goes in every spelling', (text, spellings) => {
  const {redact} = redactorFor([{text}])
  for (const spelling of spellings) expect(redact(`(${spelling})`), spelling).toBe('(████)')
})

test('what is another word stays', () => {
  const redact = (text: string, within: string) => redactorFor([{text}]).redact(within)
  expect(redact('Max', 'Maximum, climax and max\u00adimum')).toBe('Maximum, climax and max\u00adimum')
  expect(redact('Jonas Weber', 'Jonas. Weber, jweber@x.org, jonas@x.org')).toBe('Jonas. Weber, jweber@x.org, jonas@x.org')
  expect(redact('Jonas Weber', '请联系jonas.weber@x.org。谢谢')).toBe('请联系████。谢谢')
  expect(redact('14', 'in 2014 on 14 May')).toBe('in 2014 on ████ May')
})

test('a long text without spaces is searched in no time', () => {
  const {rangesIn} = redactorFor([{text: 'Jonas Weber'}, {text: 'Max'}])
  const start = performance.now()
  for (const piece of ['a', 'a.', 'a@', '-.', 'www.a/', 'Jonas ', '\u00ad']) rangesIn(piece.repeat(200_000))
  expect(performance.now() - start).toBeLessThan(5000)
})

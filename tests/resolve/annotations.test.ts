import {expect, test} from 'vitest'
import {bodyWords, mail, resolveTexts} from './resolve-texts.ts'

const article = (text: string) => `---\ntitle: T\n---\n\n${text}\n`
const exhibit = mail({From: 'Samuel Reed <s@example.org>', To: 'Ann Bell <a@example.org>'}, 'One.\n\nTwo *words*, Sam Reed.\n\n- Three.')

/** The words of article and exhibit 1 with their calls, kinds of the notes, and what was said. */
function annotate(notes: string, texts: Record<string, string> = {}) {
  const {dossier, files} = resolveTexts({'article.md': article('Sam and Samuel met Ann Bell. [Exhibit 1]\n\n# Ann Bell\n\nThe AGI of [Ann\'s link to it](https://example.org) and an AGI.'), 'exhibits/1.md': exhibit, ...texts, 'notes/n.md': notes})
  const body = (node: Parameters<typeof bodyWords>[0] | undefined) => (node ? bodyWords(node, dossier) : '')
  const message = dossier.exhibits[0]?.messages[0]
  const [part] = message?.parts ?? []
  return {
    article: body(dossier.articles[0]?.body),
    headers: message?.headers.map(({value, calls}) => value + calls.map(({note}) => `^${dossier.notes.find(({id}) => id === note)?.number}`).join('')),
    exhibit: part && 'type' in part ? body(part) : '',
    kinds: dossier.notes.map((note) => note.annotation ?? note.kind),
    says: files.flatMap((file) => file.messages.map(({line, reason, note}) => `${file.path}:${line} ${reason} ${note}`)),
  }
}

const file = (target: string, body: string) => `---\nfor: ${target}\nby: ED\n---\n\n${body}\n`

test('kinds are read from the quote, and a comment needs none', () => {
  const kinds = ['comment', 'definition', 'person', 'correction', 'omission', 'translation', 'cross-reference', 'Cross reference', 'sic']
  const {kinds: found} = annotate(file('exhibit 1', [...kinds.map((kind) => `> [!${kind}] One\n\nNote.`), '> One.\n\nNote.'].join('\n\n')))
  expect(found).toEqual(['citation', ...kinds.slice(0, 7), 'cross-reference', 'correction', 'comment'])
})

test.each([
  ['exhibit 1', '¶ 2'], ['dossier', 'exhibit 1 ¶ 2'], ['article', '附件一，第 2 段'], ['exhibit 1', 'paragraph 2'],
])('for %s, “%s” is the second paragraph of the exhibit', (target, anchor) => {
  expect(annotate(file(target, `> [!omission] ${anchor}\n\nNote.`)).exhibit).toBe('One. / Two words, Sam Reed.^2 / Three.')
})

test('a paragraph that is not there, or of several texts, is named', () => {
  expect(annotate(file('exhibit 1', '> ¶ 4\n\nNote.')).says[0]).toMatch(/notes\/n\.md:6 .*paragraph 4, expected one from 1 to 3 .*"Three\."/)
  expect(annotate(file('dossier', '> ¶ 1\n\nNote.')).says[0]).toMatch(/several texts/)
})

test('a name is noted where each chapter first has it: whole words, headings aside, in headers too', () => {
  const {article: words, headers, exhibit: body} = annotate(file('dossier', '> [!person] @Sam\n\nWho.\n\n> [!definition] @AGI\n\nWhat.\n\n> [!person] @Ann Bell\n\nWho.'))
  expect(words).toBe("Sam^1 and Samuel met Ann Bell.^2 ‹[Exhibit 1]›^3 / Ann Bell / The AGI^4 of Ann's link to it and an AGI.")
  expect(headers).toEqual(['Samuel Reed <s@example.org>', 'Ann Bell <a@example.org>^5'])
  expect(body).toContain('Sam^6 Reed.')
})

test('the first chapter has the words of such a note, the others refer to it', () => {
  const {dossier} = resolveTexts({'article.md': article('Sam spoke.'), 'articles/2.md': article('Ann/Sam/Bob met.'), 'notes/n.md': file('dossier', '> [!person] @Sam\n\nWho.')})
  expect(dossier.notes.map(({id, number, first, about, annotation, body}) => ({id, number, first, about, annotation, blocks: body.length}))).toEqual([
    {id: 'note-1', number: 1, first: undefined, about: 'Sam', annotation: 'person', blocks: 1},
    {id: 'note-2', number: 2, first: 'note-1', about: 'Sam', annotation: 'person', blocks: 0},
  ])
  expect(dossier.articles.map(({body}) => bodyWords(body, dossier))).toEqual(['Sam^1 spoke.', 'Ann/Sam/Bob^2 met.'])
})

test('Han names are found with and without spaces, and by the spellings of the list', () => {
  const texts = {'article.md': article('张 三来了。李四走了。'), 'articles/2.md': article('阿三和四郎。')}
  const {dossier} = resolveTexts({...texts, 'notes/n.md': file('dossier', '> @张三\n\n甲。\n\n> @李四\n\n乙。')}, {}, {
    people: [{name: '张三', also: ['阿三'], place: {file: 'people.yaml', line: 1}}], terms: [{term: '李四', kind: 'term', also: ['四郎'], place: {file: 'terms.yaml', line: 1}}], events: [], files: [],
  })
  expect(dossier.articles.map(({body}) => bodyWords(body, dossier))).toEqual(['张 三^1来了。李四^2走了。', '阿三^3和四郎。^4'])
})

test('words in a link get their call behind it, and notes on the same words follow each other', () => {
  const notes = file('article', "> Ann's link\n\nA.\n\n> link to it\n\nB.\n\n> @link\n\nC.\n\n> The AGI of Ann's link to it\n\nD.")
  expect(annotate(notes).article).toContain("link to it^2^3^4^5 and")
})

test('words of two paragraphs, words that are gone and words that stand twice are errors that show where to look', () => {
  const says = (quote: string) => annotate(file('exhibit 1', `> ${quote}\n\nNote.`)).says[0]
  expect(says('One. Two words')).toMatch(/of two paragraphs.*Quote the last words/)
  expect(says('Two wards, Sam Read')).toMatch(/stand nowhere.*The nearest passage is "Two words, Sam Reed\." \(exhibits\/1\.md:10\)/)
  expect(says('w')).toMatch(/stand once|nowhere/)
  expect(annotate(file('article', '> AGI\n\nNote.')).says[0]).toMatch(/stand 2 times.*they stand in article\.md:9/)
  expect(annotate(file('dossier', '> @Samantha\n\nNote.')).says[0]).toMatch(/name "Samantha" that stands nowhere/)
})

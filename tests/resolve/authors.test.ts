import {expect, test} from 'vitest'
import {readAuthors} from '../../src/resolve/read-authors.ts'
import {mail, resolveTexts} from './resolve-texts.ts'

test.each([
  ['Ann Bell', ['Ann Bell']],
  ['Ann Bell and Bob Reed', ['Ann Bell', 'Bob Reed']],
  ['Ann Bell, Bob Reed', ['Ann Bell', 'Bob Reed']],
  ['Bell, Ann', ['Bell, Ann']],
  ['Bell, Ann; Reed, Bob', ['Bell, Ann', 'Reed, Bob']],
  ['王小明、李四', ['王小明', '李四']],
  ['王小明，李四', ['王小明', '李四']],
  ['AI深度研究员', ['AI深度研究员']],
  ['Smith and Sons', ['Smith and Sons']],
  [' ', []],
] as const)('authors of “%s”', (line, names) => {
  expect(readAuthors(line, (name) => name === 'Smith and Sons')).toEqual(names)
})

const article = (author: string, text = 'Words.') => `---\ntitle: T\nlanguage: en\nauthor: ${author}\n---\n\n${text}\n`

test('who wrote an article is among the people, merged as the list says, and has the article in the index', () => {
  const {dossier, files} = resolveTexts({
    'article.md': article('A. Bell and Bob', 'Ann Bell says so.'),
    'exhibits/1.md': mail({From: 'Ann Bell <ann@example.org>'}),
    'people.yaml': '- name: Ann Bell\n  also: [A. Bell]\n- name: Bob\n',
  })
  expect(dossier.people.map(({name, authored, wrote, variants}) => [name, authored, wrote, variants])).toEqual([
    ['Ann Bell', ['article-1'], ['exhibit-1-message-1'], ['A. Bell']],
    ['Bob', ['article-1'], [], []],
  ])
  expect(dossier.index.find(({words}) => words === 'Ann Bell')?.places).toEqual(['article-1', 'mention-1', 'exhibit-1-message-1'])
  expect(files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))).toEqual(['resolve-exhibit-is-cited'])
})

test('an author that is listed as an organisation is no person, and stands in the index', () => {
  const {dossier} = resolveTexts({'article.md': article('AI深度研究员'), 'terms.yaml': '- term: AI深度研究员\n  kind: organisation\n'})
  expect(dossier.people).toEqual([])
  expect(dossier.index.map(({words, kind, places}) => [words, kind, places])).toEqual([['AI深度研究员', 'organisation', ['article-1']]])
})

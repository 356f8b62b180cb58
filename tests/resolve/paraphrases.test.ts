import {expect, test} from 'vitest'
import {bodyWords, mail, resolveTexts} from './resolve-texts.ts'

const article = (text: string) => `---\ntitle: T\n---\n\n${text}\n`
const letter = 'Please go on.\n\nNobody was told -- nobody at all -- that the bearings had cracked.'

/** Words of article and exhibit 1 with calls and anchors, the paraphrases, and what was said. */
function paraphrase(list: string, text = 'She kept “it” quiet [Exhibit 1]. He left. He left again.') {
  const {dossier, files} = resolveTexts({'article.md': article(text), 'exhibits/1.md': mail({From: 'Ann Bell', Subject: 'The bridge'}, letter), 'paraphrases.yaml': list})
  const [part] = dossier.exhibits[0]?.messages[0]?.parts ?? []
  return {
    article: dossier.articles[0] ? anchored(dossier.articles[0].body) : '',
    exhibit: part && 'type' in part ? anchored(part) : '',
    notes: dossier.notes.filter(({kind}) => kind === 'paraphrase').map(({paraphrase: one}) => one),
    found: dossier.paraphrases,
    says: files.flatMap((file) => file.messages.filter(({ruleId}) => ruleId !== 'resolve-exhibit-is-cited').map(({line, reason, note}) => `${file.path}:${line} ${reason} ${note}`)),
    dossier,
  }
}

function anchored(node: {type: string; id?: string; value?: string; note?: string; children?: readonly unknown[]}): string {
  if (node.type === 'anchor') return `#${node.id}#`
  if (node.type === 'call') return `^${node.note}`
  if (node.type === 'citation') return '‹›'
  if (node.type === 'text') return node.value ?? ''
  return (node.children ?? []).map((child) => anchored(child as Parameters<typeof anchored>[0])).join('')
}

test('a paraphrase has a call behind its words and an anchor before them, in the article and in the exhibit', () => {
  const {article: words, exhibit, notes, found, says} = paraphrase('- words: She kept "it" quiet\n  exhibit: 1\n  passage: Nobody was told -- nobody at all -- that the bearings\n')
  expect(says).toEqual([])
  expect(words).toContain('#paraphrase-1#She kept “#quotation-1#it” quiet^note-1 ‹›.')
  expect(exhibit).toContain('#paraphrased-1#Nobody was told -- nobody at all -- that the bearings^note-3 had')
  expect(notes).toEqual([{id: 'paraphrase-1', at: 'article'}, {id: 'paraphrase-1', at: 'exhibit'}])
  expect(found).toEqual([{
    id: 'paraphrase-1', words: 'She kept “it” quiet', within: 'article-1', exhibit: 'exhibit-1', source: {file: 'article.md', line: 5},
    passage: {id: 'paraphrased-1', words: 'Nobody was told -- nobody at all -- that the bearings'},
  }])
})

test('without a passage the whole exhibit is meant, and a header line has its call at its end', () => {
  expect(paraphrase('- words: She kept\n  exhibit: 一\n').found[0]).toMatchObject({exhibit: 'exhibit-1', words: 'She kept'})
  const {found, dossier} = paraphrase('- words: She kept\n  exhibit: 1\n  passage: The bridge\n')
  expect(found[0]?.passage).toEqual({id: 'exhibit-1', words: 'The bridge'})
  expect(dossier.exhibits[0]?.messages[0]?.headers.map(({calls}) => calls.length)).toEqual([0, 1])
})

test('words that normalization changed are found by their letters', () => {
  const {found} = paraphrase('- words: "she—never  spoke"\n  exhibit: 1\n- words: he left ... again\n  exhibit: 1\n', 'Then: she--never spoke. And he left… again.')
  expect(found.map(({words}) => words)).toEqual(['she--never spoke', 'he left… again'])
})

test('several in one paragraph, listed in any order, are told in the order of the text', () => {
  const {article: words, found, says} = paraphrase('- words: One line\n  exhibit: 1\n- words: another\n  exhibit: 1\n', 'There is another here.\n\nOne line is there, and more.')
  expect(says).toEqual([])
  expect(found.map(({id}) => id)).toEqual(['paraphrase-2', 'paraphrase-1'])
  expect(words).toBe('There is #paraphrase-2#another^note-1 here.#paraphrase-1#One line^note-2 is there, and more.')
  expect(paraphrase('- words: in one\n  exhibit: 1\n- words: Two\n  exhibit: 1\n', 'Two are in one line.').article).toBe('#paraphrase-2#Two^note-1 are #paraphrase-1#in one^note-2 line.')
})

test.each([
  ['- words: He left\n  exhibit: 1\n', /paraphrases\.yaml:1 .*"He left" that stand 2 times in the articles.*stand in article\.md:5/],
  ['- words: She kept quite it quiet\n  exhibit: 1\n', /paraphrases\.yaml:1 .*stand nowhere in the articles.*The nearest passage is "She kept/],
  ['- words: She kept\n  exhibit: 1\n  passage: go on. Nobody\n', /paraphrases\.yaml:3 .*of two paragraphs/],
  ['- words: She kept\n  exhibit: 2\n', /paraphrases\.yaml:2 .*exhibit 2 of a paraphrase.*The exhibits are 1/],
])('%j is an error that says where to look', (list, says) => {
  const {found, says: said} = paraphrase(list)
  expect(found).toEqual([])
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(says)
})

test('Han text, a note beside it, and what was redacted', () => {
  const texts = {
    'article.md': article('李四 说，桥上的支座 早已裂开。[附件一]'),
    'exhibits/1.md': mail({From: '王五'}, '没有人被告知，支座已经开裂。'),
    'paraphrases.yaml': '- words: 桥上的支座早已裂开\n  exhibit: 1\n  passage: 支座已经开裂\n- words: ████ 说\n  exhibit: 1\n',
    'notes/n.md': '---\nfor: article\n---\n\n> 支座早已裂开\n\n注。\n',
  }
  const {dossier, files} = resolveTexts(texts, {redactions: [{text: '李四', reason: 'private', place: {file: 'dossier.yaml', line: 1}}]})
  expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  expect(dossier.paraphrases.map(({words}) => words)).toEqual(['桥上的支座 早已裂开', '████ 说'])
  expect(dossier.articles[0] && bodyWords(dossier.articles[0].body, dossier)).toBe('████ 说，^1桥上的支座 早已裂开。^2^3‹[附件一]›^4')
})

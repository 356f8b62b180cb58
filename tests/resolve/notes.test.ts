import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {parseSource} from '../../src/parse/parse-source.ts'
import {resolveDossier} from '../../src/resolve/resolve-dossier.ts'
import {bodyWords, mail, resolveTexts} from './resolve-texts.ts'

const heading = '---\ntitle: T\n---\n\n'
const article = (text: string) => ({'article.md': `${heading}${text}\n`})

/** The first article as {@link bodyWords}, its notes as `number: words (calls)`. */
function resolve(texts: Record<string, string>) {
  const {dossier, files} = resolveTexts(texts)
  const body = dossier.articles[0]?.body
  return {
    dossier,
    words: body && bodyWords(body, dossier),
    notes: dossier.notes.map(({number, body, calls}) => `${number}: ${body.map((node) => bodyWords(node, dossier)).join(' / ')} (${calls.join(' ')})`),
    rules: files.flatMap((file) => file.messages.map((message) => message.ruleId)),
  }
}

test('notes are numbered by their first calls, and one that is called again keeps its number', () => {
  expect(resolve(article('One[^b] two[^a] three[^b].\n\n[^a]: A.\n\n[^b]: B.'))).toMatchObject({
    words: 'One^1 two^2 three^1.',
    notes: ['1: B. (call-1 call-1-2)', '2: A. (call-2)'],
  })
})

test('notes called within notes come right after them', () => {
  expect(resolve(article('One[^a] two[^c].\n\n[^a]: A[^b].\n\n[^b]: B[^a].\n\n[^c]: C^[D].'))).toMatchObject({
    words: 'One^1 two^3.',
    notes: ['1: A^2. (call-1 call-1-2)', '2: B^1. (call-2)', '3: C^4. (call-3)', '4: D (call-4)'],
  })
})

test('equal names in two sources are two notes, numbered through', () => {
  const {dossier, notes} = resolve({...article('One[^a] [Exhibit 1].\n\n[^a]: Article.'), 'exhibits/1.md': mail({From: 'Alice'}, 'Two[^a].\n\n[^a]: Exhibit.')})
  expect(notes).toEqual(['1: Article. (call-1)', '2:  (call-2)', '3: Exhibit. (call-3)'])
  expect(dossier.notes.map(({kind, source}) => `${kind} ${source.file}:${source.line}`)).toEqual(['author article.md:7', 'citation article.md:5', 'author exhibits/1.md:9'])
})

test('notes called in header lines stand at their ends, and are no part of what the line says', () => {
  const {dossier, notes} = resolve({'exhibits/1.md': mail({From: 'Alice[^A] <alice@example.org>', Subject: 'Re: x[^b] [^a]'}, 'Text[^b].\n\n[^a]: A.\n\n[^b]: B.')})
  const message = dossier.exhibits[0]?.messages[0]
  expect(message?.headers.map(({value, calls}) => [value, calls.map(({id}) => id)])).toEqual([['Alice <alice@example.org>', ['call-1']], ['Re: x', ['call-2', 'call-1-2']]])
  expect(message).toMatchObject({subject: 'Re: x', from: [{name: 'Alice', address: 'alice@example.org'}]})
  expect(notes).toEqual(['1: A. (call-1 call-1-2)', '2: B. (call-2 call-2-2)'])
})

const exhibits = {'exhibits/1.md': mail({From: 'Alice <a@example.org>', Subject: 'Plans'}, 'Words of the “exhibit”.')}
test.each([
  ['article', 'the article', 'article-1'],
  ['article', 'the second', 'article-2'],
  ['article', 'Words of', undefined],
  ['文章', 'the article', 'article-1'],
  ['article 2', 'Words', 'article-2'],
  ['b.md', 'second', 'article-2'],
  ['exhibit 1', 'the "exhibit"', 'exhibit-1'],
  ['附件一', 'the exhibit', undefined],
  ['附件一', 'Words\n> of', 'exhibit-1'],
  ['exhibits/1.md', 'Plans', 'exhibit-1'],
])('a file of notes for %s finds "%s"', (target, quote, within) => {
  const texts = {'a.md': `${heading}Words of the article.\n`, 'b.md': `${heading}Words of the second.\n`, ...exhibits}
  const {dossier, rules} = resolve({...texts, 'notes/n.md': `---\nfor: ${target}\nby: ED\n---\n\n> ${quote}\n\nNote.\n\n- More.\n`})
  expect(rules.filter((rule) => rule === 'resolve-note-passage')).toEqual(within === undefined ? ['resolve-note-passage'] : [])
  expect(dossier.notes.map(({kind, by, source}) => [kind, by, source.file])).toEqual(within === undefined ? [] : [['editor', 'ED', 'notes/n.md']])
  const homes = [...dossier.articles, ...dossier.exhibits].filter((one) => JSON.stringify(one).includes('"type":"call"'))
  expect(homes.map(({id}) => id)).toEqual(within === undefined ? [] : [within])
})

test.each([
  ['A number larger than that.', 'larger', 'A number larger^1 than that.'],
  ['A number larger than that. Next', 'than that', 'A number larger than that.^1 Next'],
  ['他说“好的”。然后', '好的', '他说“好的”。^1然后'],
  ['On example.org today', 'example', 'On example^1.org today'],
  ['Alice’s words', 'Alice', 'Alice^1’s words'],
  ['A **bold *claim*** here', 'bold claim', 'A bold claim^1 here'],
  ['A **bold *claim***, here', 'bold claim', 'A bold claim,^1 here'],
  ['It says *qui tacet*. Next', 'qui tacet', 'It says qui tacet.^1 Next'],
  ['“*qui tacet.*” Next', 'qui tacet', '“qui tacet.”^1 Next'],
  ['是**重点**，而', '重点', '是重点，^1而'],
  ['A [link](https://example.org). Next', 'link', 'A link.^1 Next'],
  ['A *claim*[^x], here\n\n[^x]: X.', 'claim', 'A claim^1^2, here'],
  ['Words[^x], and more\n\n[^x]: X.', 'Words', 'Words^1^2, and more'],
  ['As [Exhibit 1]. So', 'As', 'As^1 ‹[Exhibit 1]›.^2 So'],
])('in “%s” the call of a note on “%s” stands behind words and closing marks', (text, quote, words) => {
  const {words: found} = resolve({...article(text), ...exhibits, 'notes/n.md': `---\nfor: article\n---\n\n> ${quote}\n\nNote.\n`})
  expect(found).toBe(words)
})

test('words that stand nowhere, or more than once, get no call', () => {
  for (const quote of ['four', 'w', 'two.Three']) {
    expect(resolve({...article('One two.\n\nThree two.'), 'notes/n.md': `---\nfor: article\n---\n\n> ${quote}\n\nNote.\n`})).toMatchObject({words: 'One two. / Three two.', notes: [], rules: ['resolve-note-passage']})
  }
})

test('the drafts stay as they are', () => {
  const value = `${heading}One[^a] [Exhibit 1] [x](nowhere.md) [y].\n\n[^a]: A [z](nowhere.md).\n\n[y]: https://example.org\n`
  const sources = {'article.md': value, ...exhibits, 'notes/n.md': '---\nfor: article\n---\n\n> One\n\nNote [y](nowhere.md).\n'}
  const drafts = Object.entries(sources).flatMap(([path, value]) => parseSource(new VFile({path, value})) ?? [])
  const before = structuredClone(drafts.map(({meta, tree}) => ({meta, tree})))
  const {notes} = resolveDossier({drafts, settings: {page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}, originals: [], pictures: [], changes: [], file: new VFile()})
  expect(notes).toHaveLength(3)
  expect(drafts.map(({meta, tree}) => ({meta, tree}))).toEqual(before)
})

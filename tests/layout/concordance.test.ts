import {expect, test} from 'vitest'
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {layOutBook} from '../../src/layout/lay-out-book.ts'
import {shortenClaim, shortenQuotation} from '../../src/layout/shorten-claim.ts'
import {wordsFor} from '../../src/model/words.ts'
import {readTemplates} from '../../src/read/read-templates.ts'
import {diskWorld} from '../../src/world.ts'
import {mail, resolveTexts} from '../resolve/resolve-texts.ts'

/** Rows of the concordance, cell by cell, and heads and notes of the exhibits. */
async function layOut(texts: Readonly<Record<string, string>>, language = 'en') {
  const {templates, words} = await readTemplates(diskWorld(), '/nowhere')
  const {dossier} = resolveTexts(texts)
  const book = layOutBook({dossier, templates, words: wordsFor(words, language), digest: '', attachments: [], file: new VFile()})
  const chapter = (id: string): Root => book?.chapters.find((one) => one.id === id)?.body ?? {type: 'root', children: []}
  return {
    rows: all(chapter('concordance'), 'tr').slice(1).map((row) => row.children.filter((one) => one.type === 'element').map((cell) => toString(cell).replace(/\s+/g, ' ').trim()).join(' | ').trim()),
    heads: (id: string) => all(chapter(id), 'p').filter(({properties}) => (properties['className'] as string[] | undefined)?.includes('cited-by')).map((one) => toString(one).replace(/\s+/g, ' ').trim()),
    links: (id: string) => [...all(chapter(id), 'a'), ...(book?.chapters.find((one) => one.id === id)?.notes ?? []).flatMap(({children}) => all({type: 'root', children: children as ElementContent[]}, 'a'))].map(({properties}) => String(properties['href'])),
    ids: new Set((book?.chapters ?? []).flatMap(({id: own, body}) => [own, ...all(body, undefined).flatMap(({properties}) => (properties['id'] === undefined ? [] : [String(properties['id'])]))])),
    collation: toString(chapter('collation')),
  }
}

function all(root: Root, tagName: string | undefined): Element[] {
  const found: Element[] = []
  visit(root, 'element', (node) => void ((tagName === undefined || node.tagName === tagName) && found.push(node)))
  return found
}

const article = (text: string) => `---\ntitle: T\n---\n\n${text}\n`
const letter = mail({From: 'Alice'}, 'Nobody was told that the bearings had cracked in May.')

test('what is cited and not among the exhibits has its row, once for a bracket', async () => {
  const imported = (text: string) => article(text).replace('title: T', 'title: T\noriginal: {file: originals/a.md, lines: 1-3}')
  const {rows, ids} = await layOut({'article.md': imported('They met [Exhibit 9]. Later they wrote [Exhibits 1, 2–4].'), 'exhibits/1.md': letter})
  expect(rows.slice(1)).toEqual(['[Exhibit 9] | They met. | not among the exhibits |', '[Exhibits 1, 2–4]2, 3, 4 | Later they wrote. | not among the exhibits |'])
  expect(ids).toContain('absent-1')
  const han = await layOut({'article.md': imported('他们见过面[附件九]。')}, 'zh-Hans')
  expect(han.rows).toEqual(['[附件九] | 他们见过面。 | 所引不在证据之列 |'])
})

test('a quotation that is cited and not found is marked in the row, and beside the exhibit', async () => {
  const {rows, heads, links, ids} = await layOut({'article.md': article('He wrote: “seven brown dogs were walking along the shore” [Exhibit 1].'), 'exhibits/1.md': letter})
  expect(rows).toEqual(['Exhibit 1p. | He wrote: “seven brown dogs were walking along the shore”.quotation: not found | cited |'])
  expect(heads('exhibit-1')).toEqual(['Cited on p.', 'Quotations: p. not found'])
  expect(links('exhibit-1')).toContain('#collation-of-quotation-1')
  expect(ids).toContain('collation-of-quotation-1')
})

test('so is one that is too short, and one whose words stand in another exhibit', async () => {
  const {rows, heads, ids} = await layOut({'article.md': article('He said “No.” [Exhibit 1]\n\nShe: “nobody was told that the bearings had cracked” [Exhibit 2].'), 'exhibits/1.md': letter, 'exhibits/2.md': mail({From: 'Bob'}, 'Rain.')})
  expect(rows[0]).toBe('Exhibit 1p. | He said “No.”quotation: too short to compare | cited |')
  expect(rows[1]).toMatch(/^\| “nobody was told that the bearings had cracked”quotation: \S.* \| quoted only \|$/)
  expect(rows[2]).toMatch(/^Exhibit 2p\. \| She: “nobody .*”\.quotation: .*, in Exhibit 1 \| cited \|$/)
  expect(heads('exhibit-2')[1]).toMatch(/^Quotations: p\. .*, in Exhibit 1$/)
  expect(ids).toContain('collation-of-quotation-1')
})

test('rows are in the order of the text, and a quotation beside another sentence is no more than near', async () => {
  const {rows} = await layOut({'article.md': article('He remembers it [Exhibit 1]. He wrote twice. “Seven brown dogs were walking along the shore,” he says.'), 'exhibits/1.md': letter})
  expect(rows.map((row) => row.replace(/^.*?\| /, ''))).toEqual(['He remembers it. | cited |', '“Seven brown dogs were walking along the shore,”quotation: not found | cited nearby |'])
})

test('paraphrases: rows of their own, or in the claim of a citation; marks beside the exhibit; links both ways', async () => {
  const {rows, heads, links, ids} = await layOut({
    'article.md': article('The town knew nothing. She kept the cracks a secret [Exhibit 1].'),
    'exhibits/1.md': letter,
    'exhibits/2.md': mail({From: 'Bob'}, 'Rain fell.'),
    'paraphrases.yaml': '- words: The town knew nothing\n  exhibit: 1\n  passage: Nobody was told\n- words: kept the cracks a secret\n  exhibit: 1\n  passage: the bearings had cracked\n- words: a secret\n  exhibit: 2\n',
  })
  expect(rows).toEqual([
    'Exhibit 1p. | The town knew nothingparaphrase of: “Nobody was told” p. | paraphrased |',
    '| She kept the cracks a secret.paraphrase of: “the bearings had cracked” p. | cited, paraphrased |',
    'Exhibit 2p. | a secretparaphrase of the exhibit as a whole p. | paraphrased |',
  ])
  expect(heads('exhibit-1')).toEqual(['Cited on p.', 'Paraphrased on p. , p.'])
  expect(heads('exhibit-2')).toEqual(['Not cited', 'Paraphrased on p.'])
  for (const [chapter, target] of [['article-1', 'paraphrased-1'], ['article-1', 'paraphrased-2'], ['article-1', 'exhibit-2'], ['exhibit-1', 'paraphrase-1'], ['exhibit-1', 'paraphrase-2'], ['concordance', 'paraphrased-1']] as const) {
    expect(links(chapter)).toContain(`#${target}`)
    expect(ids).toContain(target)
  }
})

test('in Chinese the same, and no space before a mark', async () => {
  const {rows} = await layOut({'article.md': article('写信的是李四 [附件一]。王五 [附件一] 说支座裂了。'), 'exhibits/1.md': mail({From: '李四'}, '支座已经开裂。'), 'paraphrases.yaml': '- words: 说支座裂了\n  exhibit: 1\n  passage: 支座已经开裂\n'}, 'zh')
  expect(rows).toEqual(['附件 1第页 | 写信的是李四。 | 注明引用 |', '| 王五说支座裂了。所据原文：“支座已经开裂” 第页 | 注明引用、转述 |'])
})

test('a long claim is not cut within a quotation', () => {
  const filler = 'word '.repeat(30)
  expect(shortenClaim(`${filler}“${'quoted '.repeat(20)}end.” And more.`)).toBe(`${filler}“${'quoted '.repeat(20)}end.”…`)
  expect(shortenClaim(`${filler}“${'quoted '.repeat(20)}end”.`)).toBe(`${filler}“${'quoted '.repeat(20)}end”.`)
  expect(shortenClaim(`${filler}“${'quoted '.repeat(200)}end.”`)).toBe(`${filler.trim()}…`)
  expect(shortenClaim(`“${'字'.repeat(120)}。”然后走了。`)).toBe(`“${'字'.repeat(120)}。”…`)
  expect(shortenClaim('字'.repeat(120))).toBe(`${'字'.repeat(90)}…`)
  expect(shortenClaim(`‘${'word '.repeat(50)}’`)).toBe(`‘${'word '.repeat(50)}’`)
  expect(shortenClaim('short')).toBe('short')
  expect(shortenQuotation('字'.repeat(1000))).toHaveLength(451)
  expect(shortenClaim('𠀀'.repeat(120))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
})

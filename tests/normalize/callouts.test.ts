import {toString} from 'mdast-util-to-string'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {isCallout} from '../../src/model/callout.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'
import {parseSource} from '../../src/parse/parse-source.ts'

const settings = {language: 'en', page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []} as const

function first(value: string, path = 'article.md') {
  const draft = parseSource(new VFile({path, value}))
  if (!draft) throw new Error('It cannot be parsed.')
  const {draft: {tree}, changes} = normalizeDraft(draft, settings)
  const [block] = tree.children
  if (block?.type !== 'blockquote') throw new Error('It does not begin with a block quotation.')
  return {block, blocks: block.children.map((child) => toString(child)), changes}
}

test.each([
  ['> [!note] From the vault\n> Body of it.\n> More.', ['note: From the vault', 'Body of it. More.']],
  ['> [!WARNING]\n> Nobody may pass.', ['WARNING', 'Nobody may pass.']],
  ['> [!tip]- Folded', ['tip: Folded']],
  ['> [!info]', ['info']],
  ['> [!note]+\n>\n> - a list', ['note', 'a list']],
  ['> [!注意] 标题\n> 正文', ['注意: 标题', '正文']],
  ['> [!note] A *good* title\n> Body', ['note: A good title', 'Body']],
])('%j', (before, after) => {
  const {block, blocks, changes} = first(before)
  expect(blocks).toEqual(after)
  expect(isCallout(block)).toBe(true)
  expect(changes.filter(({rule}) => rule === 'callouts').every(({before, after}) => !/[\p{L}\p{N}]/u.test(before + after))).toBe(true)
})

test.each(['> A quotation.', '> [note] words', '> words [!note]'])('%j is a quotation', (text) => {
  expect(isCallout(first(text).block)).toBe(false)
})

test('in evidence the signs are words', () => {
  expect(first('> [!note] words', 'exhibits/1.md').blocks).toEqual(['[!note] words'])
})

import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {copyTree} from '../../src/model/copy-tree.ts'
import {parseMarkdown} from '../../src/parse/parse-markdown.ts'

test('a copy is the same, and what is done to it leaves the tree as it was', () => {
  const tree: Root = parseMarkdown('A *word*[^1] | of\n\n| a | b |\n| --- | :-: |\n| c | d |\n\n> - [x] [link](https://example.org "t")\n\n[^1]: Note.\n')
  tree.data = {hProperties: {id: 'x'}} as Root['data']
  const before = structuredClone(tree)
  const copy = copyTree(tree)
  expect(copy).toEqual(tree)
  const [first] = copy.children
  if (first?.type === 'paragraph' && first.children[0]?.type === 'text') first.children[0].value = 'The '
  copy.children.reverse()
  ;(copy.data as {hProperties: {id: string}}).hProperties.id = 'y'
  expect(tree).toEqual(before)
  expect(copy).not.toEqual(tree)
})

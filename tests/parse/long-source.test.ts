import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {parseMarkdown} from '../../src/parse/parse-markdown.ts'

test('in a long source every note and every link is known, wherever its definition stands', () => {
  const names = Array.from({length: 300}, (_, index) => `n${index}`)
  const calls = names.map((name) => `${'Word '.repeat(40)}[^${name}] and [link][${name}].`)
  const definitions = names.flatMap((name) => [`[^${name}]: Note ${name} ${'again '.repeat(40)}`, `[${name}]: https://example.org/${name}`])
  const found = {footnoteReference: 0, linkReference: 0, footnoteDefinition: 0, definition: 0}
  visit(parseMarkdown([...calls, ...definitions].join('\n\n')), (node) => {
    if (node.type in found) found[node.type as keyof typeof found]++
  })
  expect(found).toEqual({footnoteReference: 300, linkReference: 300, footnoteDefinition: 300, definition: 300})
})

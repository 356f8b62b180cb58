import {VFile} from 'vfile'
import {expect, it} from 'vitest'
import {parseSource} from '../../src/parse/parse-source.ts'

const cases: [string, string, string | undefined, number | undefined][] = [
  ['---\nauthor: Wu\ntitle: Long\n---\n\nText.', 'article.md', 'Long', 3],
  ['---\ntitle: Long\n---\n\n# Long\n\nText.', 'article.md', 'Long', 2],
  ['Text.\n\n# Long\n', 'article.md', 'Long', 3],
  ['Text.', 'article.md', 'article', undefined],
  ['---\nnumber: 1\ntitle: Mail\n---\nText.', 'exhibits/1.md', 'Mail', 3],
  ['Text.', 'exhibits/1.md', undefined, undefined]
]

it.each(cases)('the title of %j has its line', (value, path, title, line) => {
  const draft = parseSource(new VFile({path, value}))
  expect(draft?.meta).toMatchObject(title === undefined ? {} : {title})
  expect(draft?.titleLine).toBe(line)
})

it.each([
  ['---\ntitle: T\ncover: a.png\n---\nText.', 3],
  ['---\ntitle: T\n---\nText.', undefined],
])('the cover of %j has its line', (value, line) => {
  expect(parseSource(new VFile({path: 'article.md', value}))?.coverLine).toBe(line)
})

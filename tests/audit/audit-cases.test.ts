import {expect, test} from 'vitest'
import {prepareBook} from '../../src/prepare-book.ts'
import {elementsIn} from '../../src/model/elements-in.ts'
import {memoryWorld} from '../memory-world.ts'

/** Rules that the audit reports for one article, its book made by the program itself. */
async function saidOf(body: string): Promise<string[]> {
  const {files, audit} = await prepareBook({world: memoryWorld({'/in/article.md': `---\ntitle: A\n---\n\n${body}\n`}), folder: '/in'})
  expect(audit?.()?.characters).toBeGreaterThan(0)
  return files.flatMap(({messages}) => messages.map((message) => `${String(message.ruleId)} ${message.reason}`)).filter((says) => says.startsWith('verify-audit'))
}

const paper = '---\ntitle: Letter of the insurers\npaper: Letter\nfrom: "Severn Mutual <>"\nto: Ann Bell <ann@example.org>; <>\ndate: 2 June 2023\n---\n\nWe have paid.\n'

test('what is said of a letter is in the book, and missed where it is not', async () => {
  const prepare = (exhibit: string) => prepareBook({world: memoryWorld({'/in/article.md': '---\ntitle: A\n---\n\nSee [Exhibit 1].\n', '/in/exhibits/1.md': exhibit}), folder: '/in'})
  const whole = await prepare(paper)
  expect(whole.audit?.()?.unexplained).toBe(0)
  expect(whole.files.flatMap(({messages}) => messages.map(String))).toEqual([])
  const other = await prepare(paper)
  const chapter = other.book?.chapters.find(({id}) => id === 'exhibit-1')
  const date = chapter && elementsIn(chapter.body).find((one) => one.tagName === 'dd' && one.children.some((child) => child.type === 'text' && child.value.startsWith('2 June 2023')))
  expect(date).toBeDefined()
  if (date) date.children = [{type: 'text', value: '3 June 2023 '}]
  expect(other.audit?.()?.unexplained).toBeGreaterThan(0)
  expect(other.files.flatMap(({messages}) => messages.map(({ruleId, line}) => `${String(ruleId)} ${line}`))).toEqual(['verify-audit-source-text 6'])
})

test.each([
  ['a row with more cells than its head', '| a | b |\n| --- | --- |\n| 1 | 2 | 3 |'],
  ['a heading within a list', '- # head\n\n  words'],
  ['notes in place, with brackets and emphasis', 'word^[in *place* [and] so on], `^[code]`, \\^[no note]'],
  ['addresses full of marks', 'see https://example.org/a_b*c~d?e&copy=1, and www.example.org/_x_'],
  ['quotes, dots and dashes', '"It\'s" -- so... \'90s "he said \'no\'"'],
  ['HTML and comments', 'a <b>bold</b><br>c <!-- not printed --> d\n\n<!-- nor\n\nthis -->e'],
  ['code that is never closed', 'word\n\n```\n<!-- message 1 -->\n\n[x]: y'],
  ['definitions and references', '[ref] and [words][ref], ![picture][ref]\n\n[ref]: https://example.org "Title"'],
  ['lines of Chinese', '中文的一行，\n第二行“引文”\n第三行 with English\nwords'],
  ['invisible characters', 'soft\u00ADhyphen, zero\u200Bwidth, no\u00A0break, 全\u3000角'],
  ['escapes and entities', '\\*not\\* &amp; &copy; &#8212; \\\\ 2*3 snake_case'],
] as const)('%s: nothing is lost, nothing is said', async (_, body) => {
  expect(await saidOf(body)).toEqual([])
})

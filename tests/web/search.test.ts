import {afterAll, beforeAll, expect, test} from 'vitest'
import {memoryWorld} from '../memory-world.ts'
import {openReadersBrowser, type ReadersBrowser, type ReaderPage} from './open-web-page.ts'
import {writeWeb} from './write-web.ts'

const article = `---
title: The ferry
---

The old[^1] ferry was *slow* and the **new** one [costs](https://example.org) \`four\` crowns. 渡船停[^2]航三天。

First line of verse\\
and the second line.

| Boat | Crew |
| --- | --- |
| Gull | seven |
| 甲 | 乙 |

It ended here.

Nobody came.

[^1]: Built by the harbour office.
[^2]: 见公告。
`
const letter = `---
messages:
  - headers: {From: 'Ida Holm <ida@example.org>', Subject: 'The winter timetable[^1]'}
---

We sail at noon.

[^1]: It was never printed.
`

let browser: ReadersBrowser
let reader: ReaderPage
beforeAll(async () => {
  browser = await openReadersBrowser()
  const {html, findings} = await writeWeb('/in', {world: memoryWorld({'/in/article.md': article, '/in/exhibits/1.md': letter})})
  expect(findings).toEqual([])
  reader = await browser.open(html)
})
afterAll(() => browser.close())

/** Words before, within and behind each hit in the list. */
async function search(words: string): Promise<string[]> {
  return reader.page.evaluate((typed) => {
    const field = document.getElementById('web-find-words') as HTMLInputElement
    field.value = typed
    field.form?.requestSubmit()
    return [...document.querySelectorAll('#web-found .found-places button')].map((one) => [...one.childNodes].slice(1).map((part) => part.textContent ?? '').join('|'))
  }, words)
}

test.each([
  ['old ferry', 'The |old ferry| was slow'],
  ['slow and the new one costs four crowns', '|slow and the new one costs four crowns|'],
  ['停航三天', '渡船|停航三天|。'],
  ['verse and the', 'First line of |verse and the| second'],
  ['gull seven', '|Gull seven|'],
  ['harbour office', 'Built by the |harbour office|.'],
  ['from ida holm', '|From Ida Holm| <ida@'],
  ['winter timetable', 'The |winter timetable|'],
  ['never printed', 'It was |never printed|.'],
])('%s is found, and shown as it reads', async (words, shown) => {
  expect((await search(words)).some((one) => one.includes(shown))).toBe(true)
})

test.each(['here. nobody', '甲乙', 'old1', 'here nobody came'])('%s is not found', async (words) => {
  expect(await search(words)).toEqual([])
})

test('marks of hits leave no trouble behind', () => {
  expect(reader.troubles).toEqual([])
})

import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'
import {readPrinted} from '../printed/read-printed.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

/** What an exhibit ends with; below each of them stands a margin that is no part of its last page. */
const endings = [
  '好。',
  '- 甲\n- 乙',
  '> 引一。\n>\n> > 引二。',
  '> 发件人：甲\n> 日期：2020年1月3日 10:00\n> 收件人：乙\n>\n> 来了。\n>\n> > 发件人：丁\n> > 日期：2020年1月2日 10:00\n> > 收件人：甲\n> >\n> > 好。',
  '| 甲 | 乙 |\n| - | - |\n| 一 | 二 |',
  '```\na\nb\n```',
]

test('a page that its text just fills is followed by the page that is planned, whatever the text ends with', async () => {
  mkdirSync(join(folder, 'in'))
  const exhibits = endings.flatMap((ending) => Array.from({length: 10}, (_, index) => [...Array.from({length: 14 + index}, (_, line) => `第 ${line + 1} 行。`), ending].join('\n\n')))
  for (const [index, text] of exhibits.entries()) {
    writeFileSync(join(folder, 'in', `${index + 1}.md`), `---\nkind: exhibit\nnumber: "${index + 1}"\nmessages:\n  - headers:\n      发件人: 甲\n      收件人: 乙\n      日期: 2020年1月5日 10:00\n---\n\n${text}\n`)
  }
  writeFileSync(join(folder, 'in', 'article.md'), `---\nkind: article\ntitle: 满页\n---\n\n${exhibits.map((_, index) => `见 [证据 ${index + 1}]。`).join('\n\n')}\n`)
  const result = await buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out'), only: ['pdf']})
  expect(messagesAsJson(result.files).filter(({severity}) => severity === 'error').map(({reason}) => reason)).toEqual([])
  const {pages} = await readPrinted(readFileSync(join(folder, 'out', 'dossier.pdf')))
  expect(result.summary?.pages).toBe(pages.length)
  // Some of them fill one page, some need a second one.
  expect(pages.length).toBeGreaterThan(exhibits.length + 20)
}, 120_000)

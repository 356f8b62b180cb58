import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'

async function messagesWith(style: string, rules = 'p { color: #300 }\n'): Promise<readonly {readonly file: string; readonly rule: string; readonly note: string}[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  try {
    mkdirSync(join(folder, 'in', 'styles'), {recursive: true})
    writeFileSync(join(folder, 'in', 'article.md'), '# A\n\nText.\n')
    writeFileSync(join(folder, 'in', 'styles', style), rules)
    const {files} = await buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out'), only: ['pdf']})
    return messagesAsJson(files).map(({file, rule, hint}) => ({file: String(file), rule: String(rule), note: String(hint)}))
  } finally {
    rmSync(folder, {recursive: true})
  }
}

it('reads a style sheet of a new name beside the built-in ones', async () => {
  expect(await messagesWith('mine.css')).toEqual([])
}, 30_000)

it('tells of one that takes the place of ours and makes no pages, and does not blame the program', async () => {
  const messages = await messagesWith('print.css')
  expect(messages.filter(({rule}) => rule === 'render-own-file-holds')).toMatchObject([{file: 'styles/print.css'}])
  expect(messages.some(({rule}) => rule.startsWith('verify-'))).toBe(true)
  expect(messages.filter(({note}) => note.includes('fault of the program'))).toEqual([])
}, 30_000)

it.each(['p { color: white }', '.text { position: relative } .text::after { content: ""; position: absolute; inset: 0; background: white }'])('finds words that a style sheet hides in the print, and names the sheet: %s', async (rules) => {
  const messages = await messagesWith('mine.css', rules)
  expect(messages.map(({rule}) => rule)).toContain('verify-pdf-words-seen')
  expect(messages.filter(({rule}) => rule === 'render-own-file-holds')).toMatchObject([{file: 'styles/mine.css'}])
}, 30_000)

it('takes white words on a dark box for what they are', async () => {
  expect(await messagesWith('mine.css', 'p { color: white; background: #222 }')).toEqual([])
}, 30_000)

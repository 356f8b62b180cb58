import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes} from 'hast'
import {expect, test} from 'vitest'
import {prepareBook, type Prepared} from '../../src/prepare-book.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'

const cases = join(import.meta.dirname, 'cases')
/** Chapters whose words are compared. */
const shown = new Set(['article', 'exhibit', 'people', 'chronology', 'collation', 'index', 'log'])
const blocks = /^(?:h\d|p|tr|li|div|pre|dd)$/

/** What came of a case, message by message and block by block, and what the attached log has of redactions. */
function show({files, book, audit}: Prepared): string {
  const messages = messagesAsJson(files).map(({severity, rule, file, line, column, reason}) => `${severity} ${rule} ${file}:${[line, column].filter((one) => one !== undefined).join(':')} ${reason}`)
  const chapters = (book?.chapters ?? []).filter(({kind}) => shown.has(kind)).map(({kind, body, notes}) => [`== ${kind}`, ...[body, ...notes.flatMap(({label, children}) => [{type: 'text', value: `\nnote ${label}: `} as const, ...children])].map((node) => wordsOf(node as Nodes)).join('').split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim()).filter((line) => line !== '')].join('\n'))
  const [attached] = book?.attachments ?? []
  const log = attached && (JSON.parse(Buffer.from(attached.bytes).toString()) as {redacted: object}).redacted
  const audited = audit && `unexplained: ${audit()?.unexplained}`
  return [...messages, ...chapters, ...(log ? [`== editorial-log.json\n${JSON.stringify(log, null, 1)}`] : []), ...(audited ? [audited] : [])].join('\n') + '\n'
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\n/g, ' ')
  if (node.type === 'element' && node.tagName === 'img') return `[picture: ${String(node.properties['alt'])}]`
  const inner = 'children' in node ? node.children.map(wordsOf).join('') : ''
  if (node.type === 'element' && /^t[dh]$/.test(node.tagName)) return `${inner} | `
  return node.type === 'element' && blocks.test(node.tagName) ? `\n${inner}\n` : inner
}

test.each(readdirSync(cases))('%s', async (name) => {
  const folder = join(cases, name)
  const prepared = await prepareBook({world: diskWorld(), folder: join(folder, 'sources')})
  const found = show(prepared)
  const expected = join(folder, 'expected.txt')
  if (process.env['UPDATE'] || !existsSync(expected)) writeFileSync(expected, found)
  expect(found).toBe(readFileSync(expected, 'utf8'))
  const verdict = /^error /m.test(found) ? 'error' : /^warning /m.test(found) ? 'warning' : 'ok'
  expect(name).toMatch(new RegExp(`-${verdict}$`))
})

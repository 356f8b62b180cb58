/**
 * Measures the pairing of quotation marks: takes every mark of a proof-read text to its straight form, normalizes, and
 * counts how many come back. `npx tsx tests/corpus/quotes.ts FOLDER [--show]`; reads .xhtml, .html, .md and .txt.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Paragraph, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {VFile} from 'vfile'
import type {Settings} from '../../src/model/settings.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'

const [folder, show] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx tests/corpus/quotes.ts FOLDER [--show]')
  process.exit(2)
}

const settings: Settings = {language: 'en', page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}
const entities: Record<string, string> = {amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', quot: '"', apos: "'"}

let right = 0
let total = 0
for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
  if (/\.(?:xhtml|html|md|txt)$/.test(name)) compare(name, blocksOf(readFileSync(join(folder, name), 'utf8')))
}
console.log(`${right} of ${total} marks right: ${((100 * right) / Math.max(total, 1)).toFixed(3)} %`)

function blocksOf(text: string): string[] {
  const found = /<(?:p|h\d|li|td|th|dt|dd)\b/.test(text)
    ? [...text.matchAll(/<(p|h\d|li|td|th|dt|dd)\b[^>]*>([^]*?)<\/\1>/g)].map(match => match[2] ?? '')
    : text.split(/\n\s*\n/)
  return found.map(block => plain(block)).filter(block => block !== '')
}

function plain(block: string): string {
  return block
    .replace(/\s*<br\b[^>]*>\s*/g, '\u2028')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[\u2060\u200A]/g, '')
    .replace(/[^\S\u2028]+/g, ' ')
    .trim()
}

function compare(name: string, expected: string[]): void {
  const children = expected.map((block): Paragraph => ({type: 'paragraph', children: [{type: 'text', value: flatten(block)}]}))
  const tree: Root = {type: 'root', children}
  const draft = {file: new VFile({path: name}), meta: {kind: 'article'} as const, tree}
  const {draft: normalized} = normalizeDraft(draft, settings)
  expected.forEach((block, index) => {
    const node = normalized.tree.children[index]
    count(name, marksOf(block), node ? marksOf(toString(node)) : [])
  })
}

function flatten(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
}

function marksOf(text: string): {mark: string; around: string}[] {
  return [...text.matchAll(/["'“”‘’]/g)].map(({index, 0: mark}) => ({mark, around: text.slice(Math.max(0, index - 30), index + 30)}))
}

function count(name: string, expected: {mark: string; around: string}[], found: {mark: string; around: string}[]): void {
  expected.forEach(({mark, around}, index) => {
    total++
    if (found[index]?.mark === mark) right++
    else if (show) console.log(`${name}: expected ${mark} in …${around}… found ${found[index]?.mark ?? 'nothing'}`)
  })
}

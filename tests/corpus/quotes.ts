/**
 * Measures the pairing of quotation marks: takes every mark of a proof-read text to its straight form, normalizes, and
 * counts how many come back, how many stay straight and are named, and how many come out wrong.
 * `npx tsx tests/corpus/quotes.ts FOLDER [--british] [--show]`; reads .xhtml, .html, .md and .txt. With `--british` a
 * text in double marks is first set in single ones, with double ones within.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Paragraph, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {VFile} from 'vfile'
import type {Settings} from '../../src/model/settings.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'

const [folder, ...flags] = process.argv.slice(2)
const show = flags.includes('--show')
const isBritish = flags.includes('--british')
if (folder === undefined) {
  console.error('Usage: npx tsx tests/corpus/quotes.ts FOLDER [--british] [--show]')
  process.exit(2)
}

const settings: Settings = {language: 'en', page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}
const entities: Record<string, string> = {amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', quot: '"', apos: "'"}

const isMark = /["'“”‘’′″]/g
const sum = {right: 0, straight: 0, unnamed: 0, wrong: 0}
let passedOver = 0
for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
  if (!/\.(?:xhtml|html|md|txt)$/.test(name)) continue
  const blocks = blocksOf(readFileSync(join(folder, name), 'utf8'))
  compare(name, isBritish ? blocks.map(swapped) : blocks.map(text => ({text, counts: true})))
}
const total = sum.right + sum.straight + sum.wrong
const rate = (count: number): string => `${((100 * count) / Math.max(total, 1)).toFixed(3)} %`
console.log(`${total} marks: ${sum.right} right (${rate(sum.right)}), ${sum.straight} left straight and named (${rate(sum.straight)}), ${sum.wrong} wrong (${rate(sum.wrong)})`)
if (sum.unnamed > 0) console.log(`${sum.unnamed} left straight without a word are among the wrong ones`)
if (isBritish) console.log(`${passedOver} paragraphs passed over: their own single marks could not be told apart`)

/** Double marks outside become single ones, and single ones within double; not counted where it cannot be told which single marks close. */
function swapped(block: string): {text: string; counts: boolean} {
  let depth = 0
  let inner: number | undefined
  let out = ''
  for (let at = 0; at < block.length; at++) {
    const sign = block.charAt(at)
    if (sign === '“') depth++
    if (sign === '”') depth--
    if (sign === '“' || sign === '”') out += sign === '“' ? '‘' : '’'
    else if (sign === '‘') {
      if (inner !== undefined) break
      inner = closingOf(block, at)
      if (inner === undefined) break
      out += '“'
    } else if (at === inner) {
      inner = undefined
      out += '”'
    } else out += sign
    if (depth < 0 || depth > 1) break
  }
  if (out.length === block.length) return {text: out, counts: true}
  passedOver++
  return {text: block.replace(/“/g, '‘').replace(/”/g, '’'), counts: false}
}

/** The one mark that can close; `undefined` where several can, or none. */
function closingOf(block: string, from: number): number | undefined {
  const stop = block.slice(from + 1).search(/[‘“”]/)
  const within = block.slice(from, stop < 0 ? block.length : from + 1 + stop + 1)
  const found = [...within.matchAll(/’(?!\p{L})/gu)].map(({index}) => from + index)
  return found.length === 1 ? found[0] : undefined
}

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

function compare(name: string, expected: {text: string; counts: boolean}[]): void {
  expected.forEach(({text: block, counts}, index) => {
    if (!counts) return
    const next = expected[index + 1]?.text
    const children = [block, ...(next === undefined ? [] : [next])].map((one, line): Paragraph => ({type: 'paragraph', children: [{type: 'text', value: flatten(one), position: {start: {line: line + 1, column: 1}, end: {line: line + 1, column: 1}}}]}))
    const tree: Root = {type: 'root', children}
    const draft = {file: new VFile({path: name}), meta: {kind: 'article'} as const, tree}
    const {draft: normalized} = normalizeDraft(draft, settings)
    const [node] = normalized.tree.children
    count(name, block, node ? toString(node) : '', draft.file.messages.filter(({line}) => line === 1).length)
  })
}

function flatten(text: string): string {
  return text.replace(/[“”″]/g, '"').replace(/[‘’′]/g, "'")
}

function count(name: string, expected: string, found: string, named: number): void {
  const outcome = [...found.matchAll(isMark)].map(({0: mark}) => mark)
  const straight = outcome.filter(mark => /["']/.test(mark)).length
  const isNamed = straight <= named
  const marks = [...expected.matchAll(isMark)]
  marks.forEach(({index, 0: mark}, place) => {
    const got = outcome[place] ?? 'nothing'
    const verdict = got === mark ? 'right' : /["']/.test(got) && isNamed ? 'straight' : 'wrong'
    sum[verdict]++
    if (verdict === 'wrong' && /["']/.test(got)) sum.unnamed++
    if (verdict !== 'right' && show) console.log(`${name}: ${verdict}: expected ${mark} in …${expected.slice(Math.max(0, index - 30), index + 30)}… found ${got}`)
  })
}

import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {checkPdf, type CheckedPdf} from '../../src/check-pdf.ts'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import {measureForm} from '../../src/verify/form/measure-form.ts'
import {verifyCharacters} from '../../src/verify/form/verify-characters.ts'
import type {PdfFacts, TextRun} from '../../src/verify/pdf/pdf-facts.ts'
import {VFile} from 'vfile'
import {pickerFrom} from '../audit/mutate-text.ts'
import {printDossier, type PrintedDossier} from '../audit/print-dossier.ts'
import {writeEnglish} from '../audit/write-english.ts'
import {memoryWorld} from '../memory-world.ts'
import {openTestBrowser} from '../render/browser/open-test-browser.ts'

let folder: string
let browser: OpenBrowser
let printed: PrintedDossier
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  writeEnglish(folder)
  browser = await openTestBrowser()
  printed = await printDossier(folder, browser)
}, 60_000)
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

async function check(bytes: Uint8Array | string): Promise<CheckedPdf & {rules: string[]}> {
  const checked = await checkPdf(memoryWorld({'/in/a.pdf': bytes}), '/in/a.pdf')
  return {...checked, rules: [...new Set(checked.file.messages.map(({ruleId}) => String(ruleId)))]}
}

describe('a finished PDF, checked by itself', () => {
  test('is fine as it was printed', async () => {
    const {rules, facts} = await check(printed.bytes)
    expect(rules).toEqual([])
    expect(facts).toMatchObject({pages: printed.facts.pages.length, form: {wrongLineStarts: 0, wrongLineEnds: 0}})
  })

  test('cut short anywhere, it is called damaged', async () => {
    for (const share of [0, 0.001, 0.3, 0.5, 0.9, 0.999]) {
      expect((await check(printed.bytes.subarray(0, Math.floor(printed.bytes.length * share)))).rules, String(share)).toContain('verify-pdf-is-readable')
    }
  })

  test('with a flipped bit it never crashes, and a flip in what is packed is found', async () => {
    const pick = pickerFrom(77)
    const latin = Buffer.from(printed.bytes).toString('latin1')
    let packed = 0
    for (let turn = 0; turn < 60; turn++) {
      const bytes = Uint8Array.from(printed.bytes)
      const at = pick(bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << pick(8))
      const {rules} = await check(bytes)
      const from = latin.lastIndexOf('stream', at)
      const isPacked = from > 0 && latin.slice(from - 3, from) !== 'end' && latin.slice(latin.lastIndexOf('<<', from), from).includes('FlateDecode') && at > from + 8 && at < latin.indexOf('endstream', from) - 2
      if (isPacked) {
        packed++
        expect(rules, `byte ${at}`).toContain('verify-pdf-is-readable')
      }
    }
    expect(packed).toBeGreaterThan(20)
  })

  test.each([['nothing', ''], ['words', 'no PDF at all'], ['only an end', 'startxref\n0\n%%EOF\n'], ['a loop', '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Size 2/Root 1 0 R>>\nstartxref\n56\n%%EOF\n']])('%s is no PDF', async (_, bytes) => {
    expect((await check(bytes)).rules).toContain('verify-pdf-is-readable')
  })

  test('one that is missing is called missing', async () => {
    const {file} = await checkPdf(memoryWorld({}), '/in/none.pdf')
    expect(file.messages.map(({ruleId}) => ruleId)).toEqual(['verify-pdf-is-readable'])
  })
})

describe('characters', () => {
  const said = (facts: PdfFacts): string[] => {
    const file = new VFile({path: 'a.pdf'})
    verifyCharacters(facts, printed.book, file)
    return file.messages.map(({ruleId}) => String(ruleId))
  }
  const withFirst = (change: Partial<PdfFacts['pages'][number]>): PdfFacts => ({...printed.facts, pages: printed.facts.pages.map((page, index) => (index === 0 ? {...page, ...change} : page))})

  test('are fine as printed', () => expect(said(printed.facts)).toEqual([]))
  test('an empty box is found', () => {
    expect(said(withFirst({missing: 1}))).toEqual(['verify-pdf-characters'])
  })
  test('a radical in place of a character is found', () => {
    const [run] = printed.facts.pages[0]?.runs ?? []
    expect(said(withFirst({runs: [{...(run as TextRun), text: '\u2F08'}]}))).toEqual(['verify-pdf-characters'])
  })
})

test('counts lines and pictures that a reader would mend', () => {
  const run = (text: string, x: number, y: number, width: number): TextRun => ({text, x, y, width, size: 10, font: 'Serif', mcid: 1, actualText: undefined, starts: [...text].map((_, index) => x + index * 10)})
  const page = {index: 0, label: '1', width: 400, height: 600, unmarked: 0, missing: 0, pictures: [{widthPx: 100, heightPx: 100, width: 72, height: 72}, {widthPx: 600, heightPx: 600, width: 72, height: 72}],
    runs: [run('一二三四五六七八九（', 100, 500, 100), run('，一二三四五六七八九', 100, 482, 100), run('尾。', 100, 464, 20)]}
  const form = measureForm({...printed.facts, pages: [page]}, {textAreaOf: () => ({left: 100, right: 200, bottom: 100, top: 550})})
  expect(form).toEqual({wrongLineStarts: 1, wrongLineEnds: 1, loneCharacters: 1, pictures: {count: 2, below150: 1, lowestDpi: 100}})
})

import {getDocument, type PDFDocumentProxy, type PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {finishPdf, type FinishOptions} from '../../../src/render/pdf/finish-pdf.ts'
import type {OpenBrowser} from '../../../src/render/browser/open-browser.ts'
import {internalOrigin} from '../../../src/render/pdf/print-html.ts'
import {openTestBrowser} from '../browser/open-test-browser.ts'

const html = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Printed</title><link rel="stylesheet" href="a.css"><body>
<h1 id="one">One</h1><p>See <a href="${internalOrigin}#two">2</a>, <a href="${internalOrigin}#a%20(b)">3</a>,
<a href="${internalOrigin}#nowhere">?</a> and <a href="https://example.org/x">outside</a>.</p>
<h1 id="two">Two</h1><p>Text</p><h1 id="a (b)">Three</h1><p>Text</p>`

const input: FinishOptions = {
  internalOrigin,
  anchors: new Map([['one', {page: 0, x: 10, y: 800}], ['two', {page: 1, x: 20, y: 700.125}], ['a (b)', {page: 2, x: 30, y: 600}]]),
  outline: [
    {id: 'one', title: 'One (1)\\', depth: 1, children: [{id: 'two', title: '第二 “Two”', depth: 2, children: []}]},
    {id: 'a (b)', title: 'Three', depth: 1, children: []},
  ],
  pageLabels: [{from: 0, style: 'r', start: 1}, {from: 1, style: 'D', start: 1}],
  title: '标题 & <title>',
  authors: ['Ada', '乙'],
  language: 'zh-Hans',
  identifier: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  issued: '2024-03-07',
}

let browser: OpenBrowser
beforeAll(async () => void (browser = await openTestBrowser()), 60_000)
afterAll(() => browser.close())

async function printSample(): Promise<Uint8Array> {
  const style = Buffer.from('h1 { break-before: page } h1:first-of-type { break-before: auto }')
  const page = await browser.openPage({html, resources: new Map([['a.css', {type: 'text/css', bytes: style}]])})
  const printed = await page.print()
  await page.close()
  return printed
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({data: new Uint8Array(bytes), verbosity: 0}).promise
}

async function wordsOf(page: PDFPageProxy): Promise<readonly unknown[]> {
  return (await page.getTextContent()).items.map(item => 'str' in item ? [item.str, item.transform] : item)
}

describe('a finished PDF, read by another program', () => {
  let document: PDFDocumentProxy
  let printed: Uint8Array
  let finished: Awaited<ReturnType<typeof finishPdf>>
  beforeAll(async () => {
    printed = await printSample()
    finished = await finishPdf(printed, input)
    document = await open(finished.bytes)
  }, 60_000)
  afterAll(() => document.destroy())

  it('has links that land where the anchors are, and others as they were', async () => {
    const page = await document.getPage(1)
    const links = (await page.getAnnotations() as {url?: string; dest?: unknown[]}[]).map(({url, dest}) => url ?? dest?.slice(1))
    expect(links).toEqual([[{name: 'XYZ'}, 20, 700.13, null], [{name: 'XYZ'}, 30, 600, null], undefined, 'https://example.org/x'])
    const [first] = await page.getAnnotations() as {dest: [{num: number; gen: number}]}[]
    expect(await document.getPageIndex(first?.dest[0] ?? {num: 0, gen: 0})).toBe(1)
  })

  it('names the anchors that are nowhere', () => {
    expect(finished.unknownAnchors).toEqual(['nowhere'])
  })

  it('has an outline with exact titles', async () => {
    const outline = await document.getOutline()
    const shape = outline.map(({title, items}) => [title, items.map(item => item.title)])
    expect(shape).toEqual([['One (1)\\', ['第二 “Two”']], ['Three', []]])
    expect(await document.getPageIndex((outline[0]?.items[0]?.dest as [{num: number; gen: number}])[0])).toBe(1)
    expect(await document.getPageMode()).toBe('UseOutlines')
  })

  it('has page labels, language, title, and dates of the facts alone', async () => {
    expect(await document.getPageLabels()).toEqual(['i', '1', '2'])
    const {info, metadata} = await document.getMetadata() as unknown as {info: Record<string, unknown>; metadata: {get(name: string): unknown}}
    expect(info).toMatchObject({Title: '标题 & <title>', Author: 'Ada, 乙', CreationDate: 'D:20240307000000Z', ModDate: 'D:20240307000000Z', Language: 'zh-Hans'})
    expect(metadata.get('dc:title')).toBe('标题 & <title>')
    expect(metadata.get('dc:creator')).toEqual(['Ada', '乙'])
    expect(await document.getViewerPreferences()).toEqual({DisplayDocTitle: true})
  })

  it('keeps pages, words and tags', async () => {
    const before = await open(printed)
    expect(document.numPages).toBe(before.numPages)
    for (let number = 1; number <= before.numPages; number++) {
      const [old, now] = [await before.getPage(number), await document.getPage(number)]
      expect(await now.getStructTree()).toEqual(await old.getStructTree())
      expect(await wordsOf(now)).toEqual(await wordsOf(old))
    }
    await before.destroy()
  })

  it('is the same, byte by byte, from another print', async () => {
    const again = await finishPdf(await printSample(), input)
    expect(Buffer.from(again.bytes).equals(Buffer.from(finished.bytes))).toBe(true)
  })

  it('is smaller', () => {
    expect(finished.bytes.length).toBeLessThan(printed.length)
  })
})

it('refuses a file that Chromium did not write', async () => {
  await expect(finishPdf(Buffer.from('%PDF-1.7\nnothing\nstartxref\n9\n%%EOF\n'), input)).rejects.toThrow('expected one classic cross-reference table')
})

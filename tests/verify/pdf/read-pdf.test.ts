import {getDocument, type PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {finishPdf} from '../../../src/render/pdf/finish-pdf.ts'
import type {OpenBrowser} from '../../../src/render/browser/open-browser.ts'
import {linesOf} from '../../../src/verify/pdf/lines-of.ts'
import type {PdfFacts} from '../../../src/verify/pdf/pdf-facts.ts'
import {printedFolio} from '../../../src/verify/pdf/printed-folio.ts'
import {joinPdf, readPdf, readPdfPages} from '../../../src/verify/pdf/read-pdf.ts'
import {textInRect} from '../../../src/verify/pdf/text-in-rect.ts'
import {openSampleBrowser, printSample, sampleFacts, sampleOrigin} from './print-sample.ts'

const body = `<h1>标题 Heading</h1>
<p>中文“引号”……——与 Latin words <b>bold 粗体</b> <i lang="en">italic office fi</i><sup><a href="${sampleOrigin}#two">7</a></sup> 之后，☺ → ① <code>code()</code>
${'一段更长的文字，换行以后还在同一段里。'.repeat(3)} See page <a href="${sampleOrigin}#two">2</a>, <a href="https://example.org/a(b)">outside</a>.</p>
<p lang="en">${'Several words that are set justified and broken over lines. '.repeat(3)}</p><h2>第二页</h2><p>末</p>`
const styles = `@page { size: 300pt 400pt; margin: 40pt; @bottom-center { content: counter(page) } @top-left { content: "Head" } } h2 { break-before: page } p { text-align: justify } a { color: inherit } code { font-family: "Dossier Code" }`

describe('a print, read back', () => {
  let browser: OpenBrowser
  let bytes: Uint8Array
  let facts: PdfFacts
  let other: PDFDocumentProxy
  beforeAll(async () => {
    browser = await openSampleBrowser()
    const printed = await printSample(browser, body, styles)
    const finished = await finishPdf(printed, {
      ...sampleFacts,
      anchors: new Map([['two', {page: 1, x: 40, y: 350}]]),
      outline: [{id: 'two', title: '第二页', depth: 1, children: []}],
      pageLabels: [{from: 0, style: 'r'}, {from: 1, style: 'D', prefix: 'A-', start: 9}],
    })
    bytes = finished.bytes
    facts = readPdf(bytes)
    other = await getDocument({data: new Uint8Array(bytes), verbosity: 0}).promise
    expect(readPdf(printed).pages).toEqual(facts.pages.map((page, index) => ({...page, label: String(index + 1), unmarked: expect.any(Number), missing: expect.any(Number), pictures: expect.any(Array)})))
  }, 60_000)
  it('is the same when its pages are read apart', () => {
    const parts = [readPdfPages(bytes, {from: 0, to: 1}), readPdfPages(bytes, {from: 1, to: Infinity})]
    expect(joinPdf(bytes, parts)).toEqual({...facts, fonts: expect.arrayContaining([...facts.fonts])})
  })

  afterAll(async () => {
    await other.destroy()
    await browser.close()
  })

  it('has the text that another reader finds, at the same places', async () => {
    for (const page of facts.pages) {
      const items = (await (await other.getPage(page.index + 1)).getTextContent()).items.flatMap(item => 'str' in item && item.str.trim() ? [item] : [])
      const squeezed = (words: readonly string[]): string => words.join('').replace(/\s+/g, '')
      expect(squeezed(page.runs.map(({text}) => text))).toBe(squeezed(items.map(({str}) => str)))
      for (const {str, transform} of items) {
        const [, , , size, x, y] = transform as number[]
        const at = page.runs.find(run => Math.abs(run.y - (y ?? 0)) < 0.05 && run.starts.some(start => Math.abs(start - (x ?? 0)) < 0.2))
        expect(at, `${str} at ${x} ${y}`).toBeDefined()
        expect(at?.size).toBeCloseTo(Math.abs(size ?? 0), 1)
      }
    }
  })

  it('has the links and labels that another reader finds', async () => {
    const annotations = await (await other.getPage(1)).getAnnotations() as {url?: string; rect: number[]; dest?: [unknown, unknown, number, number]}[]
    expect(facts.links.map(({rect}) => [rect.left, rect.bottom, rect.right, rect.top])).toEqual(annotations.map(({rect}) => rect))
    expect(facts.links.map(({target}) => target)).toEqual([{page: 1, x: 40, y: 350}, {page: 1, x: 40, y: 350}, {uri: 'https://example.org/a(b)'}])
    expect(facts.pages.map(({label}) => label)).toEqual(await other.getPageLabels())
  })

  it('gives the words of a link, the folio, and lines with their raised marks', () => {
    const [page] = facts.pages
    if (!page) throw new Error('no page')
    expect(facts.links.map(({rect}) => textInRect(page, rect))).toEqual(['7', '2', 'outside'])
    const textArea = {left: 40, bottom: 40, right: 260, top: 360}
    expect(facts.pages.map(one => printedFolio(one, textArea))).toEqual(['1', '2'])
    const lines = linesOf(page).map(({text}) => text)
    expect(lines[0]).toBe('Head')
    expect(lines[1]).toBe('标题 Heading')
    expect(lines.at(-1)).toBe('1')
    expect(lines.find(line => line.includes('office'))).toMatch(/italic office fi7/)
  })

  it('says what fonts there are: ours, each once, named, of outlines', () => {
    const names = facts.fonts.map(({name}) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('NotoSerifSC-Regular')
    expect(facts.fonts.every(({type, embedded, hasToUnicode}) => type === 'CIDFontType2' && embedded && hasToUnicode)).toBe(true)
  })

  it('says what the document says of itself', () => {
    expect(facts).toMatchObject({tagged: true, language: 'zh-Hans', title: 'Sample', attachments: []})
    expect(facts.outline).toEqual([{title: '第二页', depth: 1, target: {page: 1, x: 40, y: 350}}])
    expect(facts.metadata.info['CreationDate']).toBe('D:19800101000000Z')
    expect(facts.metadata.xmp).toContain('<dc:identifier>urn:uuid:')
    expect(facts.pages.map(({width, height}) => [Math.round(width), Math.round(height)])).toEqual([[300, 400], [300, 400]])
  })
})

import {VFile} from 'vfile'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {NavigationItem} from '../../../src/model/book.ts'
import {finishPdf, type PrintedPlace} from '../../../src/render/pdf/finish-pdf.ts'
import type {OpenBrowser} from '../../../src/render/browser/open-browser.ts'
import type {PdfFacts} from '../../../src/verify/pdf/pdf-facts.ts'
import {readPdf} from '../../../src/verify/pdf/read-pdf.ts'
import {verifyPdf, type PdfExpectations} from '../../../src/verify/pdf/verify-pdf.ts'
import {openSampleBrowser, printSample, sampleFacts, sampleOrigin} from './print-sample.ts'

/** Pages of 300 by 400 points with margins of 40. Page ii has a note at its foot; the text on page i points to page ii. */
const body = `
<section><h1>第一</h1><p>正文在这里，见第 <a href="${sampleOrigin}page#second">2</a> 页。</p></section>
<section><h1>第二</h1><p>正文，注<a class="call" href="${sampleOrigin}#note-7">7</a>。</p>
<div class="note"><a href="${sampleOrigin}#call-7">7</a> 注文在页脚。</div></section>`
const styles = `@page { size: 400px 534px; margin: 53px; @bottom-center { content: counter(page) } }
  section { break-before: page; height: 420px; position: relative } h1, p { margin: 0 0 10px } a { color: inherit; text-decoration: none }
  .call { font-size: 10px; position: relative; top: -5px } .note { position: absolute; top: 380px; left: 0 }`

const textArea = {left: 39, bottom: 39, right: 261, top: 361}
const places = {second: {page: 1, x: 40, y: 360}, 'note-7': {page: 1, x: 40, y: 77}, 'call-7': {page: 1, x: 40, y: 320}}
const navigation: readonly NavigationItem[] = [{id: 'second', title: '第二', depth: 1, children: []}]
const expected: PdfExpectations = {
  textAreaOf: () => textArea,
  coveredOf: () => undefined,
  notes: [{id: 'note-7', label: '7', place: places['note-7']}],
  bodySizePt: 12,
  title: 'Sample',
  language: 'zh-Hans',
  navigation,
}

let browser: OpenBrowser
beforeAll(async () => void (browser = await openSampleBrowser()), 60_000)
afterAll(() => browser.close())

interface Changes {
  readonly body?: string
  readonly styles?: string
  readonly places?: Readonly<Record<string, PrintedPlace>>
  readonly outline?: readonly NavigationItem[]
  readonly expected?: Partial<PdfExpectations>
  readonly facts?: (facts: PdfFacts) => PdfFacts
}

/** Rules that complain of the sample, with changes made to it. */
async function complaintsOf(changes: Changes = {}): Promise<readonly string[]> {
  const printed = await printSample(browser, changes.body ?? body, changes.styles ?? styles)
  const anchors = new Map<string, PrintedPlace>(Object.entries({...places, ...changes.places}))
  const {bytes} = await finishPdf(printed, {...sampleFacts, anchors, outline: changes.outline ?? navigation})
  const file = new VFile({path: 'dossier.pdf'})
  const facts = readPdf(bytes)
  verifyPdf(changes.facts ? changes.facts(facts) : facts, {...expected, ...changes.expected}, file)
  return file.messages.map(({ruleId, reason}) => `${ruleId}: ${reason}`)
}

describe('a printed dossier is judged by what is on its pages', () => {
  it('fine as it is', async () => {
    expect(await complaintsOf()).toEqual([])
  })

  it('a page number that another page bears', async () => {
    expect(await complaintsOf({body: body.replace('>2</a>', '>3</a>')})).toEqual(
      ['verify-pdf-page-numbers: Unexpected page number 3 on page 1, expected 2: that is printed on the page it leads to'])
    expect(await complaintsOf({places: {second: {page: 0, x: 40, y: 300}}})).toEqual(
      ['verify-pdf-page-numbers: Unexpected page number 2 on page 1, expected 1: that is printed on the page it leads to'])
  })

  it('no number but one that is marked as that of a page', async () => {
    expect(await complaintsOf({body: body.replace('page#second">2</a>', '#second">01</a>')})).toEqual([])
  })

  it('a page number that leads to a page without one', async () => {
    const bare = styles.replace('@bottom-center { content: counter(page) }', '')
    expect(await complaintsOf({styles: bare})).toEqual([expect.stringContaining('expected none: that is printed')])
  })

  it('a note on another page than its call', async () => {
    const [first = '', second = ''] = body.split('<div class="note">')
    const moved = `${first}</section><section><div class="note">${second}`
    const place = {page: 2, x: 40, y: 77}
    const found = await complaintsOf({body: moved, places: {'note-7': place}, expected: {notes: [{id: 'note-7', label: '7', place}]}})
    expect(found).toEqual(['verify-pdf-notes: Unexpected note 7 on page 3, expected it on page 2, where it is called'])
    const within = (bottom: number): Promise<readonly string[]> => complaintsOf({body: moved, places: {'note-7': place}, expected: {notes: [{id: 'note-7', label: '7', place}], coveredOf: () => ({top: bottom, bottom})}})
    expect(await within(200), 'called in the text').toEqual(found)
    expect(await within(340), 'called in a note').toEqual([])
  })

  it('a call with another label, a note without a call, a note that is not printed', async () => {
    expect(await complaintsOf({body: body.replace('#note-7">7<', '#note-7">8<')})).toEqual([expect.stringContaining('Unexpected call “8” on page 2, expected “7”')])
    expect(await complaintsOf({body: body.replace('#note-7">7<', '#call-7">*<')})).toEqual([expect.stringContaining('Unexpected note 7 without a call')])
    expect(await complaintsOf({body: body.replace('注文在页脚。', '').replace('>7</a> <', '><')})).toEqual([expect.stringContaining('Unexpected text where note 7 should stand')])
  })

  it('a link that leads nowhere', async () => {
    const found = await complaintsOf({facts: facts => ({...facts, links: facts.links.map(link => link.page === 0 ? {...link, target: undefined} : link)})})
    expect(found).toEqual(['verify-pdf-links-land: Unexpected link “2” on page 1 that leads nowhere, expected a place in the document'])
  })

  it('text that was shrunk, by one word too wide', async () => {
    const wide = `${body}<section><p style="">${'x'.repeat(80)}</p></section>`
    expect(await complaintsOf({body: wide})).toContainEqual(expect.stringMatching(/^verify-pdf-scale: .* expected 12 pt/))
  })

  it('text in the margin', async () => {
    const found = await complaintsOf({styles: `${styles} section:first-of-type p { margin-left: -30px }`})
    expect(found).toEqual([expect.stringMatching(/^verify-pdf-inside-margins: Unexpected text in the margin of page 1/)])
  })

  it('text over text', async () => {
    const found = await complaintsOf({styles: styles.replace('top: 380px', 'top: 62px')})
    expect(found).toContainEqual(expect.stringMatching(/^verify-pdf-no-overlap: Unexpected text over text on page 2/))
  })

  it('fonts that are drawn by hand', async () => {
    const found = await complaintsOf({styles: `${styles} * { font-synthesis: style !important } h1 { font-style: italic; font-family: "Dossier Sans Han" !important }`,
      facts: facts => ({...facts, fonts: [{name: '', type: 'Type3', embedded: true, hasToUnicode: true}, {name: 'Far', type: 'TrueType', embedded: false, hasToUnicode: false}]})})
    expect(found).toEqual([
      'verify-pdf-fonts: Unexpected font without a name, expected one of ours: it is made of drawings (Type 3)',
      'verify-pdf-fonts: Unexpected font Far, expected one of ours: it is not in the file, its characters are not named',
    ])
  })

  it('another title, another language, no tags', async () => {
    const found = await complaintsOf({expected: {title: 'Other', language: 'en'}, facts: facts => ({...facts, tagged: false})})
    expect(found.map(words => words.split(':')[0])).toEqual(['verify-pdf-names-itself', 'verify-pdf-names-itself', 'verify-pdf-tagged'])
  })

  it('an outline that lacks a heading or leads nowhere', async () => {
    const twice = [...navigation, {id: 'third', title: '第三', depth: 1, children: []}]
    expect(await complaintsOf({expected: {navigation: twice}})).toEqual(['verify-pdf-outline: Unexpected outline, expected “第三” as item 2 of depth 1, found none'])
    expect(await complaintsOf({outline: twice, expected: {navigation: twice}})).toEqual(['verify-pdf-outline: Unexpected outline item “第三” that leads nowhere, expected a page'])
  })
})

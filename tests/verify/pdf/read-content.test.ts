import {describe, expect, it} from 'vitest'
import {readPdf} from '../../../src/verify/pdf/read-pdf.ts'
import {writePage, writeSample} from './write-sample.ts'

/** Text, start, baseline, width and size of each run, rounded. */
function runsOf(content: string, resources = ''): readonly (readonly [string, number, number, number, number])[] {
  const round = (figure: number): number => Math.round(figure * 1000) / 1000
  const [page] = readPdf(writePage(content, resources)).pages
  return (page?.runs ?? []).map(({text, x, y, width, size}) => [text, round(x), round(y), round(width), round(size)] as const)
}

describe('painted text stands where the operators put it', () => {
  it.each([
    ['Td moves', 'BT /F 10 Tf 20 30 Td (ab) Tj 0 -12 Td (cd) Tj ET', [['ab', 20, 30, 10, 10], ['cd', 20, 18, 10, 10]]],
    ['TD sets the leading for T* and \'', 'BT /F 10 Tf 5 50 Td (a) Tj 0 -11 TD (b) Tj T* (c) Tj (d) \' ET', [['a', 5, 50, 5, 10], ['b', 5, 39, 5, 10], ['c', 5, 28, 5, 10], ['d', 5, 17, 5, 10]]],
    ['" sets spaces', 'BT /F 10 Tf 12 TL 0 60 Td 1 1 (a b) " ET', [['a b', 0, 48, 18, 10]]],
    ['Tm scales and cm around it', '2 0 0 2 0 0 cm BT /F 1 Tf 10 0 0 10 7 8 Tm (ab) Tj ET', [['ab', 14, 16, 20, 20]]],
    ['a turned page', '1 0 0 -1 0 100 cm BT /F 10 Tf 1 0 0 -1 20 30 Tm (ab) Tj ET', [['ab', 20, 70, 10, 10]]],
    ['q and Q', 'q 1 0 0 1 50 0 cm BT /F 10 Tf (a) Tj ET Q BT /F 10 Tf (b) Tj ET', [['a', 50, 0, 5, 10], ['b', 0, 0, 5, 10]]],
    ['TJ with a small gap and a wide one', 'BT /F 10 Tf [(ab) -100 (c) -2000 (d)] TJ ET', [['abc', 0, 0, 16, 10], ['d', 36, 0, 5, 10]]],
    ['glyph by glyph', 'BT /F 10 Tf <61> Tj 5 0 Td <62> Tj 5 0 Td <63> Tj ET', [['abc', 0, 0, 15, 10]]],
    ['Tz, Ts and Tc', 'BT /F 10 Tf 200 Tz 3 Ts 1 Tc (ab) Tj ET', [['ab', 0, 3, 22, 10]]],
    ['a form within itself ends', 'q /X Do Q', [['form', 12, 2, 20, 10]]],
    ['an inline image is passed over', 'BI /W 1 /H 1 ID (\x01 EI BT /F 10 Tf (a) Tj ET', [['a', 0, 0, 5, 10]]],
    ['escapes', 'BT /F 10 Tf (\\(\\141\\)) Tj ET', [['(a)', 0, 0, 15, 10]]],
  ])('%s', (_, content, expected) => {
    const found = runsOf(content, '/XObject <</X 6 0 R>>')
    expect(content.includes('/X Do') ? found.slice(0, 1) : found).toEqual(expected)
  })

  it('keeps marked content apart, and says what stands for it once', () => {
    const content = '/P <</MCID 3>> BDC BT /F 10 Tf (a) Tj ET /Span <</ActualText (whole)>> BDC BT /F 10 Tf 5 0 Td (b) Tj 50 0 Td (c) Tj ET EMC EMC BT /F 10 Tf 90 0 Td (d) Tj ET'
    const [page] = readPdf(writePage(content)).pages
    expect(page?.runs.map(({text, mcid, actualText}) => [text, mcid, actualText])).toEqual(
      [['a', 3, undefined], ['b', 3, 'whole'], ['c', 3, ''], ['d', undefined, undefined]])
  })
})

it('reads two-byte codes through the table of characters, and names what has none', () => {
  const table = '1 beginbfchar <0001> <0066 0069> endbfchar 2 beginbfrange <0002> <0003> <4e00> <0004> <0005> [<0041> <d83dde00>] endbfrange'
  const {pages, fonts} = readPdf(writeSample([
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100]>>',
    '<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>',
    ['', 'BT /F 10 Tf <000100020003000400050009> Tj ET'],
    '<</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Han /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>>',
    '<</Type /Font /Subtype /CIDFontType2 /DW 1000 /W [1 [600 700] 4 5 300] /FontDescriptor <</FontFile2 8 0 R>>>>',
    ['', table],
    ['', ''],
  ]))
  const [run] = pages[0]?.runs ?? []
  expect(run?.text).toBe('fi一丁A\u{1f600}\ufffd')
  expect(run?.starts.map(start => Math.round(start))).toEqual([0, 0, 6, 13, 23, 26, 26, 29])
  expect(run?.width).toBeCloseTo(39)
  expect(fonts).toEqual([{name: 'Han', type: 'CIDFontType2', embedded: true, hasToUnicode: true}])
})

it('says that what is no PDF is none', () => {
  expect(() => readPdf(Buffer.from('words'))).toThrow('no startxref')
  expect(() => readPdf(Buffer.from('startxref\n0\n%%EOF'))).toThrow()
})

it('ends on damaged content', () => {
  for (const content of ['BT /F 10 Tf (never closed', '[1 2', '<<', '>>', ')', 'BI', '/', '<61', 'Q Q EMC EMC', 'BT /G 10 Tf (a) Tj']) {
    expect(readPdf(writePage(content)).pages).toHaveLength(1)
  }
})

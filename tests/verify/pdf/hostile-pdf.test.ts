import {deflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {checkPdf} from '../../../src/check-pdf.ts'
import {memoryWorld} from '../../memory-world.ts'

const many = (count: number, one: (index: number) => string): string => Array.from({length: count}, (_, index) => one(index)).join(' ')
const page = '/MediaBox [0 0 100 100] /Parent 2 0 R'
const bomb = deflateSync(Buffer.alloc(300 * 2 ** 20))

/** A PDF of one page: objects 1 (catalog), 2 (pages), 3 (page) and what is given, by their numbers. */
function pdfOf(given: Readonly<Record<number, string | Uint8Array>>, {trailer = '', table = ''} = {}): Uint8Array {
  const objects: Record<number, string | Uint8Array> = {1: '<</Type /Catalog /Pages 2 0 R>>', 2: '<</Kids [3 0 R] /Count 1>>', 3: `<</Type /Page ${page}>>`, ...given}
  const pieces = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  for (const [number, body] of Object.entries(objects)) {
    offsets[Number(number)] = pieces.reduce((sum, one) => sum + one.length, 0)
    const stream = typeof body === 'string' ? [Buffer.from(body)] : [Buffer.from(`<</Filter /FlateDecode /Length ${body.length}>>\nstream\n`), body, Buffer.from('\nendstream')]
    pieces.push(Buffer.concat([Buffer.from(`${number} 0 obj\n`), ...stream, Buffer.from('\nendobj\n')]))
  }
  const start = pieces.reduce((sum, one) => sum + one.length, 0)
  const rows = Array.from({length: offsets.length}, (_, number) => (offsets[number] === undefined ? '0000000000 65535 f \n' : `${String(offsets[number]).padStart(10, '0')} 00000 n \n`))
  pieces.push(Buffer.from(`${table || `xref\n0 ${rows.length}\n${rows.join('')}`}trailer\n<</Root 1 0 R /Size ${rows.length} ${trailer.replace('START', String(start))}>>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(pieces)
}

test.each<readonly [string, Uint8Array]>([
  ['a name tree that has itself twice', pdfOf({1: '<</Type /Catalog /Pages 2 0 R /Names <</Dests 4 0 R>>>>', 4: '<</Kids [4 0 R 5 0 R]>>', 5: '<</Kids [4 0 R 5 0 R 4 0 R]>>'})],
  ['a number tree of labels that has itself', pdfOf({1: '<</Type /Catalog /Pages 2 0 R /PageLabels 4 0 R>>', 4: '<</Kids [4 0 R 4 0 R 4 0 R]>>'})],
  ['labels of a huge number', pdfOf({1: '<</Type /Catalog /Pages 2 0 R /PageLabels <</Nums [0 <</S /A /St 2147483647>>]>>>>'})],
  ['labels of a huge roman number', pdfOf({1: '<</Type /Catalog /Pages 2 0 R /PageLabels <</Nums [0 <</S /R /St 2147483647999>>]>>>>'})],
  ['labels below one', pdfOf({1: '<</Type /Catalog /Pages 2 0 R /PageLabels <</Nums [0 <</S /r /St -5>>]>>>>'})],
  ['arrays in arrays', pdfOf({4: '['.repeat(200_000), 1: '<</Type /Catalog /Pages 2 0 R /Outlines 4 0 R>>'})],
  ['dictionaries in dictionaries', pdfOf({1: `<</Type /Catalog /Pages 2 0 R /A ${'<</B '.repeat(100_000)}`})],
  ['pages that are their own pages', pdfOf({2: '<</Kids [2 0 R 3 0 R 2 0 R] /Count 3>>'})],
  ['a tree of pages deeper than any', pdfOf({2: '<</Kids [10 0 R]>>', ...Object.fromEntries(Array.from({length: 3000}, (_, at) => [10 + at, `<</Kids [${11 + at} 0 R]>>`]))})],
  ['a count of pages beyond all', pdfOf({2: '<</Kids [3 0 R] /Count 999999999999>>'})],
  ['an outline that goes round', pdfOf({1: '<</Type /Catalog /Pages 2 0 R /Outlines 4 0 R>>', 4: '<</First 5 0 R>>', 5: '<</Title (a) /First 6 0 R /Next 6 0 R>>', 6: '<</Title (b) /First 5 0 R /Next 5 0 R>>'})],
  ['a structure that goes round', pdfOf({1: '<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 4 0 R>>', 4: '<</K [5 0 R]>>', 5: '<</S /P /K [5 0 R 4 0 R 5 0 R]>>'})],
  ['a stream of very many bytes', pdfOf({3: `<</Type /Page ${page} /Contents 4 0 R>>`, 4: bomb})],
  ['references that lead to each other', pdfOf({3: `<</Type /Page ${page} /Contents 4 0 R>>`, 4: '5 0 R', 5: '4 0 R'})],
  ['older versions that lead to each other', pdfOf({}, {trailer: '/Prev START'})],
  ['an older version beyond the end', pdfOf({}, {trailer: '/Prev 99999999'})],
  ['a table of a huge size', pdfOf({}, {table: 'xref\n0 99999999999\n0000000000 65535 f \n'})],
  ['very many kids that are nothing', pdfOf({2: `<</Kids [${many(50_000, (at) => `${at + 100} 0 R`)}] /Count 50000>>`})],
])('%s gives findings and no more', async (_, bytes) => {
  const {file} = await checkPdf(memoryWorld({'/work/x.pdf': bytes}), '/work/x.pdf')
  const said = file.messages.map(({reason}) => reason)
  expect(said.length).toBeGreaterThan(0)
  expect(said.join(' ')).not.toMatch(/call stack|out of memory/i)
})

import {expect, test} from 'vitest'
import {markArtifacts} from '../../../src/render/pdf/objects/mark-artifacts.ts'

const mark = (...lines: string[]): string[] => markArtifacts(Buffer.from(lines.join('\n') + '\n', 'latin1')).toString('latin1').trimEnd().split('\n')
const text = ['BT', '<0001> Tj', 'ET']
const span = ['BT', '<0001> Tj', '/Span<</ActualText <FEFF00A0> >> BDC', '<0002> Tj', 'EMC', '<0003> Tj', 'ET']
const artifact = (...lines: string[]): string[] => ['/Artifact <</Type /Pagination>>BDC', ...lines, 'EMC']
const tagged = (...lines: string[]): string[] => ['/NonStruct <</MCID 3 >>BDC', ...lines, 'EMC']

test.each([
  ['text without a tag', text, artifact(...text)],
  ['tagged text', tagged(...text), tagged(...text)],
  ['a path', ['0 0 9 9 re', 'f'], ['/Artifact <</Type /Layout>>BDC', '0 0 9 9 re', 'f', 'EMC']],
  ['text without a tag that says what a character stands for', span, artifact(...span)],
  ['the same between tagged text', [...tagged(...text), ...span, ...tagged(...text)], [...tagged(...text), ...artifact(...span), ...tagged(...text)]],
  ['tagged text that says it, of two pieces', tagged(...span, ...text), tagged(...span, ...text)],
  ['a character whose code looks like an operator', ['BT', '<0BDC> Tj', 'ET', ...tagged('BT', '<0BDC> Tj', 'ET')], [...artifact('BT', '<0BDC> Tj', 'ET'), ...tagged('BT', '<0BDC> Tj', 'ET')]],
])('%s', (_, content, marked) => {
  expect(mark(...content)).toEqual(marked)
})

import {expect, test} from 'vitest'
import {quotationSpans} from '../../src/model/quotation-spans.ts'

const stretches = (text: string): string[] => quotationSpans(text).map(({start, end, isClosed}) => `${text.slice(start, end)}${isClosed ? '' : '…'}`)

test.each([
  ['“a “b” c” d “e”', ['“a “b” c”', '“e”']],
  ['„a“ and „b”', ['„a“', '„b”']],
  ['„ „a“ b', ['„a“']],
  ['«a «b» c» 「甲『乙』丙」', ['«a «b» c»', '「甲『乙』丙」']],
  ['a 6" board, "so" it is', ['"so"']],
  ['he said ‘it’s mine’ and the dogs’ bowls', ['‘it’s mine’']],
  ['she said “so it went on', ['“so it went on…']],
  ['‘never closed, «nor this', []],
  ["she wrote 'it is the clerks' own' and left", ["'it is the clerks' own'"]],
  ['‘“Go,” he said’ and “so ‘it’ is”', ['‘“Go,” he said’', '“so ‘it’ is”']],
  ["rock 'n' roll in '07, don't", []],
  ["Mr O'Hara said 'as is' to Mrs O'Dea", ["'as is'"]],
  ['他说‘水位上涨’，又说\'一尺\'。', ['‘水位上涨’', "'一尺'"]],
])('%s', (text, found) => {
  expect(stretches(text)).toEqual(found)
})

const many = 300_000

test.each([['„', 0], ['a ‘b ', 0], ['«', 0], ['"', many / 2], ['”', 0], ['‘a’ ', many], ['“「', 1]])('%j without end is read in one pass', (mark, count) => {
  expect(quotationSpans(mark.repeat(many))).toHaveLength(count)
})

test('of marks without end the last is closed', () => {
  expect(quotationSpans(`${'„'.repeat(many)}“`)).toEqual([{start: many - 1, end: many + 1, isClosed: true}])
})

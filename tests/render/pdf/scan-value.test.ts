import {describe, expect, it} from 'vitest'
import {endOfValue, entriesOf, literalIn, referencesIn} from '../../../src/render/pdf/objects/scan-value.ts'

const bytes = (words: string): Uint8Array => Buffer.from(words, 'latin1')

describe('the end of a value', () => {
  const values = ['12', '-1.5', 'true', 'null', '12 0 R', '/Name', '/A#20B', '(text)', '(a (nested) \\) one)', '<0a0B>', '[1 2 0 R /X (])]',
    '<</A 1/B<</C(>>)>>>>', '[[] <<>>]', '(\\\\)', '()', '<>']
  it.each(values)('%s', value => {
    for (const after of [' 3 4', '/Next', '>>', '\n']) expect(endOfValue(bytes(value + after), 0)).toBe(value.length)
  })

  it('does not take two numbers for a reference', () => {
    expect(endOfValue(bytes('12 0 13'), 0)).toBe(2)
    expect(endOfValue(bytes('12 0 Rx'), 0)).toBe(2)
  })
})

describe('entries of a dictionary', () => {
  it('stand where they stand', () => {
    const words = ' << /A 1 % a comment\n/B(x)/C<</D 2>>/E [3 0 R 4 0 R] >>'
    const found = [...entriesOf(bytes(words))].map(([key, {from, start, end}]) => [key, words.slice(from, from + 1), words.slice(start, end)])
    expect(found).toEqual([['A', '/', '1'], ['B', '/', '(x)'], ['C', '/', '<</D 2>>'], ['E', '/', '[3 0 R 4 0 R]']])
  })

  it('are none where there is no dictionary', () => {
    for (const words of ['', '[1]', '(<</A 1>>)', '<41>']) expect(entriesOf(bytes(words)).size).toBe(0)
  })
})

it('reads the numbers of references', () => {
  expect(referencesIn(bytes('[3 0 R 14 0 R]'), {start: 0, end: 14})).toEqual([3, 14])
})

it('undoes the escapes of a string', () => {
  const words = '(a\\(b\\)\\\\\\101\\n\\7x\\\ny)'
  expect(literalIn(bytes(words), {start: 0, end: words.length})).toBe('a(b)\\A\n\u0007xy')
})

import {expect, test} from 'vitest'
import {compareTexts} from '../../src/verify/audit/compare-texts.ts'

const unexplained = (expected: string, found: string): number => compareTexts(`a ${expected} b`, `a ${found} b`, {hasLines: true}).unexplained

test.each([
  ['a vowel painted before its letter', 'हिन्दी', 'िहन्दी'],
  ['one in the midst of a word', 'ភាសាខ្មែរ', 'ភាសាែខ្មរ'],
  ['marks of one letter in another order', 'e\u0334\u0301', 'e\u0301\u0334'],
  ['words that run from right to left', 'שלום עולם', 'םלוע םולש'],
])('%s is the same text', (_, expected, found) => expect(unexplained(expected, found)).toBe(0))

test.each([
  ['another vowel', 'हिन्दी', 'ीहन्दी'],
  ['a letter less', 'ភាសាខ្មែរ', 'ភាសាែមរ'],
  ['a mark less', 'e\u0334\u0301', 'e\u0301'],
  ['letters of a script in which nothing moves', 'abc', 'acb'],
  ['an empty box', 'हिन्दी', '\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD'],
])('%s is another text', (_, expected, found) => expect(unexplained(expected, found)).toBeGreaterThan(0))

test('places within words that run from right to left are found at the same count of signs', () => {
  const {offsets, places} = compareTexts('one שלום two three', 'one םולש\ntwo three', {hasLines: true, offsets: [6, 9, 13], places: [9, 13]})
  expect(offsets).toEqual([6, 8, 12])
  expect(places).toEqual([8, 12])
})

import {expect, test} from 'vitest'
import {compareTexts} from '../../src/verify/audit/compare-texts.ts'

/** Words in a script that no font has: every letter is unprintable. */
const lao = 'ສະບາຍດີສະຫາຍ'
const unprintable = new Set(lao)
const unexplained = (found: string): number => compareTexts(`a ${lao} b`, found, {hasLines: true, unprintable}).unexplained

test.each([
  ['boxes alone', 'a \uFFFD\uFFFD\uFFFD b'],
  ['a box, and words that stand for the next', `a \uFFFD${lao.slice(1)} b`],
  ['boxes between such words', `a \uFFFD${lao.slice(1, 7)}\uFFFD${lao.slice(8)} b`],
])('%s are what no font has', (_, found) => expect(unexplained(found)).toBe(0))

test.each([
  ['words that are not there', `a \uFFFD${lao.slice(1)}ກ b`],
  ['words that lack a letter', `a \uFFFD${lao.slice(1, 4)}${lao.slice(5)} b`],
  ['words that end early', `a \uFFFD${lao.slice(1, 6)} b`],
])('%s are found behind a box', (_, found) => expect(unexplained(found)).toBeGreaterThan(0))

import {expect, test} from 'vitest'
import {hintNearest, nearestName} from '../../src/model/nearest-name.ts'

const names = ['title', 'subtitle', 'editor', 'language', 'issued', 'page', 'exhibits']

test.each([
  ['titel', 'title'],
  ['tile', 'title'],
  ['Title', 'title'],
  ['langage', 'language'],
  ['exhibit', 'exhibits'],
  ['pgae', 'page'],
  ['zebra', undefined],
  ['', undefined],
  ['x'.repeat(1_000_000), undefined],
])('nearest to %.20s is %s', (wanted, expected) => {
  expect(nearestName(wanted, names)).toBe(expected)
})

test('of names equally near, the first', () => {
  expect(nearestName('quotex', ['quotes', 'quoted'])).toBe('quotes')
})

test('a single letter is near to no other single letter', () => {
  expect(nearestName('A', ['B', '1'])).toBeUndefined()
})

test('Chinese names', () => {
  expect(nearestName('发件入', ['收件人', '发件人'])).toBe('发件人')
})

test('the hint lists few names when none is near, and is silent when they are many', () => {
  expect(hintNearest('titel', names)).toBe('Did you mean “title”?')
  expect(hintNearest('zebra', ['A4', 'A5'])).toBe('Known here: A4, A5.')
  expect(hintNearest('zebra', [])).toBeUndefined()
  expect(hintNearest('zebra', Array.from({length: 13}, (_, i) => `name ${i}`))).toBeUndefined()
})

import {expect, test} from 'vitest'
import {inQuarters} from '../../../src/render/pdf/quarter-sizes.ts'

test('sizes in em are rounded behind what they were, others stay', () => {
  const cases = [
    ['a{font-size:0.82em}', 'a{font-size:0.82em; font-size: round(0.82em, 0.25px)}'],
    ['a { color: red; font: 500 0.86em/var(--line) var(--sans); }', 'a { color: red; font: 500 0.86em/var(--line) var(--sans); font-size: round(0.86em, 0.25px); }'],
    ['a { font-size: 1.1rem !important }', 'a { font-size: 1.1rem !important ; font-size: round(1.1rem, 0.25px) !important}'],
    ['a { font: 12px/1.5em serif; margin: 0.5em; --font-size: 2em }', undefined],
    ['a { font-size: var(--size); letter-spacing: 0.1em }', undefined],
  ] as const
  for (const [css, rounded = css] of cases) expect(inQuarters(css)).toBe(rounded)
})

test('a long style sheet takes no longer than its length', () => {
  for (const css of [`a { font: ${'bold '.repeat(100_000)}`, `a {${' '.repeat(500_000)}`]) expect(inQuarters(css)).toBe(css)
})

import {expect, test} from 'vitest'
import {countLoneLines} from '../../src/verify/audit/count-lone-lines.ts'

/** Painted lines, `|` where a page begins. */
function painted(lines: string): Parameters<typeof countLoneLines>[1] {
  const notes: {at: number; what: object}[] = [{at: 0, what: {page: 0}}]
  let text = ''
  for (const line of lines.split('/')) {
    if (line.startsWith('|')) notes.push({at: text.length, what: {page: 1}})
    notes.push({at: text.length, what: {baseline: 1}})
    text += `${line.replace('|', '')}\n`
  }
  return {text, notes}
}

test.each([
  ['aabbcc\nddee', 'aa/bb/cc/|dd/ee', 0],
  ['aabbcc\nddee', 'aa/bb/|cc/dd/ee', 1],
  ['aabbcc\nddee', 'aa/|bb/cc/dd/ee', 1],
  ['aabbccdd\nee', 'aa/bb/|cc/dd/ee', 0],
  ['aabb\nee', 'aa/|bb/ee', 0],
] as const)('%j painted as %s has %i lone lines', (expected, lines, count) => {
  expect(countLoneLines(expected, painted(lines))).toBe(count)
})

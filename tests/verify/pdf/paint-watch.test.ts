import {expect, test} from 'vitest'
import {identity, type Matrix} from '../../../src/verify/pdf/matrix.ts'
import {PaintWatch} from '../../../src/verify/pdf/paint-watch.ts'
import {PdfName, PdfStream} from '../../../src/verify/pdf/parse-value.ts'
import type {PdfFile} from '../../../src/verify/pdf/read-file.ts'

/** A file whose values are all there. */
const file = {
  dictionary: (value: unknown) => (value instanceof Map ? value : new Map()),
  array: (value: unknown) => (Array.isArray(value) ? value : []),
  number: (value: unknown) => (typeof value === 'number' ? value : undefined),
  resolve: (value: unknown) => value,
} as unknown as PdfFile

type Step = readonly [operator: string, ...operands: readonly unknown[]]

/** What is hidden on a page of 200 × 100 points with “Hidden words” in 10 pt at (20, 50) after some steps, and before others. */
function hiddenAfter(before: readonly Step[], after: readonly Step[] = [], {size = 10, squeeze = 1, x = 20, texts = ['Hidden words'], matrix = identity()}: {size?: number; squeeze?: number; x?: number; texts?: string[]; matrix?: Matrix} = {}) {
  const watch = new PaintWatch(file, {left: 0, bottom: 0, right: 200, top: 100})
  let ink = watch.start()
  const run = ([operator, ...operands]: Step): void => {
    if (operator === 'group') ink = watch.enter(new Map([['Group', new Map()]]) as never, ink, matrix)
    else if (operator === 'picture') watch.picture(new PdfStream(new Map(), new Uint8Array()), ink, Float64Array.of(...(operands as number[])))
    else ink = watch.operate(operator, operands, {ink, matrix, resource: () => operands.find((one) => one instanceof Map) as never})
  }
  before.forEach(run)
  for (const text of texts) watch.show({text, x, y: 50, along: [text.length * size / 2, 0], up: [0, size], squeeze}, ink)
  after.forEach(run)
  return watch.finish().map(({text, why}) => `${why}: ${text}`)
}

const all = (why: string) => [`${why}: Hidden words`]
const box = (...colour: number[]): Step[] => [['rg', ...colour], ['re', 0, 40, 200, 30], ['f']]

test.each<[string, readonly Step[], readonly Step[]]>([
  ['black on white', [], []],
  ['white on a dark box', [...box(0.1, 0.1, 0.1), ['rg', 1, 1, 1]], []],
  ['grey that is read', [['rg', 0.6, 0.6, 0.6]], []],
  ['a box beside it', [], [['rg', 1, 1, 1], ['re', 150, 0, 50, 100], ['f']]],
  ['a veil over it', [], [['gs', new Map([['ca', 0.3]])], ...box(1, 1, 1)]],
  ['a clip around it', [['re', 10, 40, 180, 30], ['W'], ['n']], []],
  ['black on a group of half the ink', [['gs', new Map([['ca', 0.5]])], ['group']], []],
  ['on a picture', [['picture', 200, 0, 0, 100, 0, 0], ['rg', 1, 1, 1]], []],
  ['white that is multiplied with black paint on white', [['gs', new Map([['BM', new PdfName('Multiply')]])], ['rg', 0, 0, 0]], []],
  ['on a gradient that is dark', [['scn', new PdfName('P'), new Map([['Shading', new Map([['Function', new Map<string, unknown>([['FunctionType', 2], ['C0', [0, 0, 0]], ['C1', [0.2, 0.2, 0]]])]])]])], ['re', 0, 0, 200, 100], ['f'], ['rg', 1, 1, 1]], []],
])('seen: %s', (_, before, after) => expect(hiddenAfter(before, after)).toEqual([]))

test.each<[string, readonly Step[], readonly Step[], string]>([
  ['white on white', [['rg', 1, 1, 1]], [], 'colour'],
  ['nearly white', [['g', 0.95]], [], 'colour'],
  ['white by CMYK', [['k', 0, 0, 0, 0]], [], 'colour'],
  ['dark on a dark box', [...box(0.1, 0.1, 0.1), ['rg', 0.15, 0.1, 0.1]], [], 'colour'],
  ['almost no ink', [['gs', new Map([['ca', 0.04]])]], [], 'colour'],
  ['a group of almost no ink', [['gs', new Map([['ca', 0.04]])], ['group']], [], 'colour'],
  ['not drawn', [['Tr', 3]], [], 'colour'],
  ['through a mask', [['gs', new Map([['SMask', new Map()]])]], [], 'colour'],
  ['screened to white', [['gs', new Map([['BM', new PdfName('Screen')]])]], [], 'colour'],
  ['on a gradient of its colour', [['scn', new PdfName('P'), new Map([['Shading', new Map([['Function', new Map<string, unknown>([['FunctionType', 2], ['C0', [1, 1, 1]], ['C1', [0.98, 1, 1]]])]])]])], ['re', 0, 0, 200, 100], ['f'], ['rg', 1, 1, 1]], [], 'colour'],
  ['under a box', [], box(1, 1, 1), 'covered'],
  ['under a box of any colour', [], box(1, 0, 0), 'covered'],
  ['under a picture', [], [['picture', 200, 0, 0, 100, 0, 0]], 'covered'],
  ['under a thick line', [], [['w', 12], ['m', 0, 53], ['l', 200, 53], ['S']], 'covered'],
  ['clipped away', [['re', 0, 0, 200, 40], ['W'], ['n']], [], 'cut off'],
  ['all but its feet clipped away', [['re', 0, 40, 200, 11.5], ['W'], ['n']], [], 'cut off'],
  ['clipped by an empty path', [['W'], ['n']], [], 'cut off'],
  ['clipped by a triangle elsewhere', [['m', 150, 0], ['l', 200, 0], ['l', 200, 100], ['h'], ['W'], ['n']], [], 'cut off'],
])('not seen: %s', (_, before, after, why) => expect(hiddenAfter(before, after)).toEqual(all(why)))

test('too small, pressed flat, off the page, piled up', () => {
  expect(hiddenAfter([], [], {size: 1})).toEqual(all('size'))
  expect(hiddenAfter([], [], {squeeze: 0.05})).toEqual(all('size'))
  expect(hiddenAfter([], [], {x: -9999})).toEqual(all('cut off'))
  expect(hiddenAfter([], [], {texts: ['a', 'b', 'c', 'd']})).toEqual(['piled up: abcd'])
})

test('of a line the part that is hidden', () => expect(hiddenAfter([], [['rg', 1, 1, 1], ['re', 54, 40, 100, 30], ['f']])).toEqual(['covered:  words']))

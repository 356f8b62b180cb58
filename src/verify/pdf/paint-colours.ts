import {PdfName, PdfStream, type PdfValue} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'

/** Red, green and blue, 0 to 1. */
export type Colour = readonly [number, number, number]
/** Every colour that paint may have at a place; `undefined` where it is not known. */
export type Paint = readonly Colour[] | undefined

/** Colour of figures: grey, RGB or CMYK by their number. */
export function colourOf(figures: readonly number[]): Paint {
  const [a = 0, b = 0, c = 0, d = 0] = figures
  if (figures.length === 1) return [[a, a, a]]
  if (figures.length === 3) return [[a, b, c]]
  return figures.length === 4 ? [[(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)]] : undefined
}

/** The colours at the stops of a pattern that is a shading (ISO 32000-2 §8.7.4); of others nothing is known. */
export function patternPaint(file: PdfFile, pattern: PdfValue | undefined): Paint {
  return shadingPaint(file, file.dictionary(pattern).get('Shading'))
}

/** The colours at the stops of a shading. */
export function shadingPaint(file: PdfFile, value: PdfValue | undefined): Paint {
  const shading = file.resolve(value)
  const entries = shading instanceof PdfStream ? shading.dictionary : file.dictionary(value)
  const colours = stopsOf(file, entries.get('Function'), 0)
  return colours.length === 0 || colours.some((one) => one === undefined) ? undefined : colours.flatMap((one) => one ?? [])
}

function stopsOf(file: PdfFile, value: PdfValue | undefined, depth: number): Paint[] {
  if (depth > 4) return [undefined]
  const list = file.array(value)
  if (list.length > 0) return list.flatMap((one) => stopsOf(file, one, depth + 1))
  const entries = file.dictionary(value)
  const figures = (name: string): number[] => file.array(entries.get(name)).map((one) => file.number(one) ?? 0)
  if (file.number(entries.get('FunctionType')) === 2) return [colourOf(figures('C0')), colourOf(figures('C1'))]
  if (file.number(entries.get('FunctionType')) === 3) return file.array(entries.get('Functions')).flatMap((one) => stopsOf(file, one, depth + 1))
  return [undefined]
}

/** `over` laid on `under` as opaque as `alpha`. */
export function laidOn(over: Colour, under: Colour, alpha: number): Colour {
  return [0, 1, 2].map((at) => (over[at] ?? 0) * alpha + (under[at] ?? 0) * (1 - alpha)) as unknown as Colour
}

/** What a mode of blending makes of two colours (ISO 32000-2 §11.3.5); the upper one where the mode is not known here. */
export function blended(mode: string, over: Colour, under: Colour): Colour {
  const one = (s: number, b: number): number => {
    if (mode === 'Multiply') return s * b
    if (mode === 'Screen') return s + b - s * b
    if (mode === 'Darken') return Math.min(s, b)
    if (mode === 'Lighten') return Math.max(s, b)
    if (mode === 'Difference') return Math.abs(s - b)
    if (mode === 'Exclusion') return s + b - 2 * s * b
    if (mode === 'ColorDodge') return b === 0 ? 0 : s >= 1 ? 1 : Math.min(1, b / (1 - s))
    if (mode === 'ColorBurn') return b >= 1 ? 1 : s <= 0 ? 0 : 1 - Math.min(1, (1 - b) / s)
    if (mode === 'Overlay') return b <= 0.5 ? 2 * s * b : 1 - 2 * (1 - s) * (1 - b)
    if (mode === 'HardLight') return s <= 0.5 ? 2 * s * b : 1 - 2 * (1 - s) * (1 - b)
    return s
  }
  return [0, 1, 2].map((at) => one(over[at] ?? 0, under[at] ?? 0)) as unknown as Colour
}

/** How far two colours stand apart: 1 for the same, 21 for black on white (WCAG 2.2, contrast ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [lighter = 0, darker = 0] = [a, b].map(lightness).sort((one, other) => other - one)
  return (lighter + 0.05) / (darker + 0.05)
}

function lightness(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Name of a value that is one. */
export function nameOf(value: unknown): string | undefined {
  return value instanceof PdfName ? value.name : undefined
}

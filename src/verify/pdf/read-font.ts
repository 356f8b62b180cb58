import type {PdfFont} from './pdf-facts.ts'
import type {PdfDictionary, PdfValue} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'
import {readToUnicode} from './read-to-unicode.ts'

/** A font as it is needed to read painted text. */
export interface ReadFont {
  readonly facts: PdfFont
  /** Bytes of a code in a string: 2 for `Type0`, else 1. */
  readonly bytesPerCode: 1 | 2
  /** Words of a code; U+FFFD where the font does not say. */
  textOf(code: number): string
  /** Whether the font says what a code stands for. */
  says(code: number): boolean
  /** Advance of a code for size 1. */
  widthOf(code: number): number
}

/** Reads a font dictionary (ISO 32000-2 §9.5 to §9.10). */
export function readFont(file: PdfFile, value: PdfValue | undefined): ReadFont {
  const font = file.dictionary(value)
  const isComposite = file.name(font.get('Subtype')) === 'Type0'
  const inner = isComposite ? file.dictionary(file.array(font.get('DescendantFonts'))[0]) : font
  const toUnicode = tableOf(readToUnicode(file.content(font.get('ToUnicode'))))
  return {
    facts: factsOf(file, font, inner),
    bytesPerCode: isComposite ? 2 : 1,
    textOf: code => toUnicode[code] ?? (isComposite || code < 32 ? '\ufffd' : String.fromCharCode(code)),
    says: code => toUnicode[code] !== undefined,
    widthOf: isComposite ? compositeWidths(file, inner) : simpleWidths(file, font),
  }
}

function factsOf(file: PdfFile, font: PdfDictionary, inner: PdfDictionary): PdfFont {
  const type = file.name(inner.get('Subtype')) ?? ''
  const descriptor = file.dictionary(inner.get('FontDescriptor'))
  return {
    name: (file.name(font.get('BaseFont')) ?? '').replace(/^[A-Z]{6}\+/, ''),
    type,
    embedded: type === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor.has(key)),
    hasToUnicode: font.has('ToUnicode'),
  }
}

/** `/W`: `first [w w w]` or `first last w`, in thousandths (§9.7.4.3). */
function compositeWidths(file: PdfFile, inner: PdfDictionary): ReadFont['widthOf'] {
  const widths = new Map<number, number>()
  const table = file.array(inner.get('W'))
  for (let index = 0; index < table.length;) {
    const first = file.number(table[index]) ?? 0
    const next = file.resolve(table[index + 1])
    if (Array.isArray(next)) {
      for (const [offset, width] of (next as readonly PdfValue[]).entries()) widths.set(first + offset, (file.number(width) ?? 0) / 1000)
      index += 2
    } else {
      const width = (file.number(table[index + 2]) ?? 0) / 1000
      for (let code = first; code <= (typeof next === 'number' ? Math.min(next, first + 65535) : first); code++) widths.set(code, width)
      index += 3
    }
  }
  const other = (file.number(inner.get('DW')) ?? 1000) / 1000
  const byCode = tableOf(widths)
  return code => byCode[code] ?? other
}

/** Looked up for every glyph: a list is faster than a map. Codes have two bytes at most. */
function tableOf<T>(values: ReadonlyMap<number, T>): readonly (T | undefined)[] {
  const codes = [...values.keys()].filter(code => code < 65536)
  return Array.from({length: codes.reduce((most, code) => Math.max(most, code + 1), 0)}, (_, code) => values.get(code))
}

/** A Type 3 font has its own measure; the others count in thousandths. */
function simpleWidths(file: PdfFile, font: PdfDictionary): ReadFont['widthOf'] {
  const first = file.number(font.get('FirstChar')) ?? 0
  const unit = file.number(file.array(font.get('FontMatrix'))[0]) ?? 0.001
  const widths = file.array(font.get('Widths')).map(width => (file.number(width) ?? 0) * unit)
  return code => widths[code - first] ?? 0
}

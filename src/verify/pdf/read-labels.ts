import type {PdfDictionary, PdfValue} from './parse-value.ts'
import {textOf} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'
import {readTree} from './read-tree.ts'

/** What viewers show for each page (ISO 32000-2 §12.4.2). Without page labels, the count from 1. */
export function readLabels(file: PdfFile, catalog: PdfDictionary, pageCount: number): readonly string[] {
  const ranges = readTree(file, catalog.get('PageLabels'), 'Nums')
    .map(([from, value]) => ({from: file.number(from) ?? 0, label: file.dictionary(value)}))
  return Array.from({length: pageCount}, (_, page) => {
    const range = ranges.findLast(({from}) => from <= page)
    return range ? labelOf(file, range.label, page - range.from) : String(page + 1)
  })
}

function labelOf(file: PdfFile, label: PdfDictionary, offset: number): string {
  const prefix: PdfValue = file.resolve(label.get('P'))
  const number = (file.number(label.get('St')) ?? 1) + offset
  return (prefix instanceof Uint8Array ? textOf(prefix) : '') + inStyle(number, file.name(label.get('S')))
}

/** Numbers beyond are given in digits: thousands of letters would say less. */
const most = 10_000

function inStyle(number: number, style: string | undefined): string {
  if (style !== undefined && !(number >= 1 && number <= most)) return String(number)
  switch (style) {
    case 'D': return String(number)
    case 'R': return roman(number)
    case 'r': return roman(number).toLowerCase()
    case 'A': return letters(number)
    case 'a': return letters(number).toLowerCase()
    default: return ''
  }
}

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]

function roman(number: number): string {
  let rest = number
  return romanParts.map(([worth, letter]) => {
    const count = Math.floor(rest / worth)
    rest -= count * worth
    return letter.repeat(count)
  }).join('')
}

/** A to Z, then AA to ZZ, and so on. */
function letters(number: number): string {
  return String.fromCharCode(65 + (number - 1) % 26).repeat(Math.floor((number - 1) / 26) + 1)
}

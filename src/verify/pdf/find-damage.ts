import {inflate} from './inflate.ts'
import {PdfName, PdfReference, PdfStream} from './parse-value.ts'
import {readFile} from './read-file.ts'

/**
 * What of a file cannot be read: objects that are not where they should be, and streams that do not unpack, whose checksums
 * find a changed bit (RFC 1950 §2.2).
 *
 * @throws Error when the file has no cross-references: then it is no PDF
 */
export function findDamage(bytes: Uint8Array): {readonly objects: number; readonly streams: number} {
  const file = readFile(bytes)
  let [objects, streams] = [0, 0]
  const budget = {tight: 0}
  for (const number of file.numbers()) {
    if (file.cursorAt(number) === undefined) objects++
    const value = file.resolve(new PdfReference(number))
    if (value instanceof PdfStream && isDeflated(file.resolve(value.dictionary.get('Filter'))) && !unpacks(value.packed, budget)) streams++
  }
  return {objects, streams}
}

function isDeflated(filter: unknown): boolean {
  return filter instanceof PdfName && filter.name === 'FlateDecode'
}

function unpacks(packed: Uint8Array, budget: {tight: number}): boolean {
  try {
    inflate(packed, budget)
    return true
  } catch {
    return false
  }
}

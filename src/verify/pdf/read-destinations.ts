import {PdfName, PdfReference, textOf, type PdfDictionary, type PdfValue} from './parse-value.ts'
import type {PdfPlace} from './pdf-facts.ts'
import type {PdfFile} from './read-file.ts'
import {readTree} from './read-tree.ts'

/** Finds where a destination lands (ISO 32000-2 §12.3.2): given in place, by name, or within an action. */
export interface Destinations {
  /** `undefined`: it leads nowhere. */
  placeOf(destination: PdfValue | undefined): PdfPlace | undefined
}

/** @param pageIndex index of each page, by the number of its object */
export function readDestinations(file: PdfFile, catalog: PdfDictionary, pageIndex: ReadonlyMap<number, number>): Destinations {
  let named: ReadonlyMap<string, PdfValue> | undefined
  const byName = (name: string): PdfValue | undefined => (named ??= namedDestinations(file, catalog)).get(name)
  const placeOf = (destination: PdfValue | undefined, hops = 0): PdfPlace | undefined => {
    const found = file.resolve(destination)
    if (hops > 4) return undefined
    if (found instanceof Uint8Array) return placeOf(byName(textOf(found)), hops + 1)
    if (found instanceof PdfName) return placeOf(byName(found.name), hops + 1)
    if (found instanceof Map) return placeOf((found as PdfDictionary).get('D'), hops + 1)
    return Array.isArray(found) ? explicitPlace(file, found as readonly PdfValue[], pageIndex) : undefined
  }
  return {placeOf}
}

function explicitPlace(file: PdfFile, [page, kind, ...figures]: readonly PdfValue[], pageIndex: ReadonlyMap<number, number>): PdfPlace | undefined {
  const index = page instanceof PdfReference ? pageIndex.get(page.number) : undefined
  if (index === undefined) return undefined
  const [first, second] = figures.map(value => file.number(value))
  switch (file.name(kind)) {
    case 'XYZ': return {page: index, x: first, y: second}
    case 'FitH': case 'FitBH': return {page: index, x: undefined, y: first}
    default: return {page: index, x: undefined, y: undefined}
  }
}

function namedDestinations(file: PdfFile, catalog: PdfDictionary): ReadonlyMap<string, PdfValue> {
  const tree = readTree(file, file.dictionary(catalog.get('Names')).get('Dests'), 'Names')
  const fromTree = tree.flatMap(([name, value]) => name instanceof Uint8Array ? [[textOf(name), value] as const] : [])
  return new Map([...file.dictionary(catalog.get('Dests')), ...fromTree])
}

import {PdfReference, type PdfValue} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'

/** Entries of a name tree (`Names`) or a number tree (`Nums`), in order (ISO 32000-2 §7.9.6, §7.9.7). A node that stands in it twice counts once. */
export function readTree(file: PdfFile, root: PdfValue | undefined, key: 'Names' | 'Nums'): readonly (readonly [PdfValue, PdfValue])[] {
  const seen = new Set<number>()
  const found: (readonly [PdfValue, PdfValue])[] = []
  const walk = (value: PdfValue | undefined, depth: number): void => {
    if (depth > deepest || (value instanceof PdfReference && seen.has(value.number))) return
    if (value instanceof PdfReference) seen.add(value.number)
    const node = file.dictionary(value)
    const pairs = file.array(node.get(key))
    for (let at = 0; at + 1 < pairs.length; at += 2) found.push([pairs[at] ?? null, pairs[at + 1] ?? null])
    for (const kid of file.array(node.get('Kids'))) walk(kid, depth + 1)
  }
  walk(root, 0)
  return found
}

/** No tree of as many entries as there can be is deeper. */
const deepest = 32

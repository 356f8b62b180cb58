import type {PdfValue} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'

/** Entries of a name tree (`Names`) or a number tree (`Nums`), in order (ISO 32000-2 §7.9.6, §7.9.7). */
export function readTree(file: PdfFile, root: PdfValue | undefined, key: 'Names' | 'Nums', depth = 0): readonly (readonly [PdfValue, PdfValue])[] {
  if (depth > 32) return []
  const node = file.dictionary(root)
  const pairs = file.array(node.get(key))
  const own = Array.from({length: pairs.length >> 1}, (_, index) => [pairs[2 * index] ?? null, pairs[2 * index + 1] ?? null] as const)
  return [...own, ...file.array(node.get('Kids')).flatMap(kid => readTree(file, kid, key, depth + 1))]
}

import type {Node} from 'unist'
import type {VFile} from 'vfile'
import type {Place} from '../model/place.ts'

/** The first line in which words of the frontmatter stand; line 1 where they stand otherwise there. */
export function placeOfWords(file: VFile, words: string): Place {
  const line = String(file).split('\n').findIndex((one) => one.includes(words))
  return {file: file.path, line: Math.max(0, line) + 1}
}

/** The place of a node in its source; line 1 for a node that was made, not read. */
export function placeOf(file: VFile, node?: Pick<Node, 'position'>): Place {
  const start = node?.position?.start
  return start ? {file: file.path, line: start.line, column: start.column} : {file: file.path, line: 1}
}

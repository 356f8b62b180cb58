import type {Node} from 'unist'
import type {VFile} from 'vfile'
import type {Place} from '../model/place.ts'

/**
 * The line of the frontmatter in which words stand: the first that holds the field's name too, else the first that
 * holds the words; line 1 where YAML writes them otherwise.
 */
export function placeOfWords(file: VFile, words: string, field = ''): Place {
  const lines = String(file).split('\n')
  const both = lines.findIndex((line) => line.includes(words) && line.includes(field))
  const line = both === -1 ? lines.findIndex((one) => one.includes(words)) : both
  return {file: file.path, line: Math.max(0, line) + 1}
}

/** The place of a node in its source; line 1 for a node that was made, not read. */
export function placeOf(file: VFile, node?: Pick<Node, 'position'>): Place {
  const start = node?.position?.start
  return start ? {file: file.path, line: start.line, column: start.column} : {file: file.path, line: 1}
}

import type {Text} from 'mdast'
import type {Position} from 'unist'

/** Words found in a text as it was written, and where. */
export interface Found {
  readonly words: RegExpExecArray
  readonly position: Position | undefined
}

/**
 * Finds words in the source of a text node, where an escaped mark can still be told from a bare one.
 *
 * @param source the text that was parsed
 * @param pattern with the flag `g`
 */
export function findUnescaped(source: string, node: Text, pattern: RegExp): Found[] {
  const start = node.position?.start
  const end = node.position?.end
  if (start?.offset === undefined || end?.offset === undefined) return []
  // A character on either side, for patterns that look around; what is found has to begin in the node itself.
  const margin = Math.min(start.offset, 1)
  const written = source.slice(start.offset - margin, end.offset + 1)
  const inNode = (index: number): boolean => index >= margin && index < margin + (end.offset ?? 0) - (start.offset ?? 0)
  const found = [...written.matchAll(pattern)].filter(words => inNode(words.index) && !isEscaped(written, words.index))
  return found.map(words => ({words, position: positionIn(written.slice(margin, words.index), start, words[0].length)}))
}

function isEscaped(written: string, index: number): boolean {
  const slashes = /\\*$/.exec(written.slice(Math.max(0, index - 8), index))?.[0].length ?? 0
  return slashes % 2 === 1
}

function positionIn(before: string, start: Position['start'], length: number): Position {
  const lastBreak = before.lastIndexOf('\n')
  const line = start.line + before.split('\n').length - 1
  const column = lastBreak < 0 ? start.column + before.length : before.length - lastBreak
  return {start: {line, column}, end: {line, column: column + length}}
}

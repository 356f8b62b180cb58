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
  const written = source.slice(start.offset, end.offset)
  const found = [...written.matchAll(pattern)].filter(words => !isEscaped(written, words.index))
  return found.map(words => ({words, position: positionIn(written, start, words)}))
}

function isEscaped(written: string, index: number): boolean {
  const slashes = /\\*$/.exec(written.slice(Math.max(0, index - 8), index))?.[0].length ?? 0
  return slashes % 2 === 1
}

function positionIn(written: string, start: Position['start'], words: RegExpExecArray): Position {
  const before = written.slice(0, words.index)
  const lastBreak = before.lastIndexOf('\n')
  const line = start.line + before.split('\n').length - 1
  const column = lastBreak < 0 ? start.column + words.index : words.index - lastBreak
  return {start: {line, column}, end: {line, column: column + words[0].length}}
}

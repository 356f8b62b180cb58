import type {VFile} from 'vfile'
import {report} from '../report/report.ts'
import {decodeEntities} from '../model/mail/plain-words.ts'

/** Words that were written, and the line of the original that they begin in. */
export interface Kept {
  readonly line: number
  readonly text: string
  /** The text is Markdown, so that `&lt;` is a mark; else it is words. Default: Markdown. */
  readonly isWords?: boolean
}

const betweenLetters = /[^\p{L}\p{N}]+/gu

/**
 * Proves that an import changed no word: every letter and digit of the original, but for the lines named, stands in what
 * was written exactly once and in the same order.
 *
 * Reports `import-text-is-kept`, once, for the first place where it does not hold.
 *
 * @param named lines of the original that went elsewhere (fields, labels) or were left out and named
 */
export function checkKept({text, kept, named, file}: {text: string; kept: readonly Kept[]; named: ReadonlySet<number>; file: VFile}): void {
  const lines = text.split(/\r\n|\n|\r/)
  const expected = lines.map((line, index) => (named.has(index + 1) ? '' : lettersOf(decodeEntities(line))))
  const found = [...kept].sort((a, b) => a.line - b.line).map((one) => lettersOf(one.isWords ? one.text : decodeEntities(one.text))).join('')
  const all = expected.join('')
  if (all === found) return
  let same = 0
  while (all[same] !== undefined && all[same] === found[same]) same += 1
  let line = 0
  for (let seen = 0; line < expected.length - 1 && seen + (expected[line] as string).length <= same; line += 1) seen += (expected[line] as string).length
  report(file, 'import-text-is-kept', `Unexpected words “${found.slice(same, same + 20)}” in the sources, expected “${all.slice(same, same + 20)}” as in the original`, {
    place: {file: file.path, line: line + 1},
    hint: 'This is a fault of the import: please report it with the page.',
  })
}

function lettersOf(text: string): string {
  return text.replace(betweenLetters, '')
}

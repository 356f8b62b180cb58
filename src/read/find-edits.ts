import type {VFile} from 'vfile'
import type {Edit, LocatedEdit} from '../model/edit.ts'
import {report} from '../report/report.ts'

/**
 * Finds the words of each edit in the originals.
 *
 * Reports `read-edit-matches` for words that stand nowhere, or in several places, and for two edits of the same words.
 *
 * @param file the settings that hold the edits
 * @returns in the order of the originals and their text; edits that are reported are left out
 */
export function findEdits(originals: readonly VFile[], edits: readonly Edit[], file: VFile): readonly LocatedEdit[] {
  const texts = originals.map((original) => ({path: original.path, text: String(original)}))
  const found = edits.flatMap((edit) => {
    const places = texts.flatMap(({path, text}) => [...text.matchAll(patternOf(edit.original))].map((match) => ({path, text, start: match.index, before: match[0]})))
    const [first, second] = places
    if (!first || second) {
      const where = second ? `${places.length} places (lines ${places.slice(0, 3).map((one) => lineAt(one.text, one.start)).join(', ')}${places.length > 3 ? ' …' : ''})` : 'no original'
      report(file, 'read-edit-matches', `Unexpected edit of “${shortened(edit.original)}”, which stands in ${where}, expected words that stand in an original once`, {
        place: edit.place,
        hint: second ? 'Quote more of the words around it, in “original” and “now” alike.' : 'Copy the words from the original as they stand there, with its marks.',
      })
      return []
    }
    const {path, text, start, before} = first
    return [{edit, file: path, line: lineAt(text, start), start, end: start + before.length, before, after: edit.now, reason: edit.reason}]
  })
  const apart = found.filter((one, index) => {
    const other = found.slice(0, index).find((before) => before.file === one.file && before.start < one.end && one.start < before.end)
    if (other) report(file, 'read-edit-matches', `Unexpected edit of “${shortened(one.edit.original)}”, whose words another edit has (“${shortened(other.edit.original)}”), expected each place to be edited once`, {place: one.edit.place, hint: 'Make one edit of the two.'})
    return !other
  })
  const order = new Map(texts.map(({path}, index) => [path, index]))
  return apart.map(({edit: _, ...one}) => one).sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.start - b.start)
}

/** The words, whatever white space stands between them. */
function patternOf(words: string): RegExp {
  return new RegExp(words.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'g')
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}

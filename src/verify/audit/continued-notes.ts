import type {Book} from '../../model/book.ts'
import {isPageHere, type PaintedText} from './painted-text.ts'
import {isChapterBegins} from './printed-text.ts'
import {noteAt, type TextStream} from './text-stream.ts'

/** What stands beside the rule of the notes where one of the page before goes on. */
export interface ContinuedNote {
  readonly words: string
  /** False on the page behind the last one with words of the note: a picture of it may be there, or nothing. */
  readonly isSure: boolean
}

/** What is known of the proved text: the expected one, the page on which each of its notes is painted, and where. */
interface ContinuedInput {
  readonly expected: TextStream
  readonly firsts: readonly number[]
  readonly painted: PaintedText
  readonly offsets: readonly number[]
}

/** The words for notes that go on, by page, as far as the painted text itself tells: from its page to that of its last character. */
export function continuedNotes({expected, firsts, painted: {stream}, offsets}: ContinuedInput, words: Book['words']): ReadonlyMap<number, readonly ContinuedNote[]> {
  const found = new Map<number, ContinuedNote[]>()
  const pattern = words['note-continued'] ?? ''
  if (pattern === '') return found
  const begins = expected.notes.flatMap(({what}, index) => (isChapterBegins(what) ? [{note: what.note, index}] : []))
  begins.forEach(({note, index}, order) => {
    if (!note) return
    const next = begins[order + 1]
    const end = next ? (offsets[next.index] ?? 0) : stream.text.length
    const first = firsts[index] ?? 0
    const last = noteAt(stream, end - 1, isPageHere)?.page ?? first
    for (let page = first + 1; page <= last + 1; page++) {
      found.set(page, [...(found.get(page) ?? []), {words: pattern.replace('{}', note.label), isSure: page <= last}])
    }
  })
  return found
}

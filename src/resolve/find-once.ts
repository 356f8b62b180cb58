import type {VFile} from 'vfile'
import {report, type Details} from '../report/report.ts'
import {findPassage, foldAll, foldToLetters, spansBlocks, type FoundWords} from './find-passage.ts'
import {nearestPassages} from './nearest-passages.ts'
import type {Passage} from './texts.ts'

/** Where and as what it is said that words do not stand once. */
export interface SaidOf {
  readonly file: VFile
  readonly place: Details['place']
  readonly rule: 'resolve-note-passage' | 'resolve-paraphrase-passage'
  /** What the words are looked for in: `the text` by default. */
  readonly text?: string
}

/**
 * The one place where words stand, white space and the form of quotation marks aside. Reports the rule, with the nearest
 * passages, where they stand nowhere, twice, or in two paragraphs: the list is then empty.
 *
 * @param isLenient looks at letters and digits alone where the words do not stand as they are: for words that are not
 * normalized as the text is
 */
export function findOnce(words: string, passages: readonly Passage[], {file, place, rule, text = 'the text'}: SaidOf, isLenient = false): FoundWords[] {
  const exact = passages.flatMap((passage) => findPassage(words, passage))
  const fold = isLenient && exact.length === 0 ? foldToLetters : foldAll
  const found = fold === foldAll ? exact : passages.flatMap((passage) => findPassage(words, passage, fold))
  if (found.length === 1) return found
  const isSplit = found.length === 0 && passages.some((passage) => spansBlocks(words, passage, fold))
  const places = found.map(({passage, line}) => [passage.file.path, line].filter((one) => one !== undefined).join(':'))
  report(file, rule, isSplit
    ? `Unexpected words "${words}" of two paragraphs, expected words of one`
    : found.length === 0
      ? `Unexpected words "${words}" that stand nowhere in ${text}, expected a passage quoted exactly`
      : `Unexpected words "${words}" that stand ${found.length} times in ${text}, expected words that stand once`, {
    place,
    hint: isSplit ? 'Quote the last words of the passage: the call stands at its end.' : found.length === 0 ? nearestHint(words, passages) : `Quote a few more words, so that only one place fits: they stand in ${[...new Set(places)].slice(0, 6).join(', ')}.`,
  })
  return []
}

/** Names the passages nearest to the words; `undefined` where none is near. */
export function nearestHint(words: string, passages: readonly Passage[]): string | undefined {
  const near = nearestPassages(words, passages)
  if (near.length === 0) return undefined
  return near.length === 1 ? `The nearest passage is ${near[0]}.` : `The nearest passages are ${near.join(', ')}.`
}

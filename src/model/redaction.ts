import {addressRanges, type AddressTest} from './address-ranges.ts'
import {hasEnoughLetters, lettersOf, patternOf, testAddressFor} from './redaction-pattern.ts'

/** What stands where words were taken out. It has one length, so that it says nothing of theirs. */
export const redactionMark = '████'

/** Words that the editor had taken out. */
export interface RedactionMade {
  /** How many places they stood in. */
  readonly count: number
  readonly reason: string
  /** Every place, in the order of the files. */
  readonly places: readonly RedactedPlace[]
}

/** A place where words were taken out, or blanked. Without an anchor it is not printed, or nothing leads to it. */
export interface RedactedPlace {
  /** Path of the source. */
  readonly file: string
  /** Line of the source. */
  readonly line: number
  /** Id of the article, exhibit, or, for words of a note, of the note. */
  readonly within?: string
  /** Anchor in the book whose page is the place's. */
  readonly anchor?: string
  /** Its paragraph there, as notes count them, from 1. */
  readonly paragraph?: number
  /** Id of the message, for a header line. */
  readonly message?: string
  /** Label of the header line as it is printed; or the field of frontmatter, settings or list (`title`). */
  readonly field?: string
}

/** What is to be taken out: words, and addresses that name the same person. */
export interface Sought {
  readonly text: string
  /** Mail addresses that go with them. Default: none. */
  readonly also?: readonly string[]
}

/** A range of a text to be taken out. */
export interface RedactedRange {
  readonly start: number
  readonly end: number
  /** Which of the texts it holds, in the order given, from 0. */
  readonly of: readonly number[]
}

/** Texts to be found, as one search. */
export interface Redactor {
  /** Ranges of the text that hold any of them, overlapping and touching ones joined, in order; of an address that holds one, all of it. */
  rangesIn(text: string): RedactedRange[]
  /** The text with each such range replaced by {@link redactionMark}. */
  redact(text: string): string
  /** Which of the texts an address or the name of a file holds, in any way in which they write names. */
  heldBy(address: string): number[]
  /** Whether the words of one paragraph hold any of them; of a long one also with any marks between its letters. */
  isIn(words: string): boolean
  /** The same of any bytes read as text, addresses aside. */
  isInRaw(text: string): boolean
}

/**
 * Finds texts however their spaces, hyphens, quotation marks and letters' case are written, with invisible characters in
 * them, as `Last, First`, and in addresses and names of files. One short word is found only as a whole word: `Sam` is not
 * taken out of `Samuel`.
 */
export function redactorFor(sought: readonly Sought[]): Redactor {
  const patterns = sought.flatMap(({text, also = []}, of) => [text, ...also].map((one) => ({of, pattern: new RegExp(patternOf(one), 'giu')})))
  const tests = sought.map(({text}) => testAddressFor(text))
  const testsOf: AddressTest = (address) => tests.flatMap((test, of) => (test(address) ? [of] : []))
  const long = sought.flatMap(({text}) => (hasEnoughLetters(text) ? [lettersOf(text)] : []))
  // The letters are those of one form, so they need no escape; searching for them leaves the rest of many bytes alone.
  const longInRaw = long.map((one) => new RegExp([...one].join('[^\\p{L}\\p{N}]*'), 'iu'))
  const isSpelledIn = (text: string): boolean => {
    const letters = long.length === 0 ? '' : lettersOf(text)
    return long.some((one) => letters.includes(one))
  }
  const rangesIn = (text: string): RedactedRange[] => {
    const found: RedactedRange[] = addressRanges(text, testsOf)
    for (const {of, pattern} of patterns) for (const match of text.matchAll(pattern)) {
      if (match[0] !== '') found.push({start: match.index, end: match.index + match[0].length, of: [of]})
    }
    return join(found)
  }
  return {
    rangesIn,
    isIn: (words) => rangesIn(words).length > 0 || isSpelledIn(words),
    isInRaw: (text) => [...patterns.map(({pattern}) => pattern), ...longInRaw].some((pattern) => text.search(pattern) !== -1),
    heldBy: (address) => [...new Set([...testsOf(address), ...[address, decode(address)].flatMap((form) => rangesIn(form).flatMap(({of}) => of))])],
    redact: (text) => rangesIn(text).reduceRight((left, {start, end}) => left.slice(0, start) + redactionMark + left.slice(end), text),
  }
}

/** Whether nothing is left of a name but the mark, and points beside it. */
export function isRedactedWhole(name: string): boolean {
  return name.includes(redactionMark) && !/[\p{L}\p{N}]/u.test(name)
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function join(ranges: readonly RedactedRange[]): RedactedRange[] {
  const joined: {start: number; end: number; of: number[]}[] = []
  for (const {start, end, of} of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (!last || start > last.end) joined.push({start, end, of: [...of]})
    else {
      last.end = Math.max(last.end, end)
      last.of = [...new Set([...last.of, ...of])]
    }
  }
  return joined
}

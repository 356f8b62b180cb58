/** How an output agrees with what was to be in it. */
export interface Comparison {
  /** Characters, white space aside, that stand in both in their order. */
  readonly found: number
  /** Characters that are in one and not in the other, or stand elsewhere; 0 when all is well. */
  readonly unexplained: number
  /** The first place where they differ; `undefined` when they do not. */
  readonly difference: Difference | undefined
  /** For each offset asked for, the one in the text that was found; -1 behind the first difference. */
  readonly offsets: readonly number[]
  /** For each place asked for, the offset in the expected text; -1 behind the first difference. */
  readonly places: readonly number[]
}

/** A place where two texts part, as offsets, and the words of each from there to where they meet again. */
export interface Difference {
  readonly expectedAt: number
  readonly foundAt: number
  readonly expected: string
  readonly found: string
}

/** What is known of the texts besides their characters. */
export interface CompareOptions {
  /** A line feed in what was found may stand anywhere, for lines end there: with a space or without. Default: it ends a block. */
  readonly hasLines?: boolean
  /** Offsets in the expected text, in order, whose places in the other are asked for. */
  readonly offsets?: readonly number[]
  /** Offsets in the text that was found, in order, whose places in the expected text are asked for. */
  readonly places?: readonly number[]
}

const space = 0x20
const block = 0x0a
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|\uD802[\uDC00-\uDFFF]|\uD83A[\uDC00-\uDFFF]/

/**
 * Compares two streams of text, character by character. A space must be a space in both, and none in neither; where a
 * block ends in the expected text, the other may have what it will.
 */
export function compareTexts(expected: string, found: string, options: CompareOptions = {}): Comparison {
  const {i, j, offsets, places} = walk(expected, found, options)
  if (i >= expected.length && j >= found.length) return {found: countCharacters(expected), unexplained: 0, difference: undefined, offsets, places}
  const tail = commonTail(expected.slice(i), found.slice(j))
  const lost = expected.slice(i, expected.length - tail.expected)
  const more = found.slice(j, found.length - tail.found)
  return {
    found: countCharacters(expected) - countCharacters(lost),
    unexplained: Math.max(1, countCharacters(lost), countCharacters(more)),
    difference: {expectedAt: i, foundAt: j, expected: lost, found: more},
    offsets,
    places,
  }
}

/** As far as the texts agree. */
function walk(expected: string, found: string, {hasLines = false, offsets: asked = [], places: askedBack = []}: CompareOptions): {i: number; j: number; offsets: number[]; places: number[]} {
  const offsets: number[] = []
  const places: number[] = []
  let next = asked[0] ?? Infinity
  let nextBack = askedBack[0] ?? Infinity
  let i = 0
  let j = 0
  let start = {i: 0, j: 0}
  while (i < expected.length && j < found.length) {
    if (i >= next) next = fillWith(offsets, asked, i + 1, j)
    if (j >= nextBack) nextBack = fillWith(places, askedBack, j + 1, i)
    const a = expected.charCodeAt(i)
    const b = found.charCodeAt(j)
    if (a === block) {
      i++
      if (b === space || b === block) j++
      start = {i, j}
    } else if (a === b) {
      i++
      j++
    } else if (b === block && (hasLines || a === space)) {
      j++
      if (a === space) i++
    } else {
      const aside = pastOtherSign({expected, i, found, j, hasLines})
      const past = aside ?? pastRightToLeft(expected, start, found)
      if (!past) break
      i = past.i
      j = past.j
      if (aside) continue
      const from = start
      next = fill(offsets, asked, i, (at) => sameSign({text: expected, from: from.i, at}, {text: found, from: from.j}))
      nextBack = fill(places, askedBack, j, (at) => sameSign({text: found, from: from.j, at}, {text: expected, from: from.i}))
      start = past
    }
  }
  while (offsets.length < asked.length) offsets.push(i >= expected.length ? j : -1)
  while (places.length < askedBack.length) places.push(j >= found.length ? i : -1)
  while (i >= expected.length && j < found.length && isSpace(found.charCodeAt(j))) j++
  return {i, j, offsets, places}
}

/** A sign that stands for others, and signs that stand in another order than they are read in. */
function pastOtherSign({expected, i, found, j, hasLines}: {expected: string; i: number; found: string; j: number; hasLines: boolean}): {i: number; j: number} | undefined {
  const a = expected.charCodeAt(i)
  const b = found.charCodeAt(j)
  // In print a space alone between two elements paints nothing, and is seen as a gap; a bracket or mark of full width, half of which is blank, may take it up.
  if (hasLines && a === space && expected.charCodeAt(i + 1) === b && fullOpening.test(expected.charAt(i + 1))) return {i: i + 1, j}
  if (hasLines && a === space && expected.charCodeAt(i + 1) === b && fullClosing.test(expected.charAt(i - 1))) return {i: i + 1, j}
  // What joins a mark to its letter is painted as a space without width.
  if (hasLines && b === space && marksAlone.test(found.charAt(j + 1))) return {i, j: j + 1}
  if (isLigature(b) && expected.startsWith(lettersOf(b), i)) return {i: i + lettersOf(b).length, j: j + 1}
  if (isLigature(a) && found.startsWith(lettersOf(a), j)) return {i: i + 1, j: j + lettersOf(a).length}
  return inOtherOrder(marksAlone, {expected, i, found, j}) ?? inOtherOrder(syllables, {expected, i, found, j})
}

/** Runs of signs that are painted in an order of their own, as many of each in both texts, wherever the run is met. */
function inOtherOrder(run: RegExp, {expected, i, found, j}: {expected: string; i: number; found: string; j: number}): {i: number; j: number} | undefined {
  let start = i
  while (start > 0 && i - start < 2 * longestSyllable && run.test(expected.slice(start - 1, start))) start--
  // What agreed so far of the run is the same length in both.
  const back = Math.min(i - start, j)
  const wanted = runAt(run, expected, i - back)
  const there = runAt(run, found, j - back)
  const end = Math.min(wanted.length, there.length)
  if (end <= back) return undefined
  for (let length = back + 1; length <= end; length++) {
    if (sortedSigns(wanted.slice(0, length)) === sortedSigns(there.slice(0, length))) return {i: i - back + length, j: j - back + length}
  }
  return undefined
}

function runAt(run: RegExp, text: string, from: number): string {
  let end = from
  while (end < text.length && end - from < 4 * longestSyllable && run.test(text.charAt(end))) end++
  return text.slice(from, end)
}

function sortedSigns(text: string): string {
  return [...text].sort().join('')
}

/** Marks over, under and through one letter: which of them comes first is of no meaning (Unicode's canonical order). */
const marksAlone = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\u302A-\u302F\u3099\u309A\uFE20-\uFE2F]/
/** Scripts with vowels that are written before the letter they are spoken after: Indic ones, and those of Southeast Asia. */
const syllables = /[\u0900-\u0EFF\u1000-\u109F\u1700-\u17FF\u1900-\u1AAF\u1B00-\u1C4F\uA800-\uA82F\uA880-\uA8FF\uA980-\uA9DF\uAA00-\uAA5F]/
/** In units of UTF-16. */
const longestSyllable = 16

const fullClosing = /[）］｝〕〉》」』】〗〙〛。，、；：？！．”’—…]/
const fullOpening = /[—…（［｛〔〈《「『【〖〘〚“‘]/

/** One glyph for `fi`, `ffl` …: where a text has the sign of its own (U+FB01), the font's table may name it for both. */
function isLigature(code: number): boolean {
  return code >= 0xfb00 && code <= 0xfb06
}

function lettersOf(code: number): string {
  return String.fromCharCode(code).normalize('NFKC')
}

/**
 * Text that runs from right to left is painted from its other end: of a block with such text in it, the characters are
 * compared as many as there are, whatever their order.
 */
function pastRightToLeft(expected: string, start: {i: number; j: number}, found: string): {i: number; j: number} | undefined {
  const end = expected.indexOf('\n', start.i)
  const words = expected.slice(start.i, end < 0 ? undefined : end)
  if (!rightToLeft.test(words)) return undefined
  const wanted = signsFrom(words, 0).signs
  const there = signsFrom(found, start.j, wanted.length)
  return there.signs.sort().join('') === wanted.sort().join('') ? {i: start.i + words.length, j: there.end} : undefined
}

/** Finds what is asked for before a place; gives what is asked for next. */
function fill(found: number[], asked: readonly number[], before: number, find: (at: number) => number): number {
  let next = asked[found.length] ?? Infinity
  for (; next < before; next = asked[found.length] ?? Infinity) found.push(find(next))
  return next
}

function fillWith(found: number[], asked: readonly number[], before: number, place: number): number {
  return fill(found, asked, before, () => place)
}

/** Where the other text has had as many signs as the one at a place. Signs change places within a line, so it is on the same page. */
function sameSign({text, from, at}: {text: string; from: number; at: number}, other: {text: string; from: number}): number {
  return signsFrom(other.text, other.from, signsFrom(text.slice(0, at), from).signs.length).end
}

/** Signs of a text from a place on, white space aside; `most` of them at most. */
function signsFrom(text: string, at: number, most = Infinity): {signs: string[]; end: number} {
  const signs: string[] = []
  let end = at
  while (signs.length < most && end < text.length) {
    const one = String.fromCodePoint(text.codePointAt(end) ?? 0)
    end += one.length
    if (one !== ' ' && one !== '\n') signs.push(...(isLigature(one.charCodeAt(0)) ? lettersOf(one.charCodeAt(0)) : [one]))
  }
  return {signs, end}
}

/** Whether any of a text is painted in another order than it is read in. */
export function isTurned(text: string): boolean {
  return rightToLeft.test(text) || syllables.test(text)
}

/** Characters at the ends of both that agree, white space aside. */
function commonTail(expected: string, found: string): {expected: number; found: number} {
  let i = expected.length
  let j = found.length
  for (;;) {
    while (i > 0 && isSpace(expected.charCodeAt(i - 1))) i--
    while (j > 0 && isSpace(found.charCodeAt(j - 1))) j--
    if (i === 0 || j === 0 || expected.charCodeAt(i - 1) !== found.charCodeAt(j - 1)) break
    i--
    j--
  }
  return {expected: expected.length - i, found: found.length - j}
}

function isSpace(code: number): boolean {
  return code === space || code === block
}

/** Characters of a text, white space aside; a ligature counts as its letters, which a font may have for either. */
export function countCharacters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Of a pair of surrogates one is counted.
    if (code > space && code !== 0xa0 && code !== 0x3000 && code !== 0x2028 && (code & 0xfc00) !== 0xdc00) count += isLigature(code) ? lettersOf(code).length : 1
  }
  return count
}

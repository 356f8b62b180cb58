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
  /** Characters that no font has, as the texts have them (a letter with its marks is several): each is found as one U+FFFD. */
  readonly unprintable?: ReadonlySet<string>
  /** Offsets in the expected text, in order, whose places in the other are asked for. */
  readonly offsets?: readonly number[]
}

const space = 0x20
const block = 0x0a
const unknown = 0xfffd
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|\uD802[\uDC00-\uDFFF]|\uD83A[\uDC00-\uDFFF]/

/**
 * Compares two streams of text, character by character. A space must be a space in both, and none in neither; where a
 * block ends in the expected text, the other may have what it will.
 */
export function compareTexts(expected: string, found: string, options: CompareOptions = {}): Comparison {
  const {i, j, offsets} = walk(expected, found, options)
  if (i >= expected.length && j >= found.length) return {found: countCharacters(expected), unexplained: 0, difference: undefined, offsets}
  const tail = commonTail(expected.slice(i), found.slice(j))
  const lost = expected.slice(i, expected.length - tail.expected)
  const more = found.slice(j, found.length - tail.found)
  return {
    found: countCharacters(expected) - countCharacters(lost),
    unexplained: Math.max(1, countCharacters(lost), countCharacters(more)),
    difference: {expectedAt: i, foundAt: j, expected: lost, found: more},
    offsets,
  }
}

/** As far as the texts agree. */
function walk(expected: string, found: string, {hasLines = false, unprintable, offsets: asked = []}: CompareOptions): {i: number; j: number; offsets: number[]} {
  const offsets: number[] = []
  let next = asked[0] ?? Infinity
  let i = 0
  let j = 0
  let start = {i: 0, j: 0}
  while (i < expected.length && j < found.length) {
    while (i >= next) {
      offsets.push(j)
      next = asked[offsets.length] ?? Infinity
    }
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
      const aside = pastOtherSign({expected, i, found, j, hasLines, unprintable})
      const past = aside ?? pastRightToLeft(expected, start, {found, unprintable})
      if (!past) break
      i = past.i
      j = past.j
      if (!aside) start = past
    }
  }
  while (offsets.length < asked.length) offsets.push(i >= expected.length ? j : -1)
  while (i >= expected.length && j < found.length && isSpace(found.charCodeAt(j))) j++
  return {i, j, offsets}
}

/** A sign that stands for others: an empty box for a character that no font has, one glyph for several letters. */
function pastOtherSign({expected, i, found, j, hasLines, unprintable}: {expected: string; i: number; found: string; j: number; hasLines: boolean; unprintable: ReadonlySet<string> | undefined}): {i: number; j: number} | undefined {
  const a = expected.charCodeAt(i)
  const b = found.charCodeAt(j)
  const box = b === unknown && unprintable?.size ? pastBoxes(expected, i, {found, j, unprintable}) : undefined
  if (box) return box
  if ((b === unknown || b === 0) && isWithinUnprintable(expected, i, unprintable)) return {i: i + 1, j: j + 1}
  if (b === dotless && a === 0x69 && unprintableAt(expected, i, unprintable) !== '') return {i: i + 1, j: j + 1}
  // In print a space alone between two elements paints nothing, and is seen as a gap; a bracket or mark of full width, half of which is blank, may take it up.
  if (hasLines && a === space && expected.charCodeAt(i + 1) === b && fullOpening.test(expected.charAt(i + 1))) return {i: i + 1, j}
  if (hasLines && a === space && expected.charCodeAt(i + 1) === b && fullClosing.test(expected.charAt(i - 1))) return {i: i + 1, j}
  if (isLigature(b) && expected.startsWith(lettersOf(b), i)) return {i: i + lettersOf(b).length, j: j + 1}
  if (isLigature(a) && found.startsWith(lettersOf(a), j)) return {i: i + 1, j: j + lettersOf(a).length}
  return undefined
}

/**
 * A run of characters that no font has is a run of boxes: how many, the fonts decide, which take some letters apart and
 * draw one box for a letter with its marks. What belongs to such a letter, or it to another, is in its box. Where words
 * are written behind a box to stand for the next, the boxes are those of what comes before these words.
 */
function pastBoxes(expected: string, i: number, {found, j, unprintable}: {found: string; j: number; unprintable: ReadonlySet<string>}): {i: number; j: number} | undefined {
  let end = i
  for (;;) {
    const cluster = clusterAt(expected, end)
    const isBoxed = cluster !== '' && (unprintableAt(expected, end, unprintable) !== '' || [...cluster].some((one) => unprintable.has(one)))
    if (!isBoxed) break
    end += Math.max(cluster.length, unprintableAt(expected, end, unprintable).length)
  }
  if (end === i) return undefined
  let next = j
  while (found.charCodeAt(next) === unknown || found.charCodeAt(next) === 0) next++
  written.lastIndex = next
  const words = written.exec(found)?.[0] ?? ''
  const at = words === '' || expected.startsWith(words, end) ? end : expected.indexOf(words, i + 1)
  return {i: at < 0 || at > end ? end : at, j: next}
}

const written = /[^\s\0\uFFFD]+/uy

/** A character and the marks that follow it. */
function clusterAt(text: string, at: number): string {
  cluster.lastIndex = at
  return cluster.exec(text)?.[0] ?? ''
}

const cluster = /[^\s][\p{M}\p{Emoji_Modifier}]*/uy

const fullClosing = /[）］｝〕〉》」』】〗〙〛。，、；：？！．”’]/
const fullOpening = /[（［｛〔〈《「『【〖〘〚“‘]/

/** The longest of the unprintable that stands there; empty where none does. */
function unprintableAt(text: string, at: number, unprintable: ReadonlySet<string> | undefined): string {
  if (!unprintable?.size) return ''
  for (let length = longestLetter; length > 0; length--) {
    const one = text.slice(at, at + length)
    if (unprintable.has(one)) return one
  }
  return ''
}

/** Of a letter that no font has, a browser may paint what it is made of: the letter, without its dot, and boxes for its marks. */
function isWithinUnprintable(text: string, at: number, unprintable: ReadonlySet<string> | undefined): boolean {
  return [1, 2, 3, 4].some((before) => unprintableAt(text, at - before, unprintable).length > before)
}

const dotless = 0x131

/** In units of UTF-16: no letter of Unicode has more than four marks. */
const longestLetter = 6

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
function pastRightToLeft(expected: string, start: {i: number; j: number}, {found, unprintable}: {found: string; unprintable: ReadonlySet<string> | undefined}): {i: number; j: number} | undefined {
  const end = expected.indexOf('\n', start.i)
  const words = expected.slice(start.i, end < 0 ? undefined : end)
  if (!rightToLeft.test(words)) return undefined
  const wanted = signsFrom(words, 0, unprintable).signs
  const there = signsFrom(found, start.j, unprintable, wanted.length)
  return there.signs.sort().join('') === wanted.sort().join('') ? {i: start.i + words.length, j: there.end} : undefined
}

/** Signs of a text from a place on, white space aside, with a box for each that is unprintable; `most` of them at most. */
function signsFrom(text: string, at: number, unprintable: ReadonlySet<string> | undefined, most = Infinity): {signs: string[]; end: number} {
  const signs: string[] = []
  let end = at
  while (signs.length < most && end < text.length) {
    const missing = unprintableAt(text, end, unprintable)
    const one = missing || String.fromCodePoint(text.codePointAt(end) ?? 0)
    end += one.length
    if (one !== ' ' && one !== '\n') signs.push(missing === '' ? one : '\uFFFD')
  }
  return {signs, end}
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

/** Characters of a text, white space aside. */
export function countCharacters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Of a pair of surrogates one is counted.
    if (code > space && code !== 0xa0 && code !== 0x3000 && code !== 0x2028 && (code & 0xfc00) !== 0xdc00) count++
  }
  return count
}

/** A text as one string: runs of white space are one space, the end of a block is one line feed, neither at its ends. */
export interface TextStream {
  readonly text: string
  /** Where something that was noted begins, in the order of the text. */
  readonly notes: readonly StreamNote[]
}

/** Noted in a stream: from here on text is in a language. */
export interface LanguageHere {
  /** BCP 47. */
  readonly language: string
}

/** Something noted at a place of a {@link TextStream}. */
export interface StreamNote {
  /** Offset of the first character after it; the length of the text when there is none. */
  readonly at: number
  readonly what: unknown
}

/** Characters that paint nothing and stand for nothing: soft hyphens, joiners, marks of direction, selectors of variants. */
const invisible = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8]|\uDB40[\uDC00-\uDFFF]/g
/** Whether a character is one of those, or half of one. */
export const invisibleCharacters = /[\u00AD\u034F\u061C\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\uDB40]/
const uneven = /\s\s|[^\S ]/

/** Hyphens for whatever breaks after them or not: fonts have one glyph for all three, which stands for one of them in a PDF. */
const hyphens = /[\u2010\u2011]/g

/** The Thai and the Lao vowel am, which is painted as its two parts. */
const longAm = /[\u0e33\u0eb3]/g

/**
 * Words as they come back from a print: without what is invisible, and all hyphens are one. Letters are parted from their
 * marks (Unicode's form D), since a browser puts together what a font has not, and parts what it has.
 */
export function inPrint(words: string): string {
  return withoutInvisible(words).normalize('NFD').replace(hyphens, '-').replace(longAm, (one) => one.normalize('NFKD'))
}

/** Words {@link inPrint} without white space, letters with their marks as one where they can be. */
export function bareInPrint(words: string): string {
  return inPrint(words).replace(/\s+/g, '').normalize('NFC')
}

/** Whether words are white space and what paints nothing, or none at all. */
export function isUnseen(words: string): boolean {
  return withoutInvisible(words).trim() === ''
}

function withoutInvisible(words: string): string {
  return invisibleCharacters.test(words) ? words.replace(invisible, '') : words
}

/** White space but single spaces within, and what may be invisible, half of something, or more than one: words without it go into a stream as they are. */
const unsettled = /^ | $| {2}|[^ -\x9f\xa1-\xac\xae-\xbf\xd7\xf7\u2012-\u2027\u3001-\u3040\u3100-\u3163\u3165-\uabff\uff01-\uff9f]/

/** Puts a {@link TextStream} together. */
export class StreamBuilder {
  readonly #pieces: string[] = []
  readonly #notes: {at: number; what: unknown}[] = []
  #length = 0
  #gap: '' | ' ' | '\n' = ''
  readonly #isPrint: boolean

  /** @param options `isPrint`: the words of a print, in which all hyphens are one; default false */
  constructor({isPrint = false} = {}) {
    this.#isPrint = isPrint
  }

  /** Offset of the last character. */
  get length(): number {
    return this.#length
  }

  add(words: string): void {
    if (words !== '' && !unsettled.test(words)) return this.#put(words, words)
    const seen = this.#isPrint ? inPrint(words) : withoutInvisible(words)
    const inner = seen.trim()
    if (inner === '') {
      if (seen !== '') this.space()
      return
    }
    this.#put(uneven.test(inner) ? inner.replace(/\s+/g, ' ') : inner, seen)
  }

  /** @param even words without white space at their ends, and none but single spaces within; @param seen the same, with it */
  #put(even: string, seen: string): void {
    if (seen.charCodeAt(0) !== even.charCodeAt(0)) this.space()
    if (this.#gap !== '' && this.#length > 0) {
      this.#pieces.push(this.#gap)
      this.#length++
    }
    this.#settleNotes()
    this.#pieces.push(even)
    this.#length += even.length
    this.#gap = seen.charCodeAt(seen.length - 1) === even.charCodeAt(even.length - 1) ? '' : ' '
  }

  /** White space, unless a block ends here anyway. */
  space(): void {
    if (this.#gap === '') this.#gap = ' '
  }

  /** The end of a block, or the beginning of one. */
  block(): void {
    this.#gap = '\n'
  }

  /** Where there may be a space or none, since a line ends or what follows stands further off. A space that is there stays. */
  apart(): void {
    if (this.#gap === '') this.#gap = '\n'
  }

  /** Notes something at the next character. */
  note(what: unknown): void {
    this.#notes.push({at: -1, what})
  }

  finish(): TextStream {
    this.#settleNotes()
    return {text: this.#pieces.join(''), notes: this.#notes}
  }

  /** Notes that wait get the place at which the text goes on. */
  #settleNotes(): void {
    for (let index = this.#notes.length - 1; this.#notes[index]?.at === -1; index--) (this.#notes[index] as {at: number}).at = this.#length
  }
}

/** The last of the notes at or before an offset that is of a kind. */
export function noteAt<Kind>({notes}: TextStream, at: number, isKind: (what: unknown) => what is Kind): Kind | undefined {
  let low = 0
  let high = notes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((notes[middle] as StreamNote).at <= at) low = middle + 1
    else high = middle
  }
  for (let index = low - 1; index >= 0; index--) {
    const {what} = notes[index] as StreamNote
    if (isKind(what)) return what
  }
  return undefined
}

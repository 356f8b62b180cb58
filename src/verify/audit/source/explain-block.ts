import type {Change} from '../../../model/change.ts'
import {redactionMark, type Redactor} from '../../../model/redaction.ts'
import {invisibleCharacters} from '../text-stream.ts'
import type {ChangeStock} from './change-stock.ts'
import {lineAt, type SourceBlock} from './source-block.ts'

/** How far a block of a source was found in a text of the book. */
export interface Explained {
  /** Offset in the book's text behind what was found. */
  readonly end: number
  /** Changes that were made on the way. */
  readonly changes: readonly Change[]
  /** For each note called in the block, the offset in the book's text. */
  readonly calls: readonly number[]
  /** Where block and book part: offsets in both; `undefined` when all of the block was found. */
  readonly parted: {readonly at: number; readonly found: number} | undefined
}

/** Most places to go back to in one block. */
const mostTurns = 1000

const isBlank = (character: string | undefined): boolean => character !== undefined && /[\s\u2028]/.test(character)

/**
 * Finds a block of a source in a text of the book, from an offset on, character by character. Where they differ, an entry
 * of the editorial log for that line must say so: its words before in the source, its words after in the book. White space
 * counts as one space; where it went altogether, the log must say that. Entries by which white space only became less stay in
 * the stock, as blocks that follow may stand in the same line.
 */
export function explainBlock(block: SourceBlock, {book, from, stock, redactor}: ExplainOptions): Explained {
  return new Walk(block, {book, from, stock, ...(redactor && {redactor})}).run(from)
}

/** Where a block is looked for, and what may explain a difference. */
export interface ExplainOptions {
  /** A text of the book, as of a stream. */
  readonly book: string
  /** Offset from which on the block stands there. */
  readonly from: number
  readonly stock: ChangeStock
  /** Finds the words that the editor took out; `undefined` when there are none. */
  readonly redactor?: Redactor
}

class Walk {
  readonly #block: SourceBlock
  readonly #text: string
  readonly #book: string
  readonly #stock: ChangeStock
  readonly #redacted: readonly {readonly start: number; readonly end: number}[]
  readonly #changes: Change[] = []
  readonly #calls: number[] = []
  #i = 0
  #j = 0
  /** True before the first character that is seen. */
  #isFirst = true
  /** Places where a character that stands in the book, too, may have been removed: what follows decides. */
  readonly #turns: {i: number; j: number; isFirst: boolean; calls: number; changes: number}[] = []

  constructor(block: SourceBlock, {book, stock, redactor}: ExplainOptions) {
    this.#block = block
    // It is read unit by unit: a selector of two units is two that are invisible.
    this.#text = block.text.replace(/\uDB40[\uDC00-\uDFFF]/g, '\u2060\u2060')
    this.#book = book
    this.#stock = stock
    this.#redacted = redactor?.rangesIn(block.text) ?? []
  }

  run(from: number): Explained {
    this.#j = from
    const {length} = this.#text
    this.#isFirst = true
    for (;;) {
      this.#noteCalls()
      if (this.#i >= length) {
        // Items of a list that is set close are parted by no more than a space.
        if (this.#isAtEnd() || (this.#turns.length === 0 && this.#book.charCodeAt(this.#j) === 0x20)) break
        if (!this.#goBack()) return this.#part()
        continue
      }
      if (this.#redacted.length > 0 && this.#isRedacted()) continue
      const here = this.#text.charCodeAt(this.#i)
      if (here === this.#book.charCodeAt(this.#j) && !isBlank(this.#text[this.#i])) {
        this.#mayBeRemoved()
        this.#i++
        this.#j++
        this.#isFirst = false
      } else if (isBlank(this.#text[this.#i])) {
        if (!this.#blank() && !this.#goBack()) return this.#part()
      } else if (invisibleCharacters.test(this.#text[this.#i] as string)) this.#invisible()
      else if (!this.#change() && !this.#goBack()) return this.#part()
    }
    return {end: this.#j, changes: this.#changes, calls: this.#calls, parted: undefined}
  }

  /** A block of the source ends where one of the book ends. */
  #isAtEnd(): boolean {
    return this.#isFirst || this.#j >= this.#book.length || this.#book.charCodeAt(this.#j) === 0x0a || this.#book.charCodeAt(this.#j - 1) === 0x0a
  }

  #part(): Explained {
    return {end: this.#j, changes: this.#changes, calls: this.#calls, parted: {at: this.#i, found: this.#j}}
  }

  /** Words that were taken out have a mark in their place. */
  #isRedacted(): boolean {
    const range = this.#redacted.find(({start}) => start === this.#i)
    if (!range || !this.#book.startsWith(redactionMark, this.#j)) return false
    this.#i = range.end
    this.#j += redactionMark.length
    this.#isFirst = false
    return true
  }

  #noteCalls(): void {
    const {calls} = this.#block
    while ((calls[this.#calls.length]?.at ?? Infinity) <= this.#i) this.#calls.push(this.#j)
  }

  /** White space of the source, up to the next word. */
  #blank(): boolean {
    const start = this.#i
    let end = start
    while (end < this.#text.length && (isBlank(this.#text[end]) || invisibleCharacters.test(this.#text[end] as string))) end++
    this.#i = end
    const gap = this.#book.charCodeAt(this.#j)
    if (this.#isFirst || end === this.#text.length) return true
    if (gap === 0x20 || gap === 0x0a) {
      this.#j++
      return true
    }
    // Between what was taken out, one run of white space may be several.
    const before = this.#book.charCodeAt(this.#j - 1)
    if (before === 0x20 || before === 0x0a) return true
    const run = [...this.#text.slice(start, end)].filter((one) => !invisibleCharacters.test(one)).join('')
    // A line end between quoted lines of mail is noted with the line behind it.
    const within = this.#lines(start, end)
    const lines = [...within, (within.at(-1) ?? 0) + 1]
    const whole = this.#take(lines, ({before, after}) => after === '' && before.trim() === '' && before !== '' && (before === run || run.trim() === '' && before.length === run.length))
    if (whole) return true
    // Or all of it went one by one.
    let removed = 0
    while (removed < run.length) {
      const one = this.#take(lines, ({before, after}) => after === '' && before !== '' && before.trim() === '' && before.length <= run.length - removed)
      if (!one) break
      removed += one.before.length
    }
    if (removed === run.length) return true
    this.#i = start
    return false
  }

  #mayBeRemoved(): void {
    const line = this.#stock.isEmpty ? 0 : lineAt(this.#block, this.#i)
    if (line === 0 || !this.#stock.has(line) || this.#turns.length >= mostTurns) return
    const fits = this.#stock.some(line, ({before, after}) => after === '' && this.#lengthOf(before) > 0)
    if (fits) this.#turns.push({i: this.#i, j: this.#j, isFirst: this.#isFirst, calls: this.#calls.length, changes: this.#changes.length})
  }

  /** Goes back to the last such place, and takes the character for one that was removed. */
  #goBack(): boolean {
    const turn = this.#turns.pop()
    if (!turn) return false
    for (const change of this.#changes.splice(turn.changes)) this.#stock.put(change)
    this.#calls.length = turn.calls
    this.#i = turn.i
    this.#j = turn.j
    this.#isFirst = turn.isFirst
    return this.#change() || this.#goBack()
  }

  #invisible(): void {
    const character = this.#text[this.#i] as string
    this.#take([lineAt(this.#block, this.#i)], ({before, after}) => before === character && after === '')
    this.#i++
  }

  /** An entry of the log whose words before stand here in the source, and whose words after stand here in the book. */
  #change(): boolean {
    const line = lineAt(this.#block, this.#i)
    if (!this.#stock.has(line)) return false
    let length = 0
    const taken = this.#take([line], ({before, after}) => {
      length = this.#lengthOf(before)
      return length > 0 && this.#book.startsWith(after, this.#j)
    })
    if (!taken) return false
    this.#i += length
    this.#j += taken.after.length
    if (taken.after !== '') this.#isFirst = false
    return true
  }

  /** Units of the source that an entry's words take, white space and invisible characters between them aside; 0 when they do not stand here. */
  #lengthOf(before: string): number {
    let at = this.#i
    let matched = 0
    while (matched < before.length) {
      const here = this.#text[at]
      if (here === undefined) return 0
      if (here === before[matched]) matched++
      else if (matched === 0 || !(isBlank(here) || invisibleCharacters.test(here))) return 0
      at++
    }
    return before.trim() === '' ? 0 : at - this.#i
  }

  #lines(start: number, end: number): number[] {
    const first = lineAt(this.#block, start)
    return Array.from({length: lineAt(this.#block, Math.max(start, end - 1)) - first + 1}, (_, index) => first + index)
  }

  #take(lines: readonly number[], fits: (change: Change) => boolean): Change | undefined {
    for (const line of lines) {
      const taken = this.#stock.take(line, fits)
      if (!taken) continue
      this.#changes.push(taken)
      return taken
    }
    return undefined
  }
}

import {findLiterals, type InlineMap, type Run} from './literal-runs.ts'
import {pairMarks, type Mark, type Role} from './pair-marks.ts'

/** Text without its marks of emphasis, and where they emphasize. Runs are in order and never empty. */
export interface Emphasis {
  readonly plain: string
  readonly strong: readonly Run[]
  readonly stress: readonly Run[]
  /** Links in `plain`, in the order of their ends: an emphasis begins and ends on the same side of each. */
  readonly links: readonly Run[]
  /** Escapes, code, HTML and addresses in `plain`: no mark goes into one. */
  readonly literals: readonly Run[]
  /** True when every mark has its partner and stands as CommonMark wants it, so that nothing needs repair. */
  readonly sound: boolean
}

interface Unit extends Mark {
  readonly start: number
  /** 1 or 2; the whole run, when it is too long to mean anything. */
  readonly length: number
  readonly character: '*' | '_'
  /** Length of the run that it is part of. */
  readonly run: number
  /** A lone asterisk, or an underscore that may be part of a name. */
  readonly literalIfAlone: boolean
  role: Role
}

/** How far marks and spaces beside a mark are looked through, in UTF-16 units. */
const reach = 16
/** Longest run of marks that is taken for emphasis. */
const longestRun = 6
const blank = /^[\s\u3000]$/u
const opening = /^[“‘（《〈「『【〔([{]$/u
const closing = /^[”’）》〉」』】〕)\]}，。；：！？、,.;:!?…]$/u
const asciiWord = /^[A-Za-z0-9]$/
const letter = /^[\p{L}\p{N}]$/u
/** Han, kana and their punctuation: between two of these a space beside a mark is the clipping tool's. */
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u3011\u3014-\u301B\uFF01-\uFF0F\uFF1A-\uFF20]$/u

/**
 * Reads what the marks of emphasis of one paragraph mean, also where a clipping tool has torn, doubled, nested or glued
 * them. Line feeds stay where they are; marks that mean nothing are left out of `plain`.
 */
export function readEmphasis(text: string): Emphasis {
  const map = findLiterals(text)
  const units = findUnits(text, map.literals)
  for (const kind of kindsOf(units)) {
    const roles = pairMarks(kind)
    for (let index = 0; index < kind.length; index += 1) (kind[index] as Unit).role = roles[index] as Role
  }
  return writePlain({text, units, map})
}

/** Marks by what they are: `*`, `**`, `_`, `__`. */
function kindsOf(units: readonly Unit[]): Unit[][] {
  const kinds = new Map<string, Unit[]>([['*1', []], ['*2', []], ['_1', []], ['_2', []]])
  for (const unit of units) kinds.get(unit.character + String(unit.length))?.push(unit)
  return [...kinds.values()]
}

function findUnits(text: string, literals: readonly Run[]): Unit[] {
  const units: Unit[] = []
  let from = 0
  for (const literal of [...literals, {start: text.length, end: text.length}]) {
    for (const match of text.slice(from, literal.start).matchAll(/\*+|_+/g)) {
      for (const unit of unitsOf(text, from + match.index, match[0].length)) units.push(unit)
    }
    from = literal.end
  }
  return units
}

function unitsOf(text: string, start: number, run: number): Unit[] {
  const character = text[start] as '*' | '_'
  const before = text[start - 1] ?? ' '
  const after = characterAt(text, start + run) ?? ' '
  const spaceBefore = blank.test(before)
  const spaceAfter = blank.test(after)
  const spaced = spaceBefore && spaceAfter
  if (character === '_' && (spaced || (asciiWord.test(before) && asciiWord.test(after)))) return []
  if (character === '*' && run === 1 && spaced) return []
  const leansOpen = opening.test(after) && !opening.test(before)
  const leansClose = closing.test(before) && !closing.test(after)
  const literalIfAlone = run === 1 && (character === '*' || asciiWord.test(before) || asciiWord.test(after))
  const lengths = run > longestRun ? [run] : [...Array<number>(run >> 1).fill(2), ...Array<number>(run & 1).fill(1)]
  let at = start
  return lengths.map((length) => {
    const unit: Unit = {spaceBefore, spaceAfter, leansOpen, leansClose, start: at, length, character, run, literalIfAlone, role: 'none'}
    at += length
    return unit
  })
}

/** The character at a unit, both halves of a surrogate pair. */
function characterAt(text: string, index: number): string | undefined {
  const point = text.codePointAt(index)
  return point === undefined ? undefined : String.fromCodePoint(point)
}

function writePlain({text, units, map}: {text: string; units: readonly Unit[]; map: InlineMap}): Emphasis {
  const moves = new Moves([...map.links, ...map.literals])
  const runs = {strong: new Runs(), stress: new Runs()}
  const written = new Text()
  let from = 0
  const escapes: Run[] = []
  let sound = true
  const take = (to: number) => {
    moves.copy(from, written.length, to)
    written.add(text.slice(from, to))
    from = to
  }
  for (const unit of units) {
    take(unit.start)
    from = unit.start + unit.length
    const isLiteral = unit.role === 'none' && unit.literalIfAlone
    if (isLiteral) {
      escapes.push({start: written.length, end: written.length + 2})
      written.add(`\\${unit.character}`)
    }
    const toolSpace = isToolSpace(text, unit)
    const double = unit.run === unit.length && text[unit.start - 1] === ' ' && text[from] === ' '
    if (toolSpace || (double && unit.role === 'close')) written.trimEnd()
    while ((toolSpace || (double && unit.role !== 'close')) && text[from] === ' ') from += 1
    sound &&= unit.role !== 'none' && unit.run < 4 && !toolSpace && stands(text, unit)
    const kind = unit.length === 2 ? runs.strong : runs.stress
    if (unit.role === 'open') sound = kind.open(written.length) && sound
    if (unit.role === 'close') sound = kind.close(written.length) && sound
  }
  take(text.length)
  const {length} = written
  return {
    plain: written.toString(),
    strong: runs.strong.within(length),
    stress: runs.stress.within(length),
    links: moves.moved(map.links, length),
    literals: [...moves.moved(map.literals, length), ...escapes],
    sound,
  }
}

/** A text that grows at its end. */
class Text {
  private readonly pieces: string[] = []
  length = 0

  add(piece: string): void {
    if (piece === '') return
    this.pieces.push(piece)
    this.length += piece.length
  }

  /** Takes the spaces off that the last piece ends with. */
  trimEnd(): void {
    const last = this.pieces.pop() ?? ''
    this.length -= last.length
    let end = last.length
    while (last[end - 1] === ' ') end -= 1
    this.add(last.slice(0, end))
  }

  toString(): string {
    return this.pieces.join('')
  }
}

/** Whether the mark does its work in CommonMark with the CJK amendment: beside the text it belongs to. */
function stands(text: string, unit: Unit): boolean {
  if (unit.role === 'open' ? unit.spaceAfter : unit.spaceBefore) return false
  if (unit.character === '*') return true
  const outside = unit.role === 'open' ? text[unit.start - 1] : text[unit.start + unit.length]
  return !letter.test(outside ?? ' ')
}

/** Few spaces beside a mark and the marks next to it, wide characters beyond on both sides. */
function isToolSpace(text: string, unit: Unit): boolean {
  let before = unit.start
  let after = unit.start + unit.length
  while (unit.start - before < reach && isMarkOrSpace(text[before - 1])) before -= 1
  while (after - unit.start < reach && isMarkOrSpace(text[after])) after += 1
  return wide.test(text[before - 1] ?? '') && wide.test(text[after] ?? '') && text.slice(before, after).includes(' ')
}

function isMarkOrSpace(character: string | undefined): boolean {
  return character === '*' || character === '_' || character === ' '
}

/** Runs of one kind of emphasis as they open and close; those within one another are one. */
class Runs {
  private readonly runs: Run[] = []
  private depth = 0
  private start = 0

  /** False when one is open already. */
  open(at: number): boolean {
    this.depth += 1
    if (this.depth > 1) return false
    this.start = at
    return true
  }

  /** False when nothing stands between: marks around nothing mean nothing. */
  close(at: number): boolean {
    this.depth -= 1
    if (this.depth === 0) this.runs.push({start: this.start, end: at})
    return this.depth > 0 || at > this.start
  }

  within(length: number): Run[] {
    return this.runs.map(({start, end}) => ({start: Math.min(start, length), end: Math.min(end, length)})).filter(({start, end}) => end > start)
  }
}

/** Carries links and literals from the text with marks to the text without. */
class Moves {
  private readonly places = new Map<number, number>()
  private readonly bounds: readonly number[]
  private next = 0

  constructor(runs: readonly Run[]) {
    this.bounds = [...new Set(runs.flatMap(({start, end}) => [start, end]))].sort((a, b) => a - b)
  }

  /** Text from `from` to `to` goes to `target` and after. */
  copy(from: number, target: number, to: number): void {
    for (let bound = this.bounds[this.next]; bound !== undefined && bound <= to; bound = this.bounds[this.next]) {
      this.places.set(bound, target + Math.max(0, bound - from))
      this.next += 1
    }
  }

  moved(runs: readonly Run[], length: number): Run[] {
    return runs.map(({start, end}) => ({start: this.places.get(start) ?? length, end: this.places.get(end) ?? length}))
  }
}

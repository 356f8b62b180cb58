import type {Run} from './literal-runs.ts'
import type {Emphasis} from './read-emphasis.ts'

/** What {@link writeEmphasis} needs to know. */
type Written = Pick<Emphasis, 'plain' | 'strong' | 'stress' | 'links' | 'literals'>

const blank = /^[\s\u3000]$/u
const punctuation = /^[\p{P}\p{S}]$/u
/** East Asian and of two columns, punctuation included; curly quotation marks are not among them. */
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303E\uFF01-\uFFEE]$/u

/**
 * Writes emphasis with marks that CommonMark with the CJK amendment reads as such, whatever stands around them: white
 * space goes outside of a run, and so does punctuation at its edge where the mark would otherwise stay in the text.
 * An italic run that would cross a bold one or touch its mark is left out.
 */
export function writeEmphasis(emphasis: Written): string {
  const {bold, italic} = fitAll(emphasis)
  const points = new Map<number, {close: string; open: string}>()
  const at = (index: number) => {
    const point = points.get(index) ?? {close: '', open: ''}
    points.set(index, point)
    return point
  }
  for (const run of [...bold.map((one) => ({...one, mark: '**'})), ...italic.map((one) => ({...one, mark: '*'}))].sort(outerFirst)) {
    at(run.start).open += run.mark
    at(run.end).close = run.mark + at(run.end).close
  }
  return cut(emphasis.plain, [...points.entries()].sort(([a], [b]) => a - b))
}

/** Whether {@link writeEmphasis} would leave every run where it is. */
export function emphasisFits(emphasis: Written): boolean {
  const {bold, italic} = fitAll(emphasis)
  return isSame(bold, emphasis.strong) && isSame(italic, emphasis.stress)
}

function isSame(some: readonly Run[], others: readonly Run[]): boolean {
  return some.length === others.length && some.every((run, index) => run.start === others[index]?.start && run.end === others[index]?.end)
}

function fitAll({plain, strong, stress, links, literals}: Written): {bold: Run[]; italic: Run[]} {
  const ends = new Map([...literals, ...links].map(({start, end}) => [start, end]))
  const starts = new Map([...literals, ...links].map(({start, end}) => [end, start]))
  const fit = (runs: readonly Run[]) => join(plain, runs.map((run) => around(run, links))).flatMap((run) => shrink({plain, run, ends, starts}) ?? [])
  const bold = fit(strong)
  return {bold, italic: fit(stress).filter((run) => !crosses(run, bold))}
}

function cut(plain: string, points: readonly (readonly [number, {close: string; open: string}])[]): string {
  const pieces: string[] = []
  let from = 0
  for (const [index, {close, open}] of points) {
    pieces.push(plain.slice(from, index), close, open)
    from = index
  }
  return [...pieces, plain.slice(from)].join('')
}

function outerFirst(a: Run, b: Run): number {
  return a.start - b.start || b.end - a.end
}

/** A run that begins or ends within a link takes all of the link, when it reaches beyond it. */
function around(run: Run, links: readonly Run[]): Run {
  const cutting = linksAt(run, links)
  return {
    start: Math.min(run.start, ...cutting.map((link) => link.start)),
    end: Math.max(run.end, ...cutting.map((link) => link.end)),
  }
}

/** Links that one end of the run lies in and the other not. Links are in the order of their ends. */
function linksAt(run: Run, links: readonly Run[]): Run[] {
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle] as Run).end <= run.start) low = middle + 1
    else high = middle
  }
  const found: Run[] = []
  for (let index = low; index < links.length && (links[index] as Run).start < run.end; index += 1) {
    const link = links[index] as Run
    const holdsStart = link.start < run.start && run.start < link.end
    const holdsEnd = link.start < run.end && run.end < link.end
    if (holdsStart !== holdsEnd) found.push(link)
  }
  return found
}

/** Runs with nothing but spaces between them are one. */
function join(plain: string, runs: readonly Run[]): Run[] {
  const joined: {start: number; end: number}[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && (run.start <= last.end || /^ {0,3}$/.test(plain.slice(last.end, Math.min(run.start, last.end + 4))))) last.end = Math.max(last.end, run.end)
    else joined.push({...run})
  }
  return joined
}

/** Without white space at its edges, and with marks that can open and close where they stand; a literal stays whole. */
function shrink({plain, run, ends, starts}: {plain: string; run: Run; ends: ReadonlyMap<number, number>; starts: ReadonlyMap<number, number>}): Run | undefined {
  let {start, end} = run
  while (start < end && !opensAt(plain, start)) start = Math.max(ends.get(start) ?? 0, start + lengthAt(plain, start))
  while (start < end && !closesAt(plain, end)) end = Math.min(starts.get(end) ?? end, end - lengthBefore(plain, end))
  return /[^\s*_\\]/.test(plain.slice(start, end)) ? {start, end} : undefined
}

/** CommonMark §6.2, left-flanking, with the CJK amendment. */
function opensAt(plain: string, index: number): boolean {
  const after = plain.slice(index, index + lengthAt(plain, index))
  const before = plain.slice(index - lengthBefore(plain, index), index)
  return !blank.test(after) && !isMark(after) && isOpenToMark(after, before)
}

/** Right-flanking. */
function closesAt(plain: string, index: number): boolean {
  const before = plain.slice(index - lengthBefore(plain, index), index)
  const after = plain.slice(index, index + lengthAt(plain, index))
  return !blank.test(before) && !isMark(before) && isOpenToMark(before, after)
}

/** Beside a literal asterisk or underscore a mark would become part of a longer one. */
function isMark(character: string): boolean {
  return character === '*' || character === '_'
}

function isOpenToMark(inside: string, outside: string): boolean {
  if (!punctuation.test(inside) || wide.test(inside)) return true
  return outside === '' || blank.test(outside) || punctuation.test(outside) || wide.test(outside)
}

function lengthAt(plain: string, index: number): number {
  return (plain.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
}

function lengthBefore(plain: string, index: number): number {
  return index > 1 && (plain.codePointAt(index - 2) ?? 0) > 0xffff ? 2 : Math.min(1, index)
}

function crosses(run: Run, others: readonly Run[]): boolean {
  let low = 0
  let high = others.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((others[middle] as Run).end < run.start) low = middle + 1
    else high = middle
  }
  for (let index = low; index < others.length && (others[index] as Run).start <= run.end; index += 1) {
    const other = others[index] as Run
    const inside = other.start <= run.start && run.end <= other.end
    const outside = run.start <= other.start && other.end <= run.end
    if (!inside && !outside) return true
  }
  return false
}

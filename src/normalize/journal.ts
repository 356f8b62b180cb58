import type {Text} from 'mdast'
import type {Change} from '../model/change.ts'
import type {Place} from '../model/place.ts'

/** One stretch of a text to be replaced: from `start` up to `end`, in UTF-16 units of its present value. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly after: string
}

/** Where the lines of the source begin in a text, however it has been edited since. */
interface Lines {
  readonly starts: number[]
  /** Up to here every unit of the value is one unit of the source, so that a column of the first line can be told. */
  columnsHoldTo: number
}

/** The one way in which transforms change text: every edit is applied and noted, with the line it stood in. */
export class Journal {
  readonly changes: Change[] = []
  private readonly lines = new WeakMap<Text, Lines>()

  /** @param file path of the source, as in every `Place` */
  constructor(readonly file: string) {}

  /**
   * Replaces stretches of a text.
   *
   * @param rule id of the transform
   * @param edits in order, none touching another
   */
  edit(rule: string, node: Text, edits: readonly Edit[]): void {
    if (edits.length === 0) return
    const lines = this.linesOf(node)
    const parts: string[] = []
    let done = 0
    for (const {start, end, after} of edits) {
      this.changes.push({rule, place: this.placeIn(node, start, end), before: node.value.slice(start, end), after})
      parts.push(node.value.slice(done, start), after)
      done = end
    }
    parts.push(node.value.slice(done))
    moveStarts(lines, edits)
    node.value = parts.join('')
  }

  /** Notes a change that is no replacement of text. */
  note(change: Change): void {
    this.changes.push(change)
  }

  /** Where a stretch of a text stands in the source. The column is given where it can be told. */
  placeIn(node: Text, start: number, end = start): Place {
    const {starts, columnsHoldTo} = this.linesOf(node)
    const above = countUpTo(starts, start)
    const below = countUpTo(starts, Math.max(start, end - 1))
    const first = node.position?.start ?? {line: 1, column: 1}
    return {
      file: this.file,
      line: first.line + above,
      ...(above === 0 && start <= columnsHoldTo ? {column: first.column + start} : {}),
      ...(below > above ? {endLine: first.line + below} : {})
    }
  }

  /** A stretch of a text as a text of its own, which keeps its line in the source. */
  piece(node: Text, start: number, end: number): Text {
    const value = node.value.slice(start, end)
    const {line, column = 1} = this.placeIn(node, start)
    return {type: 'text', value, position: {start: {line, column}, end: {line, column: column + value.length}}}
  }

  private linesOf(node: Text): Lines {
    const known = this.lines.get(node)
    if (known) return known
    const starts = [...node.value.matchAll(/\n/g)].map(({index}) => index + 1)
    const {start, end} = node.position ?? {}
    const asWritten = start?.offset !== undefined && (end?.offset ?? 0) - start.offset === node.value.length
    const lines = {starts, columnsHoldTo: asWritten ? node.value.length : -1}
    this.lines.set(node, lines)
    return lines
  }
}

/** How many lines begin at or before an offset, beside the first. Halving: a text may have many lines and many edits. */
function countUpTo(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function moveStarts(lines: Lines, edits: readonly Edit[]): void {
  let shift = 0
  let next = 0
  for (let index = 0; index < lines.starts.length; index++) {
    const start = lines.starts[index] ?? 0
    for (let edit = edits[next]; edit && edit.end <= start; edit = edits[++next]) shift += edit.after.length - (edit.end - edit.start)
    const within = edits[next]
    lines.starts[index] = within && within.start < start ? within.start + shift + within.after.length : start + shift
  }
  const moved = edits.find(edit => edit.after.length !== edit.end - edit.start)
  if (moved) lines.columnsHoldTo = Math.min(lines.columnsHoldTo, moved.start)
}

import type {VFile} from 'vfile'
import type {Redactor} from '../model/redaction.ts'

/** Where words were taken out, before anything has its id. */
export interface JournalEntry {
  /** Numbers of the redactions, from 0. */
  readonly of: readonly number[]
  readonly file: string
  readonly line: number
  /** Anchor put there; `undefined` where none can stand. */
  readonly anchor?: string
  /** For a header line its message (`2.1`) and its number among the lines of it, from 0. */
  readonly header?: {readonly path: string; readonly index: number}
  /** Field of frontmatter, settings or list. */
  readonly field?: string
}

/** Every place where words were taken out, in order. */
export class RedactionJournal {
  readonly entries: JournalEntry[] = []
  #anchors = 0

  add(entry: JournalEntry): void {
    this.entries.push(entry)
  }

  /** Notes a place that gets an anchor, and gives its name. */
  addAnchored(entry: JournalEntry): string {
    const anchor = `redaction-${++this.#anchors}`
    this.entries.push({...entry, anchor})
    return anchor
  }
}

/**
 * Lines of a file in which a redactor finds something, once for each place, from a line to another.
 *
 * @param last the end of the file when missing
 */
export function linesFound(file: VFile, redactor: Redactor, {first, last = Infinity}: {first: number; last?: number}): number[] {
  const lines = String(file).split('\n')
  const text = lines.slice(first - 1, last).join('\n')
  return redactor.rangesIn(text).map(({start}) => first + (text.slice(0, start).match(/\n/g)?.length ?? 0))
}

/** The line of frontmatter or of a list in which a text stands that holds words to be taken out. */
export function lineOfText(file: VFile, text: string, {redactor, label = '', first = 1}: {redactor: Redactor; label?: string | undefined; first?: number}): number {
  const lines = String(file).split('\n')
  const find = (fits: (line: string) => boolean): number => lines.findIndex((line, index) => index >= first - 1 && fits(line))
  const found = [find((line) => line.includes(text) && line.includes(label)), find((line) => line.includes(text))].find((one) => one !== -1)
  return found === undefined ? linesFound(file, redactor, {first})[0] ?? first : found + 1
}

import type {Place} from './place.ts'

/** A change to the words of an original that an editor made by hand in its sources, as the settings state it. */
export interface Edit {
  /** Words of the original; white space counts as one space. */
  readonly original: string
  /** What stands for them in the sources; empty: nothing. */
  readonly now: string
  readonly reason: string
  /** Where it stands in the settings. */
  readonly place?: Place
}

/** An edit whose words were found. */
export interface LocatedEdit {
  /** Path of the original, and the line its words begin on. */
  readonly file: string
  readonly line: number
  /** Code units of the original that the edit takes the place of. */
  readonly start: number
  readonly end: number
  /** The words as they stand there. */
  readonly before: string
  readonly after: string
  readonly reason: string
}

/** An original with its edits made. The number of its lines stays. */
export function withEdits(text: string, edits: readonly LocatedEdit[]): string {
  let edited = text
  for (const {start, end, before, after} of [...edits].sort((a, b) => b.start - a.start)) {
    const lineEnds = before.match(/\r\n|\n|\r/g)?.join('') ?? ''
    edited = edited.slice(0, start) + after + lineEnds + edited.slice(end)
  }
  return edited
}

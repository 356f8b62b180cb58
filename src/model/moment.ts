/** A point in time as a source gives it: never more exact than the source. */
export interface Moment {
  /** The words of the source, untouched. */
  readonly asPrinted: string
  /** Calendar fields; `undefined` when the words are not understood as a whole (they are then only printed). */
  readonly local?: LocalTime
  /** What is known of the zone. */
  readonly zone: Zone
  /** The weekday that stands beside the date; `undefined` when none is given. */
  readonly weekday?: {readonly asPrinted: string; readonly agrees: boolean}
}

/** Calendar fields of the proleptic Gregorian calendar; a day without an hour stays a day, a year without a month a year. */
export interface LocalTime {
  readonly year: number
  /** 1–12; `undefined` when only the year is given. */
  readonly month?: number
  /** 1–31; `undefined` when only the month or the year is given. */
  readonly day?: number
  /** 0–23. */
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
}

/** State of the zone of a {@link Moment}. An abbreviation with several meanings (CST) stays ambiguous, an offset beside a name that has another one contradictory. */
export type Zone =
  | {readonly state: 'given'; readonly asPrinted: string; readonly offsetMinutes: number}
  | {readonly state: 'ambiguous'; readonly asPrinted: string; readonly candidates: readonly number[]}
  | {readonly state: 'contradictory'; readonly asPrinted: string; readonly candidates: readonly number[]}
  | {readonly state: 'absent'}

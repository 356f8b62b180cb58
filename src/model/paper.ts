import type {Mailbox} from './mailbox.ts'
import type {Moment} from './moment.ts'

/** Fields of an exhibit that is no mail, in the order in which they are printed. */
export const paperFields = ['paper', 'from', 'to', 'cc', 'date'] as const

/** A letter, minutes, or another exhibit that is no mail, as the editor describes it. */
export interface Paper {
  /** What it is (`Letter`, `Minutes`), as the editor says it. */
  readonly form?: string
  readonly from: readonly Mailbox[]
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  readonly date?: Moment
  /** What the editor wrote, in the order in which it is printed. */
  readonly fields: readonly {readonly field: (typeof paperFields)[number]; readonly value: string}[]
}

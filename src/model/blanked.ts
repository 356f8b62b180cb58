import type {Field} from './dossier.ts'
import type {RedactedPlace} from './redaction.ts'

/**
 * A place that the publisher blanked: `mailbox`, addresses of a header line; `words`, a sign in a body that stands for words;
 * `note`, a gap in a body that a note of kind omission tells of.
 */
export interface Blanked extends RedactedPlace {
  readonly what: 'mailbox' | 'words' | 'note'
  /** How many stand there; those without a name among them are `nameless`. */
  readonly count: number
  readonly nameless: number
  /** Name of each mailbox; `null` for one whose name is blanked too. */
  readonly names?: readonly (string | null)[]
  /** Of a header line. */
  readonly header?: Field
  /** Id of the note. */
  readonly note?: string
}

import type {Place} from './place.ts'

/** One entry of the editorial log: what a transform did to the text, and where. */
export interface Change {
  /** Id of the transform, as it is switched in `dossier.yaml` (`quotes`, `dashes`, `soft-breaks` …). */
  readonly rule: string
  readonly place: Place
  /** The text as it stood. Empty for an insertion. */
  readonly before: string
  /** The text as it is printed. Empty for a removal. */
  readonly after: string
}

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

/** What an import did to a page between its letters, as it stands in `imported.yaml`. */
export interface ImportedChange {
  /** `import-line-ends`: lines joined; `import-marks`: marks of emphasis and the like mended or taken off. */
  readonly rule: 'import-line-ends' | 'import-marks'
  /** Path of the original. */
  readonly file: string
  /** Line of the original. */
  readonly line: number
  /** What stood there, with some characters around it. */
  readonly before: string
  /** What was written. */
  readonly after: string
}

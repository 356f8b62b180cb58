import type {Dossier} from '../model/dossier.ts'
import type {FillTemplate} from './compile-templates.ts'

/** What every chapter is made with. */
export interface Bench {
  readonly dossier: Dossier
  /** Hash of all that the dossier was made from. */
  readonly digest: string
  readonly fill: FillTemplate
  /** Words of the interface in the dossier's language. */
  readonly words: Readonly<Record<string, string>>
  /** Number of a note, by its id. */
  readonly numberOf: ReadonlyMap<string, number>
  /** Anchors of header lines that the editorial log leads to. */
  readonly headerAnchors: ReadonlySet<string>
}

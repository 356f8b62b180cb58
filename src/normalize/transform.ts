import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {Meta} from '../model/source.ts'
import type {Journal} from './journal.ts'

/** What a transform may know of the source, and where it notes what it does. */
export interface TransformContext {
  readonly file: VFile
  readonly meta: Meta
  /** BCP 47, as declared for the source or the dossier; `undefined` where nobody says. */
  readonly language: string | undefined
  readonly journal: Journal
}

/** One normalization. */
export interface Transform {
  /** As it is switched in `dossier.yaml`, and as it stands in the editorial log. */
  readonly id: string
  /** What it does, one sentence. */
  readonly says: string
  /** A plugin in the manner of unified: given the context once, changes a tree in place. */
  readonly plugin: (context: TransformContext) => (tree: Root) => void
}

import type {Book} from './model/book.ts'
import type {Dossier} from './model/dossier.ts'
import type {Output} from './model/outputs.ts'
import type {World} from './model/world.ts'
import type {Prepared} from './prepare-book.ts'
import type {OpenBrowser} from './render/browser/open-browser.ts'

/** Where a build is; `pages` as soon as they are known. */
export interface Progress {
  readonly stage: string
  readonly pages?: number
}

/** A book on its way into outputs. */
export interface Whole extends Prepared {
  readonly dossier: Dossier
  readonly book: Book
  readonly world: World
  readonly out: string
  readonly only: readonly Output[]
  readonly browser: OpenBrowser
  readonly onProgress?: (progress: Progress) => void
}

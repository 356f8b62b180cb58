import type {VFile} from 'vfile'
import type {Book} from '../model/book.ts'
import type {PageStart} from '../model/page-start.ts'
import type {FileContent} from '../model/world.ts'
import type {FontCache} from './fonts/font-cache.ts'

/** What an edition is made of. */
export interface EditionInput {
  readonly book: Book
  /** Style sheets by name, without ending: `book` is the looks of every output, `print` those of the PDF alone. */
  readonly styles: ReadonlyMap<string, string>
  /** Scripts by name, without ending. Ours alone: no script of a source runs. */
  readonly scripts: ReadonlyMap<string, string>
  readonly fontCache: FontCache
  /** Pages of the print, in order; `undefined` when none was made. */
  readonly pages?: readonly PageStart[]
  /** Picture of the printed cover, PNG; `undefined` when there is none. */
  readonly cover?: Uint8Array
  /** Takes complaints about this edition. */
  readonly file: VFile
}

/** Book to the files of one edition, with paths relative to the output folder. */
export type RenderEdition = (input: EditionInput) => Promise<readonly FileContent[]>

/** How each edition is made. */
export const editions: Readonly<Record<string, RenderEdition | undefined>> = {
  html: async (input) => (await import('./html/render-html.ts')).renderHtml(input),
  epub: async (input) => (await import('./epub/render-epub.ts')).renderEpub(input),
  web: async (input) => (await import('./web/render-web.ts')).renderWeb(input),
}

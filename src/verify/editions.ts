import type {VFile} from 'vfile'
import type {Book} from '../model/book.ts'
import type {PageStart} from '../model/page-start.ts'
import type {FileContent} from '../model/world.ts'

/** What must be known besides the files of an edition to judge them. */
export interface EditionExpectations {
  readonly book: Book
  readonly pages?: readonly PageStart[]
}

/** Reads the files of one edition back and reports every finding on `file`. */
export type VerifyEdition = (files: readonly FileContent[], expectations: EditionExpectations, file: VFile) => Promise<void>

/** How each edition is judged. */
export const editionChecks: Readonly<Record<string, VerifyEdition | undefined>> = {
  html: async (files, expectations, file) => (await import('./html/verify-html.ts')).verifyHtml(files, expectations, file),
  epub: async (files, expectations, file) => (await import('./epub/verify-epub.ts')).verifyEpub(files, expectations, file),
  web: async (files, expectations, file) => (await import('./web/verify-web.ts')).verifyWeb(files, expectations, file),
}

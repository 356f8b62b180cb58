import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {EpubCheck} from '@likecoin/epubcheck-ts'

/**
 * What EPUBCheck says of an e-book: its TypeScript port here, and the reference one, which needs Java, in CI: it judges
 * every book that is kept in the folder that `DOSSIER_TEST_BOOKS` names.
 */
export async function checkEpub(name: string, epub: Uint8Array): Promise<string[]> {
  const folder = process.env['DOSSIER_TEST_BOOKS']
  if (folder) {
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, `${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.epub`), epub)
  }
  const {messages, version} = await EpubCheck.validate(epub)
  if (!version?.startsWith('3')) throw new Error(`EPUBCheck took “${name}” for an EPUB ${version ?? '?'}`)
  return messages.filter(({severity}) => severity === 'fatal' || severity === 'error' || severity === 'warning').map(({id, severity, message, location}) => `${severity} ${id} ${location?.path ?? ''}:${location?.line ?? ''} ${message}`)
}

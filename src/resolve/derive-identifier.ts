import {createHash} from 'node:crypto'
import type {Original} from '../model/dossier.ts'
import type {VFile} from 'vfile'

/** A name-based UUID (version 8, SHA-256) of the sources and originals: same content, same identifier. */
export function deriveIdentifier(files: readonly VFile[], originals: readonly Original[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.path}\0`).update(file.value ?? '').update('\0')
  for (const original of originals) hash.update(`${original.file}\0${original.sha256}\0`)
  const hex = hash.digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

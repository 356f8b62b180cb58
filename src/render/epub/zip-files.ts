import {zipSync, type Zippable} from 'fflate'
import type {FileContent} from '../../model/world.ts'

/** What is small already: stored as it is. */
const packed = /\.(?:png|jpe?g|gif|webp|woff2)$/i

/**
 * Files as an EPUB container (EPUB 3.3 §4.3): `mimetype` first and stored, the others sorted by their paths, all with
 * one time. The same files give the same bytes on every machine.
 */
export function zipFiles(files: readonly FileContent[]): Uint8Array {
  const encoder = new TextEncoder()
  const sorted = [...files].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
  const entries: Zippable = {mimetype: [encoder.encode('application/epub+zip'), {level: 0}]}
  for (const {path, content} of sorted) entries[path] = [typeof content === 'string' ? encoder.encode(content) : content, {level: packed.test(path) ? 0 : 9}]
  // The first moment that a zip knows, in the zone of whoever builds: a zip has no zones.
  return zipSync(entries, {mtime: new Date(1980, 0, 1)})
}

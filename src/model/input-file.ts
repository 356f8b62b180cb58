import {createHash} from 'node:crypto'

/** Name of the editorial log among the attachments of an output. */
export const editorialLogName = 'editorial-log.json'

/** A file that the dossier was made from, whole; `log` is the editorial log, which was made with it. */
export interface InputFile {
  /** Relative to the source folder, with forward slashes. */
  readonly file: string
  readonly kind: 'original' | 'source' | 'settings' | 'template' | 'style' | 'picture' | 'log'
  readonly bytes: Uint8Array
}

/** A file by its content. */
export interface HashedFile {
  readonly file: string
  readonly bytes: number
  /** SHA-256, 64 hexadecimal digits. */
  readonly sha256: string
}

/** Size and hash of a file. */
export function hashFile(file: string, content: Uint8Array | string): HashedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex')}
}

/**
 * One hash for all that a dossier was made from: SHA-256 of the lines that `sha256sum` prints for the files, sorted by
 * their paths as bytes (`LC_ALL=C sort -k 2`). Whoever holds the files can work it out without this program.
 */
export function digestOf(files: readonly HashedFile[]): string {
  const lines = files.map(({file, sha256}) => ({file: Buffer.from(escaped(file)), line: `${escaped(file) === file ? '' : '\\'}${sha256}  ${escaped(file)}\n`}))
  const sorted = lines.sort((a, b) => Buffer.compare(a.file, b.file))
  return createHash('sha256').update(sorted.map(({line}) => line).join('')).digest('hex')
}

/** A name as `sha256sum` prints it: with a line end or a backslash in it, it is escaped, and so its line begins. */
function escaped(name: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

import type {VFile} from 'vfile'
import {report} from '../../report/report.ts'
import {kindWords} from './file-kind.ts'
import {tellKind} from './tell-kind.ts'

/**
 * Looks at what a file is before it is read as Markdown. Reports `read-file-kind` on it.
 *
 * @param file with its bytes as value
 * @returns true when it may be read
 */
export async function isText(file: VFile): Promise<boolean> {
  const bytes = typeof file.value === 'string' ? Buffer.from(file.value) : (file.value ?? new Uint8Array())
  const kind = await tellKind(bytes, file.path)
  if (kind === undefined) return true
  const {name, wayOut} = kindWords[kind]
  report(file, 'read-file-kind', `Unexpected ${name}, expected Markdown or plain text`, {place: {file: file.path, line: 1}, hint: wayOut})
  return false
}

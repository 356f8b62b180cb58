import type {VFile} from 'vfile'
import {report} from '../report/report.ts'

/**
 * The text of a file that holds UTF-8, without its byte order mark.
 *
 * Reports `read-text-is-utf8`.
 */
export function decodeText(file: VFile): string | undefined {
  if (typeof file.value === 'string' || file.value === undefined) return file.value ?? ''
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(file.value)
  } catch {
    report(file, 'read-text-is-utf8', 'Unexpected bytes that are no UTF-8, expected a text in UTF-8', {
      place: {file: file.path, line: 1},
      hint: 'Save the file as UTF-8 in your editor.',
    })
    return undefined
  }
}

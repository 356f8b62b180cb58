import type {VFile} from 'vfile'
import {firstWrongByte} from '../model/first-wrong-byte.ts'
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
    const {offset, line, shown} = firstWrongByte(file.value)
    report(file, 'read-text-is-utf8', `Unexpected byte ${shown} at offset ${offset}, expected UTF-8`, {
      place: {file: file.path, line},
      hint: 'Save the file as UTF-8 in your editor.',
    })
    return undefined
  }
}

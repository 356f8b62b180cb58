import type {VFile} from 'vfile'
import {firstWrongByte} from '../model/first-wrong-byte.ts'
import {report} from '../report/report.ts'

/** Largest source: 32 MiB. */
export const maxSourceBytes = 32 * 1024 * 1024

/**
 * Gives the text of a source: UTF-8 decoded, a byte order mark dropped, every line ending a line feed.
 *
 * Reports `parse-within-limits` for a file that is too large (then `undefined`) and `parse-is-utf8` for the first byte
 * that is not UTF-8; such bytes are read as U+FFFD, so that the rest of the file can still be checked.
 */
export function decodeSource(file: VFile): string | undefined {
  const value = file.value ?? ''
  const bytes = typeof value === 'string' ? Buffer.byteLength(value) : value.byteLength
  if (bytes > maxSourceBytes) {
    report(file, 'parse-within-limits', `Unexpected size of ${bytes} bytes, expected at most ${maxSourceBytes} (32 MiB)`, {
      hint: 'Split the source into several files.'
    })
    return undefined
  }
  const text = typeof value === 'string' ? value : decodeBytes(file, value)
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function decodeBytes(file: VFile, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    const {offset, line, shown} = firstWrongByte(bytes)
    report(file, 'parse-is-utf8', `Unexpected byte ${shown} at offset ${offset}, expected UTF-8`, {
      place: {file: file.path, line},
      hint: 'Save the file as UTF-8 in your editor.'
    })
    return new TextDecoder('utf-8').decode(bytes)
  }
}

import type {VFile} from 'vfile'
import {firstWrongByte} from '../model/first-wrong-byte.ts'
import {report} from '../report/report.ts'

/** Largest page that is imported: 32 MiB. */
export const maxClippingBytes = 32 * 1024 * 1024

/**
 * The text of a clipped page: UTF-8, without a byte order mark.
 *
 * Reports `import-within-limits`, `import-text-is-utf8` with the offset of the first wrong byte, `import-text-present`
 * (then `undefined`), and `import-text-is-printable` for control characters, which become U+FFFD.
 */
export function decodeClipping(bytes: Uint8Array, file: VFile): string | undefined {
  if (bytes.byteLength > maxClippingBytes) {
    report(file, 'import-within-limits', `Unexpected size of ${bytes.byteLength} bytes, expected at most ${maxClippingBytes} (32 MiB)`, {hint: 'Split the page.'})
    return undefined
  }
  const text = decode(bytes, file)?.replace(/^\uFEFF/, '')
  if (text === undefined) return undefined
  if (text.trim() === '') {
    report(file, 'import-text-present', 'Unexpected empty page, expected text', {hint: 'Clip the page again.'})
    return undefined
  }
  return replaceControls(text, file)
}

function decode(bytes: Uint8Array, file: VFile): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    const {offset, line, shown} = firstWrongByte(bytes)
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    report(file, 'import-text-is-utf8', `Unexpected byte ${shown} at offset ${offset}, expected UTF-8`, {
      place: {file: file.path, line},
      hint: utf16 ? 'The page is UTF-16: save it as UTF-8.' : 'Save the page as UTF-8.',
    })
    return undefined
  }
}

function replaceControls(text: string, file: VFile): string {
  const found = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/.exec(text)
  if (!found) return text
  const line = text.slice(0, found.index).split(/\r\n|\n|\r/).length
  const name = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  report(file, 'import-text-is-printable', `Unexpected control character ${name}, expected text`, {
    place: {file: file.path, line},
    hint: 'Each control character was written as U+FFFD; the original is kept as it is.',
  })
  return text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, '\uFFFD')
}

import {fileTypeFromBuffer} from 'file-type/core'
import type {FileKind} from './file-kind.ts'
import {kindOfText} from './kind-of-text.ts'

/** Bytes that are looked at: signs of a kind stand at a file's beginning. */
const headBytes = 65_536

/**
 * Tells what a file is by its content; its name is asked only where that says nothing. `undefined`: text, Markdown as far
 * as one can tell. A file of letters in another encoding than UTF-8 is text, too: whoever decodes it says so.
 *
 * @param bytes the whole file
 */
export async function tellKind(bytes: Uint8Array, name: string): Promise<FileKind | undefined> {
  return (await kindOfContent(bytes)) ?? (bytes.length > 0 ? kindsByEnding.find(([pattern]) => pattern.test(name))?.[1] : undefined)
}

/** Texts that a program wrote may have no sign of it at their beginning. */
const kindsByEnding: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(?:eml|emlx)$/i, 'mail'],
  [/\.(?:mbox|mbx)$/i, 'mbox'],
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:mht|mhtml)$/i, 'saved-page'],
  [/\.(?:csv|tsv|tab)$/i, 'table'],
  [/\.(?:json|xml|vcf|ics|srt|vtt|ya?ml|toml)$/i, 'data'],
]

async function kindOfContent(bytes: Uint8Array): Promise<FileKind | undefined> {
  const head = bytes.subarray(0, headBytes)
  if (isUtf16(head)) return undefined
  const text = new TextDecoder().decode(head)
  if (mayBeBinary(text)) {
    const type = await fileTypeFromBuffer(bytes)
    if (type?.mime === 'application/x-cfb') return kindOfCompound(bytes)
    if (type) return kindOfType(type.mime)
    if (isMostlyNoText(text)) return 'other'
  }
  return kindOfText(text, head.length === bytes.length)
}

/** Text in two bytes a sign says so in its first two. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** Control characters, bytes that are no UTF-8, or the first signs of a format that begins with letters. */
function mayBeBinary(text: string): boolean {
  return /[\0-\x08\x0E-\x1A\x1C-\x1F\uFFFD]/.test(text) || /^\s*(?:%PDF-|%!PS|\{\\rtf)/.test(text) || /^(?:PK|GIF8|BM|RIFF|II\*|MM)/.test(text)
}

/** A text may have some control characters and wrong bytes: whoever decodes it says so. */
function isMostlyNoText(text: string): boolean {
  return text.includes('\0') && (text.match(/[\0-\x08\x0E-\x1A\x1C-\x1F\uFFFD]/g)?.length ?? 0) * 10 > text.length
}

const kindsByMime: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\//, 'picture'],
  [/^application\/pdf$/, 'pdf'],
  [/wordprocessingml|opendocument\.text|^application\/rtf$|ms-word/, 'word'],
  [/spreadsheet|ms-excel/, 'table'],
  [/zip|compressed|x-tar|x-7z|x-rar|gzip|bzip|x-xz|zstd|x-lz/, 'archive'],
  [/html/, 'html'],
  [/xml|json|calendar|sqlite|plist/, 'data'],
]

function kindOfType(mime: string): FileKind {
  return kindsByMime.find(([pattern]) => pattern.test(mime))?.[1] ?? 'other'
}

/** Older programs of Microsoft's keep everything in one container ([MS-CFB]): the names of its streams tell whose it is. */
function kindOfCompound(bytes: Uint8Array): FileKind {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => names.includes(Buffer.from(name, 'utf16le'))
  if (holds('__properties_version1.0') || holds('__substg1.0_')) return 'outlook'
  if (holds('WordDocument')) return 'word'
  return holds('Workbook') ? 'table' : 'other'
}

import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import type {InputFile} from '../../../model/input-file.ts'
import {mediaTypeOf} from '../../../model/media-type.ts'
import {dictionary} from './outline-objects.ts'
import {pdfDate, pdfText} from './pdf-text.ts'
import {plainStreamOf} from './write-objects.ts'

/** Objects that put files into a PDF (ISO 32000-2 §7.11.4), and the entries of the catalog that lead to them. */
export interface AttachmentObjects {
  readonly bodies: readonly (string | Uint8Array)[]
  /** Value of `EmbeddedFiles` in the catalog's names. */
  readonly tree: string
  /** Value of `AF`, files associated with the whole document (§14.13). */
  readonly associated: string
}

/** A file with what takes long to make of it. */
export interface PackedFile extends InputFile {
  /** Deflated, zlib's format. */
  readonly packed: Uint8Array
  /** MD5, in hex. */
  readonly checksum: string
}

/** Packs files to be attached. */
export function packFiles(files: readonly InputFile[]): PackedFile[] {
  return files.map((file) => ({...file, packed: deflateSync(file.bytes), checksum: createHash('md5').update(file.bytes).digest('hex')}))
}

/**
 * Files as attachments, each the source of the document or, for the log, data about it, sorted by path.
 *
 * @param first number of the first object added
 * @param day `YYYY-MM-DD`, their date: no clock is read
 */
export function attachmentObjects(files: readonly PackedFile[], {first, day}: {readonly first: number; readonly day: string}): AttachmentObjects {
  const sorted = files.map((file) => ({...file, key: pdfText(file.file)})).sort((a, b) => compare(keyBytes(a.file), keyBytes(b.file)))
  const bodies = sorted.flatMap(({key, ...packed}, index) => [embedded(packed, day), specification(packed, key, first + 2 * index)])
  const references = sorted.map((_, index) => `${first + 2 * index + 1} 0 R`)
  return {
    bodies,
    tree: `<</Names [${sorted.map(({key}, index) => `${key} ${references[index]}`).join(' ')}]>>`,
    associated: `[${references.join(' ')}]`,
  }
}

/** The names of a tree are sorted as they stand in the file. */
function keyBytes(path: string): Buffer {
  return /^[\x20-\x7e]*$/.test(path) ? Buffer.from(path, 'latin1') : Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(path, 'utf16le').swap16()])
}

function compare(a: Buffer, b: Buffer): number {
  return Buffer.compare(a, b)
}

function embedded({file: path, bytes, packed, checksum}: PackedFile, day: string): Uint8Array {
  const parameters = dictionary({Size: String(bytes.length), CreationDate: pdfDate(day), ModDate: pdfDate(day), CheckSum: `<${checksum}>`})
  return plainStreamOf(`/Type /EmbeddedFile /Subtype /${mediaTypeOf(path).replace('/', '#2F')} /Params ${parameters} /Filter /FlateDecode`, packed)
}

function specification({file: path, kind}: Pick<InputFile, 'file' | 'kind'>, key: string, stream: number): string {
  return dictionary({Type: '/Filespec', F: pdfText(path.replace(/[^\x20-\x7e]/g, '_')), UF: key, AFRelationship: kind === 'log' ? '/Data' : '/Source', Desc: key, EF: `<</F ${stream} 0 R /UF ${stream} 0 R>>`})
}

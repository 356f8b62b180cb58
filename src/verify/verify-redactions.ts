import {unzipSync} from 'fflate'
import type {VFile} from 'vfile'
import {isShortWord} from '../model/redaction-pattern.ts'
import {redactorFor, type Redactor} from '../model/redaction.ts'
import type {Redaction} from '../model/settings.ts'
import type {FileContent} from '../model/world.ts'
import {report} from '../report/report.ts'
import {markupAddresses, markupBlocks} from './markup-blocks.ts'
import {pdfPieces, readingOf, type PdfReading} from './pdf/pdf-pieces.ts'

/**
 * Looks for words that the editor had taken out in the bytes of every output, packed or not: text, attachments, outline
 * and metadata of a PDF and its streams, every file of an e-book, markup and the words without it, the manifest. One short
 * word is looked for among words only, not in markup, styles and bytes, where it stands by chance.
 *
 * Reports `verify-redaction-holds` with the output, never with the words.
 *
 * @param read the PDF as it was read back, if it was
 */
export function verifyRedactions(made: readonly FileContent[], redactions: readonly Redaction[], file: VFile, read?: PdfReading): void {
  if (redactions.length === 0) return
  const words = redactorFor(redactions)
  const raw = redactorFor(redactions.filter(({text}) => !isShortWord(text)))
  for (const {path, content} of made) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const pieces = path.endsWith('.pdf') && read ? pdfPieces(path, bytes, {...read, piecesOf}) : piecesOf(path, bytes)
    const place = pieces.find((piece) => holds(piece, words, raw))
    if (!place) continue
    report(file, 'verify-redaction-holds', `Unexpected words in ${place.where} that a redaction takes out, expected none`, {hint: 'They did not stand in what was laid out, so they came in while it was written: this is a fault of the program. Nothing was written.'})
  }
}

/** A part of an output. */
export interface Piece {
  readonly where: string
  /** Texts that each are one paragraph, cell, title or the like. */
  readonly words?: readonly string[]
  /** Names of files, and what links lead to. */
  readonly addresses?: readonly string[]
  /** As it stands, with all that is no words. */
  readonly raw?: readonly string[]
}

function holds({words = [], addresses = [], raw = []}: Piece, inWords: Redactor, inRaw: Redactor): boolean {
  return words.some(inWords.isIn) || addresses.some((one) => inWords.heldBy(one).length > 0) || raw.some(inRaw.isInRaw)
}

function piecesOf(path: string, bytes: Uint8Array): Piece[] {
  if (path.endsWith('.pdf')) return pdfPieces(path, bytes, {...readingOf(bytes), piecesOf})
  if (path.endsWith('.epub')) return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => piecesOf(`${path}, ${name}`, part))
  const name = {where: path, addresses: [path]}
  if (/\.(?:png|jpe?g|webp|gif|woff2?|ttf|otf)$/.test(path)) return [name, {where: path, raw: [Buffer.from(bytes).toString('latin1')]}]
  const text = new TextDecoder().decode(bytes)
  if (/\.(?:x?html|opf|ncx|svg|xml)$/.test(path)) return [name, {where: path, words: markupBlocks(text), addresses: markupAddresses(text), raw: [text]}]
  if (path.endsWith('.json')) return [name, {where: path, ...stringsOf(text), raw: [text]}]
  return [name, {where: path, raw: [text]}]
}

/** Texts of JSON: those without white space may be names of files. */
function stringsOf(text: string): Pick<Piece, 'words' | 'addresses'> {
  const value = parsed(text)
  if (!value) return {words: [text]}
  const words = stringsIn(value.json)
  return {words, addresses: words.filter((one) => /^\S*[./]\S*$/.test(one))}
}

function parsed(text: string): {readonly json: unknown} | undefined {
  try {
    return {json: JSON.parse(text)}
  } catch {
    return undefined
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

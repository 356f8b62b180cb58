import {inflateSync, unzipSync} from 'fflate'
import type {VFile} from 'vfile'
import {redactorFor} from '../model/redaction.ts'
import type {Redaction} from '../model/settings.ts'
import type {FileContent} from '../model/world.ts'
import {report} from '../report/report.ts'
import {readPdf} from './pdf/read-pdf.ts'

/** Letters from which on words are looked for whatever stands between their letters: fewer stand everywhere by chance. */
const enoughLetters = 8

/**
 * Looks for words that the editor had taken out in the bytes of every output, packed or not: text, attachments, outline
 * and metadata of a PDF and its streams, every file of an e-book, markup and the words without it, the manifest.
 *
 * Reports `verify-redaction-holds` with the output, never with the words.
 */
export function verifyRedactions(made: readonly FileContent[], redactions: readonly Redaction[], file: VFile): void {
  if (redactions.length === 0) return
  const holds = searchFor(redactions.map(({text}) => text))
  for (const {path, content} of made) {
    const place = textsOf(path, typeof content === 'string' ? Buffer.from(content) : content).find(({texts}) => texts.some(holds))
    if (!place) continue
    report(file, 'verify-redaction-holds', `Unexpected words in ${place.where} that a redaction takes out, expected none`, {hint: 'They stand there in another spelling: in a mail address, with other marks or spaces, as the description of a picture, in a reason or the name of a file. Name that spelling in “redactions”, too, or change it in the source. Nothing was written.'})
  }
}

function searchFor(texts: readonly string[]): (text: string) => boolean {
  const redactor = redactorFor(texts)
  const long = texts.map(lettersOf).filter((one) => [...one].length >= enoughLetters)
  return (text) => redactor.holds(text) || long.some((one) => lettersOf(text).includes(one))
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

interface Texts {
  readonly where: string
  readonly texts: readonly string[]
}

function textsOf(path: string, bytes: Uint8Array): Texts[] {
  if (path.endsWith('.pdf')) return pdfTexts(path, bytes)
  if (path.endsWith('.epub')) return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [{where: path, texts: [name]}, ...textsOf(`${path}, ${name}`, part)])
  const text = new TextDecoder().decode(bytes)
  return [{where: path, texts: [path, text, ...(/\.(?:x?html|opf|ncx|svg)$/.test(path) ? [wordsIn(text)] : [])]}]
}

/** Words of markup: tags off, the usual entities as what they stand for. */
function wordsIn(markup: string): string {
  const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
  return markup.replace(/<[^>]*>/g, '').replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, (_, decimal?: string, hex?: string, name = '') => (decimal || hex ? String.fromCodePoint(Number(decimal ?? `0x${hex}`)) : entities[name as string] ?? ''))
}

function pdfTexts(path: string, bytes: Uint8Array): Texts[] {
  const {pages, attachments, ...rest} = readPdf(bytes)
  return [
    {where: `the text of ${path}`, texts: [pages.map(({runs}) => runs.map(({text}) => text).join('')).join('')]},
    {where: `an attachment of ${path}`, texts: attachments.flatMap(({name, content}) => [name, new TextDecoder().decode(content)])},
    {where: `outline or metadata of ${path}`, texts: stringsIn([rest, pages.map(({runs: _, ...page}) => page)])},
    {where: `the bytes of ${path}`, texts: [Buffer.from(bytes).toString('latin1'), ...streamsOf(bytes)]},
  ]
}

/** Every string of plain data, and each list of maps too. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Map) return stringsIn([...value])
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) ? Object.values(value).flatMap(stringsIn) : []
}

/** What unpacks of the streams, read as UTF-8 and as UTF-16, in which titles and alternative texts stand. */
function streamsOf(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes)
  const texts: string[] = []
  for (let at = raw.indexOf('stream'); at !== -1; at = raw.indexOf('stream', at + 6)) {
    const start = at + 6 + (raw[at + 6] === 13 ? 2 : 1)
    if (raw[start] !== 0x78) continue
    const body = unpack(raw.subarray(start, raw.indexOf('endstream', start)))
    if (body) texts.push(body.toString('utf8'), body.toString('latin1').replaceAll('\0', ''))
  }
  return texts
}

function unpack(packed: Uint8Array): Buffer | undefined {
  try {
    return Buffer.from(inflateSync(packed.subarray(2)))
  } catch {
    return undefined
  }
}

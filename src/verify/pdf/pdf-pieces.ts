import {constants, inflateSync} from 'node:zlib'
import {markupBlocks} from '../markup-blocks.ts'
import type {Piece} from '../verify-redactions.ts'
import type {PdfFacts, TextRun} from './pdf-facts.ts'
import {readPdf, readPdfStructure} from './read-pdf.ts'
import type {PdfStructure} from './read-structure.ts'

/** A PDF as it was read. */
export interface PdfReading {
  readonly facts: PdfFacts
  readonly structure: PdfStructure
}

export function readingOf(bytes: Uint8Array): PdfReading {
  return {facts: readPdf(bytes), structure: readPdfStructure(bytes)}
}

/** Everything in a PDF that may hold words. @param piecesOf pieces of an attached file */
export function pdfPieces(path: string, bytes: Uint8Array, {facts, structure, piecesOf}: PdfReading & {piecesOf(path: string, bytes: Uint8Array): Piece[]}): Piece[] {
  const {info, xmp = ''} = facts.metadata
  return [
    {where: `the text of ${path}`, words: [...blockTexts(facts, structure), ...looseLines(facts, structure)]},
    ...facts.attachments.flatMap(({name, content}) => piecesOf(name, content)).map((piece) => ({...piece, where: `an attachment of ${path}`})),
    {where: `outline or metadata of ${path}`, words: [...facts.outline.map(({title}) => title), ...Object.values(info), ...markupBlocks(xmp), ...structure.figures.flatMap((alt) => alt ?? []), facts.title ?? ''], addresses: facts.links.flatMap(({target}) => (target && 'uri' in target ? [target.uri] : []))},
    {where: `the bytes of ${path}`, raw: [Buffer.from(bytes).toString('latin1'), ...streamsOf(bytes)]},
  ]
}

/** What is painted, block by block, as the fonts say and as what stands for it; lines are parted by their ends. */
function blockTexts({pages}: PdfFacts, {mcids, pages: pageOf, blocks}: PdfStructure): string[] {
  const byMark = pages.map(({runs}) => {
    const marks = new Map<number, TextRun[]>()
    for (const run of runs) if (run.mcid !== undefined) marks.set(run.mcid, [...(marks.get(run.mcid) ?? []), run])
    return marks
  })
  const found = new Map<number, TextRun[]>()
  for (const [index, mcid] of mcids.entries()) {
    const block = blocks[index] as number
    const runs = byMark[pageOf[index] as number]?.get(mcid) ?? []
    const known = found.get(block)
    if (known) known.push(...runs)
    else found.set(block, [...runs])
  }
  return [...found.values()].flatMap((runs) => [linesOf(runs, ({text}) => text), linesOf(runs, ({text, actualText}) => actualText ?? text)])
}

/** Running heads, folios, and whatever is painted outside of the structure, line by line. */
function looseLines({pages}: PdfFacts, {mcids, pages: pageOf}: PdfStructure): string[] {
  const tagged = pages.map(() => new Set<number>())
  for (const [index, mcid] of mcids.entries()) tagged[pageOf[index] as number]?.add(mcid)
  return pages.flatMap(({runs}, page) => linesOf(runs.filter(({mcid}) => mcid === undefined || !tagged[page]?.has(mcid)), ({text}) => text).split('\n'))
}

function linesOf(runs: readonly TextRun[], read: (run: TextRun) => string): string {
  return runs.map((run, index) => {
    const before = runs[index - 1]
    return (before && Math.abs(before.y - run.y) > 0.8 * Math.max(before.size, run.size) ? '\n' : '') + read(run)
  }).join('')
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
    // Where the end was mistaken, what came before it is read all the same.
    return inflateSync(packed, {finishFlush: constants.Z_SYNC_FLUSH})
  } catch {
    return undefined
  }
}

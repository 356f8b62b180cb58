import type {VFile} from 'vfile'
import {report} from '../report/report.ts'
import type {Kept} from './check-kept.ts'
import {hardBreak, joinWraps} from './join-wraps.ts'
import type {Run} from './literal-runs.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import {isForwardSeparator} from '../model/header-label.ts'
import {isHeaderLine} from '../model/mail/read-header.ts'
import {readEmphasis, type Emphasis} from './read-emphasis.ts'
import {repairCells} from './repair-emphasis.ts'
import {isRule, isSignatureMark, type Block} from '../model/mail/split-blocks.ts'
import {emphasisFits, writeEmphasis} from './write-emphasis.ts'

/** How blocks are written. */
export interface WriteOptions {
  readonly file: VFile
  /** Depth of quotation that is not written, since the message itself stands for it. Default 0. */
  readonly base?: number
  /** The first paragraph may begin with a salutation on a line of its own, which stays there. */
  readonly salutes?: boolean
  /** Paragraphs that are bold from end to end are written as plain text. */
  readonly plainBold?: boolean
  /** Takes what was written, for the proof that nothing is lost. */
  readonly keep?: (kept: Kept) => void
}

/** Deepest quotation that is written. */
const deepest = 100
/** `Dear Ms. Roe,`: a short line that a comma, a colon or the like ends. */
const salutation = /^.{1,40}[,，:：!！]$/u
const betweenLetters = /[^\p{L}\p{N}]+/gu
const htmlStart = /^<(?:[A-Za-z/!?])/
const startsAddress = /^<(?:[A-Za-z][A-Za-z0-9+.-]*:|[^\s<>]+@)/

/**
 * Writes blocks as plain Markdown: a paragraph is one line, lists are tight, emphasis is what was meant, addresses are
 * links. Blocks without words or pictures give nothing.
 *
 * Reports `import-emphasis-is-sound`, `import-link-is-whole`, `import-quotation-is-whole`, `import-nesting-within-limit`.
 */
export function writeBlocks(blocks: readonly Block[], options: WriteOptions): string {
  const pieces: string[] = []
  let before: {block: Block; depth: number} | undefined
  for (const block of blocks) {
    const text = writeBlock(block, before ? {...options, salutes: false} : options)
    if (text === '') continue
    options.keep?.({line: block.lines[0]?.number ?? 1, text})
    const depth = Math.min(deepest, Math.max(0, block.depth - (options.base ?? 0)))
    if (before) pieces.push(separatorOf(before, {block, depth}))
    pieces.push(text.split('\n').map((line) => ('> '.repeat(depth) + line).trimEnd()).join('\n'))
    before = {block, depth}
  }
  return pieces.join('')
}

/** Whether all letters and digits of a paragraph are bold, and there are some. */
export function isAllBold(block: Block): boolean {
  const emphasis = readEmphasis(textOf(block))
  return isWholly(emphasis, emphasis.strong)
}

/** A line end between items of a list, otherwise a blank line, quoted where both are. */
function separatorOf(before: {block: Block; depth: number}, next: {block: Block; depth: number}): string {
  const tight = before.block.kind === 'item' && next.block.kind === 'item' && before.depth === next.depth
  return tight ? '\n' : `\n${'> '.repeat(Math.min(before.depth, next.depth)).trimEnd()}\n`
}

function writeBlock(block: Block, options: WriteOptions): string {
  reportShape(block, options.file)
  const indent = ' '.repeat(Math.min(block.indent ?? 0, 200))
  const raw = block.lines.map((line) => line.text.trimEnd())
  if (block.kind === 'rule') return '* * *'
  if (block.kind === 'verbatim') return raw.map(maskMark).join('\n')
  if (block.kind === 'table') return raw.map((row) => repairCells(row.trim())).join('\n')
  if (block.kind === 'heading') return writeHeading(block, options.file)
  const text = writeProse(block, options)
  if (block.kind === 'paragraph') return text === '' ? '' : `${indent}${text.split('\n').map((line) => escapeStart(line, raw[0] ?? '')).join(`\n${indent}`)}`
  const marker = `${indent}${block.marker ?? '-'} `
  return `${marker}${text.split('\n').join(`\n${' '.repeat(marker.length)}`)}`.trimEnd()
}

function writeHeading(block: Block, file: VFile): string {
  const emphasis = readEmphasis(textOf(block))
  const bare = isWholly(emphasis, emphasis.strong) ? {...emphasis, strong: []} : emphasis
  if (!emphasis.sound) reportEmphasis(block, file)
  const text = maskMark(joinWraps(writeEmphasis(bare)).text.replaceAll('\\\n', ' '))
  return text === '' ? '' : `${'#'.repeat(block.level ?? 1)} ${text}`
}

function writeProse(block: Block, {file, plainBold, salutes}: WriteOptions): string {
  const text = textOf(block, salutes)
  const emphasis = readEmphasis(text)
  const artefact = plainBold === true && isWholly(emphasis, emphasis.strong)
  const sound = emphasis.sound && emphasisFits(emphasis)
  if (!sound && !artefact && plainWords(text) !== '') reportEmphasis(block, file)
  const {text: joined, mended} = joinWraps(artefact ? writeEmphasis({...emphasis, strong: []}) : sound ? text : writeEmphasis(emphasis))
  for (const address of mended) {
    report(file, 'import-link-is-whole', `Unexpected line break in an address, expected ${address}`, {
      place: placeOf(block, file),
      hint: 'It was put together: check that the link works.',
    })
  }
  return maskMark(joined)
}

/** Lines of a paragraph without the spaces around them; a break that the writer made stays one, as all of a signature are. */
function textOf(block: Block, salutes = false): string {
  const last = block.lines.length - 1
  const isSalutation = salutes && salutation.test(block.lines[0]?.text.trimEnd() ?? '')
  const isSignature = isSignatureMark(block.lines[0]?.text ?? '')
  const headers = headerStarts(block)
  return block.lines.map((line, index) => {
    const hard = index < last && (isSignature || headers.has(index) || headers.has(index + 1) || (isSalutation && index === 0) || / {2,}$/.test(line.text) || endsInBackslash(line.text))
    const text = endsInBackslash(line.text) && hard ? line.text.slice(0, -1) : line.text
    return text.trim() + (index === last ? '' : hard ? hardBreak : '\n')
  }).join('')
}

/** Lines of a paragraph that begin with the label of a header, and one that says that a message follows: none where there is but one label. */
function headerStarts({kind, lines}: Block): ReadonlySet<number> {
  if (kind !== 'paragraph') return new Set()
  const separators = lines.flatMap((line, at) => (isForwardSeparator(plainWords(line.text)) ? [at] : []))
  const labels = lines.flatMap((line, at) => (isHeaderLine(line) ? [at] : []))
  return new Set([...separators, ...(labels.length + separators.length > 1 ? labels : [])])
}

function endsInBackslash(text: string): boolean {
  let count = 0
  while (text[text.length - 1 - count] === '\\') count += 1
  return count % 2 === 1
}

function isWholly({plain}: Emphasis, runs: readonly Run[]): boolean {
  if (runs.length === 0) return false
  const lettersIn = (text: string): number => text.replace(betweenLetters, '').length
  const all = lettersIn(plain)
  const within = runs.reduce((sum, {start, end}) => sum + lettersIn(plain.slice(start, end)), 0)
  return all > 0 && all === within
}

/** A paragraph that now begins like a list, a heading or the like stays one. */
function escapeStart(line: string, original: string): string {
  const ordered = /^(\d{1,9})([.)](?:\s|$).*)$/s.exec(line)
  if (ordered) return `${ordered[1]}\\${ordered[2]}`
  const html = htmlStart.test(line) && !startsAddress.test(line) && !original.trimStart().startsWith('<')
  const starts = /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|`{3,}[^`]*$|~{3,}|\[[^\]^][^\]]{0,998}\]:|=+\s*$|-+\s*$)/.test(line)
  return starts || html || isRule(line) ? `\\${line}` : line
}

/** Words of the original that look like a mark of ours are not one. */
function maskMark(text: string): string {
  return text.replace(/<!--(?=\s*message\s+\d)/gi, '\\<!--')
}

function placeOf(block: Block, file: VFile): {file: string; line: number} {
  return {file: file.path, line: block.lines[0]?.number ?? 1}
}

function reportEmphasis(block: Block, file: VFile): void {
  const words = block.lines.map((line) => line.text.trim()).join(' ')
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words
  report(file, 'import-emphasis-is-sound', `Unexpected marks of emphasis in “${shown}”, expected each to open or close a run of words`, {
    place: placeOf(block, file),
    hint: 'They were mended, or taken out where they mean nothing: compare with the web page.',
  })
}

function reportShape(block: Block, file: VFile): void {
  if (block.lostMark) {
    report(file, 'import-quotation-is-whole', 'Unexpected paragraph without > right after a quoted line, expected the quotation to go on', {
      place: placeOf(block, file),
      hint: 'It was taken as quoted, since clipping tools lose the mark before long words: check it.',
    })
  }
  if (block.depth > deepest) {
    report(file, 'import-nesting-within-limit', `Unexpected quotation ${block.depth} deep, expected at most ${deepest}`, {
      place: placeOf(block, file),
      hint: `It was written ${deepest} deep.`,
    })
  }
}

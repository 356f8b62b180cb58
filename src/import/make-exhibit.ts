import type {VFile} from 'vfile'
import {languageOf} from '../model/language-of.ts'
import type {LineRange} from '../model/place.ts'
import {isDayFirst} from '../model/day-first.ts'
import {readMoment} from '../model/read-moment.ts'
import type {ExhibitMeta, MessageMeta} from '../model/source.ts'
import {report} from '../report/report.ts'
import type {Kept} from './check-kept.ts'
import type {FoundExhibit} from './find-exhibits.ts'
import {reportHoles} from './find-holes.ts'
import {joinWraps} from './join-wraps.ts'
import {rangeOf} from './line-ranges.ts'
import {isQuoted, subjectOf} from '../model/mail/is-quoted.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import type {Header} from '../model/mail/read-header.ts'
import {isMessage, type FoundMessage, type FoundMessages} from '../model/mail/read-messages.ts'
import type {Block} from '../model/mail/split-blocks.ts'
import {writeBlocks} from './write-blocks.ts'

/** An exhibit, taken apart. */
export interface OpenExhibit extends FoundMessages {
  readonly found: FoundExhibit
  /** Its number in the dossier: that of the label, unless another exhibit has it. */
  readonly number: string
}

/** What is the same for all exhibits of a page. */
export interface ExhibitContext {
  readonly file: VFile
  /** Path of the original. */
  readonly original: string
  /** Language of the article. */
  readonly language: string
  readonly plainBold: boolean
  /** Takes what was written, for the proof that nothing is lost. */
  readonly keep: (kept: Kept) => void
}

/** Letters from which on the language of an exhibit can be told. */
const enoughLetters = 40

/**
 * Makes frontmatter and body of an exhibit.
 *
 * Reports `import-exhibit-has-messages`, `import-header-has-value`, `import-header-once`, `import-date-is-exact`, and
 * what {@link writeBlocks} and {@link reportHoles} report.
 */
export function makeExhibit(exhibit: OpenExhibit, context: ExhibitContext): {meta: ExhibitMeta; body: string} {
  const {found, before, messages} = exhibit
  if (messages.length === 0) reportNoMessages(exhibit, context.file)
  const preface = messages.length === 0 ? [] : before.flatMap((block) => writePreface(block, context))
  const body = messages.length === 0 ? writeBlocks(before, {file: context.file, keep: context.keep}) : writeMessages(messages, context)
  const language = languageOf(body)
  const lines = rangeOf([found.heading, ...found.blocks])
  const meta: ExhibitMeta = {
    kind: 'exhibit',
    number: exhibit.number,
    ...(found.label.rest !== '' && {title: found.label.rest}),
    ...(language !== context.language && (body.match(/\p{L}/gu)?.length ?? 0) >= enoughLetters && {language}),
    original: {file: context.original, ...(lines && {lines: [lines]})},
    preface,
    messages: messages.map((message) => metaOf(message, context)),
  }
  return {meta, body}
}

function reportNoMessages({found, number}: OpenExhibit, file: VFile): void {
  report(file, 'import-exhibit-has-messages', `Unexpected exhibit ${number} without header lines of mail, expected two or more such as From, To, Date, Subject`, {
    place: {file: file.path, line: found.heading.lines[0]?.number ?? 1},
    hint: 'It was written as an exhibit that is no mail: add its headers by hand if it is one.',
  })
}

function writePreface(block: Block, {keep}: ExhibitContext): string[] {
  const text = plainWords(joinWraps(block.lines.map((line) => line.text.trim()).join('\n')).text)
  const line = block.lines[0]?.number ?? 1
  if (block.kind !== 'rule' && text !== '') keep({line, text, isWords: true})
  return block.kind === 'rule' || text === '' ? [] : [block.marker === undefined ? text : `${block.marker} ${text}`]
}

/** Bodies of all messages, each after its mark; no mark when there is one message and nothing forwarded. */
function writeMessages(messages: readonly FoundMessage[], context: ExhibitContext): string {
  const only = messages.length === 1 && !messages[0]?.parts.some(isMessage)
  const pieces = messages.flatMap((message, index) => writeMessage(message, String(index + 1), context))
  return (only ? pieces.slice(1) : pieces).filter((piece) => piece !== '').join('\n\n')
}

/** Marks and texts of a message and of those forwarded in it, in their order. */
function writeMessage(message: FoundMessage, path: string, context: ExhibitContext): string[] {
  for (const {line, text} of message.headers.map((header) => ({line: header.first, text: header.label + header.value}))) context.keep({line, text, isWords: true})
  reportHoles(message.parts.filter((part): part is Block => !isMessage(part)), context.file)
  const mark = `<!-- message ${path} -->`
  const pieces: string[] = [mark]
  let forwarded = 0
  let text: Block[] = []
  const close = () => {
    pieces.push(writeBlocks(text, {...context, base: message.depth, salutes: forwarded === 0}))
    text = []
  }
  for (const part of message.parts) {
    if (!isMessage(part)) {
      text.push(part)
      continue
    }
    close()
    forwarded += 1
    pieces.push(...writeMessage(part, `${path}.${forwarded}`, context), mark)
  }
  close()
  return dropIdleMark(pieces, mark)
}

/** After the last forwarded message nothing may follow. */
function dropIdleMark(pieces: readonly string[], mark: string): string[] {
  const full = pieces.filter((piece) => piece !== '')
  while (full.length > 1 && full.at(-1) === mark) full.pop()
  return full
}

function metaOf(message: FoundMessage, context: ExhibitContext, around?: FoundMessage): MessageMeta {
  const inner = message.parts.filter(isMessage)
  const lines = linesOf(message)
  return {
    headers: headersOf(message.headers, context.file),
    ...(around && isQuoted(message.introducedBy, subjectOf(around.headers)) && {quoted: true as const}),
    original: {file: context.original, lines: [lines]},
    ...(inner.length > 0 && {forwarded: inner.map((part) => metaOf(part, context, message))}),
  }
}

function linesOf(message: FoundMessage): LineRange {
  const headers = message.headers.flatMap(({first, last}) => [first, last])
  const parts = message.parts.flatMap((part) => (isMessage(part) ? linesOf(part) : (rangeOf([part]) ?? [])))
  return {first: Math.min(...headers), last: Math.max(...headers, ...parts.slice(-1).map(({last}) => last))}
}

function headersOf(headers: readonly Header[], file: VFile): Record<string, string> {
  const written = new Map<string, string>()
  for (const {label, value, field, first} of headers) {
    const place = {file: file.path, line: first}
    const before = written.get(label)
    written.set(label, before === undefined ? value : `${before}, ${value}`)
    if (before !== undefined) report(file, 'import-header-once', `Unexpected second header line ${label}, expected one`, {place, hint: 'Its value was written after that of the first.'})
    if (value === '') report(file, 'import-header-has-value', `Unexpected header line ${label} without a value, expected one`, {place, hint: 'Look for it in the lines around, and write it into the frontmatter.'})
    else if (field === 'date') reportDate({label, value}, file, first)
  }
  return Object.fromEntries(written)
}

function reportDate({label, value}: {label: string; value: string}, file: VFile, line: number): void {
  const {local, weekday} = readMoment(value, {dotsAreDayFirst: isDayFirst({label})})
  if (!local) {
    report(file, 'import-date-is-exact', `Unexpected date ${value}, expected one that can be read as a whole`, {
      place: {file: file.path, line},
      hint: 'It is printed as it stands and left out of the chronology.',
    })
  } else if (weekday && !weekday.agrees) {
    report(file, 'import-date-is-exact', `Unexpected weekday ${weekday.asPrinted} in ${value}, expected the weekday of that day`, {
      place: {file: file.path, line},
      hint: 'It is printed as it stands: say so in a note.',
    })
  }
}

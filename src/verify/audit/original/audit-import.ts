import type {VFile} from 'vfile'
import {exhibitWords, readExhibitHeading, readExhibitNumber} from '../../../model/exhibit-label.ts'
import type {AuditedOriginals} from '../../../model/audit-summary.ts'
import {fieldOf, isForwardSeparator} from '../../../model/header-label.ts'
import type {FileContent} from '../../../model/world.ts'
import {report} from '../../../report/report.ts'
import {quoted} from '../audit-pdf.ts'
import {invisibleCharacters} from '../text-stream.ts'
import {auditHead} from './audit-head.ts'
import {partsOfSource} from './source-parts.ts'

/** Where a difference is said: an import must not make one, an editor may. */
export interface ImportComplaints {
  /** The original. */
  readonly file: VFile
  readonly rule: () => 'verify-audit-import' | 'verify-audit-original'
}

/**
 * Proves that the sources made of a clipped page have its characters: line for line in their bodies and header lines, in
 * order, or in their other fields, words that were left out and named included.
 *
 * Reports the rule given, once, for the first line that has no place or the first words that no line has.
 *
 * @param text the original
 * @param sources files made of it
 */
export function auditImport(text: string, sources: readonly FileContent[], complaints: ImportComplaints): AuditedOriginals {
  const made = sources.filter(({path}) => path.endsWith('.md') && !path.startsWith('originals/')).map(({content}) => partsOfSource(String(content)))
  const bodies: Body[] = made.map(({body}) => ({signs: signsOf(body), at: 0}))
  let current = bodies[0]
  const fields = fieldsOf(made.flatMap(({fields: words}) => words))
  const counts = {files: 1, characters: 0, lines: 0, found: 0, inFields: 0, unexplained: 0}
  const lines = text.split(/\r\n|\n|\r/)
  const head = auditHead(lines, made.map(({meta}) => meta), signsOf)
  for (const [index, line] of lines.entries()) {
    const whole = signsOf(line)
    if (whole === '') continue
    if (head.has(index)) {
      counts.lines++
      counts.characters += whole.length
      counts.inFields += whole.length
      continue
    }
    const signs = formsOf(line).find((form) => form !== '' && [current, ...bodies].some((body) => body?.signs.startsWith(form, body.at))) ?? whole
    counts.lines++
    counts.characters += signs.length
    const begins = [current, ...bodies].find((body) => body?.signs.startsWith(signs, body.at))
    const isField = (): boolean => isInFields(line, fields) || areInFields(line, fields)
    const here = begins ? (beginsLater(begins, signs, lines, index + 1) && isField() ? undefined : begins) : isField() ? undefined : current
    const place = here ? placeIn(here, signs) : -1
    if (!here) counts.inFields += signs.length
    else if (place < 0) complain(counts, complaints, {line: index + 1, size: signs.length, says: `Unexpected lack of ${quoted(line.trim(), '')} in the sources, expected it as in the original`})
    else {
      if (place > here.at) complain(counts, complaints, {line: index + 1, size: place - here.at, says: `Unexpected words ${quoted(here.signs.slice(here.at, place), '')} in the sources before this line, expected only what the original has`})
      counts.found += signs.length
      here.at = place + signs.length
      current = here
    }
  }
  for (const {signs, at} of bodies) if (at < signs.length) complain(counts, complaints, {line: 1, size: signs.length - at, says: `Unexpected words ${quoted(signs.slice(at), '')} at the end of a source, expected only what the original has`})
  return counts
}

/** The body of a source, and how far the original has come in it: what stands behind the exhibits of a page may belong to its article. */
interface Body {
  readonly signs: string
  at: number
}

/** As it stands; a name that is linked to its address without it; a header line that is said again, joined to the first. */
function formsOf(line: string): string[] {
  return [line, line.replace(/\]\([^)]*\)/g, ']'), line.replace(/^[^:：]*[:：]/, ',')].map(signsOf)
}

/** Whether a line is a title whose words the text only begins with again: it begins with a later line, and not after these words. */
function beginsLater({signs: all, at}: Body, signs: string, lines: readonly string[], from: number): boolean {
  let next = ''
  for (let index = from; next === '' && index < lines.length; index++) next = signsOf(lines[index] ?? '')
  return next !== '' && all.startsWith(next, at) && !all.startsWith(next, at + signs.length)
}

/** Where signs stand from where the original has come on; -1 when not near. */
function placeIn({signs: all, at}: Body, signs: string): number {
  const near = all.slice(at, at + farthest + signs.length).indexOf(signs)
  return near < 0 ? -1 : at + near
}

/** What stands further away is another place, not this one after something more. */
const farthest = 2000

function complain(counts: {unexplained: number}, {file, rule}: ImportComplaints, {line, size, says}: {line: number; size: number; says: string}): void {
  if (counts.unexplained === 0) report(file, rule(), says, {place: {file: file.path, line}, hint: hints[rule()]})
  counts.unexplained += size
}

const hints = {
  'verify-audit-import': 'This is a fault of the import: please report it with the page.',
  'verify-audit-original': 'Put the words back, name lines that were left out under “dropped”, or state the change in dossier.yaml: “edits:” with “original”, “now” and “reason”.',
}

/** Letters and digits of fields. */
interface Fields {
  /** Each field, each key, and each key with its field. */
  readonly whole: ReadonlySet<string>
  readonly all: string
}

/** Parts of a field that are shorter may stand anywhere. */
const shortestPart = 6

function fieldsOf(words: readonly string[]): Fields {
  const letters = words.map(lettersOf)
  return {whole: new Set(letters.flatMap((one, index) => [one, one + (letters[index + 1] ?? '')])), all: letters.join('')}
}

/** A field's words, with its label or without, or with the number of an exhibit in place of what it is called, or what stands after that. */
function isInFields(line: string, {whole, all}: Fields): boolean {
  const plain = decode(line)
  const heading = readExhibitHeading(plain.replace(/[*_#>\\]/g, ''))
  const number = lettersOf(plain.replace(new RegExp(exhibitWords, 'giu'), ''))
  const [own, ...others] = [plain, plain.replace(/\]\([^)]*\)/g, ']'), plain.replace(/^[^:：]*[:：]/, ''), number, readExhibitNumber(number)].map(lettersOf)
  if (own === '' || own === undefined) return true
  const isPart = (letters: string | undefined): boolean => letters !== undefined && letters.length >= shortestPart && all.includes(letters)
  return [own, ...others, lettersOf(heading?.rest ?? '')].some((letters) => letters !== '' && whole.has(letters)) || isPart(own) || isPart(others[0]) || others.slice(2).includes('') || (others[1] === '' && fieldOf(plain.replace(/[^\p{L}\p{N} ]/gu, '').trim()) === undefined && isForwardSeparator(plain))
}

/** Several fields on a line: `作者：甲　时间：2023-05-20`. */
function areInFields(line: string, fields: Fields): boolean {
  const pieces = line.length > longestLine ? [] : line.split(/[|｜]|[\s\u3000](?=[^\s:：]{1,8}[:：])/u).filter((piece) => lettersOf(piece) !== '')
  return pieces.length > 1 && pieces.every((piece) => isInFields(piece, fields))
}

/** Longest line that may hold several, in UTF-16 units. */
const longestLine = 400

function decode(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&')
}

/** All but white space and what may be a mark of Markdown, which an import may mend. */
function signsOf(text: string): string {
  return [...decode(text).replaceAll('：', ':')].filter((one) => !/[\s\p{Cc}\uFFFD*_#>`|\\~[\]()!<&;+^-]/u.test(one) && !invisibleCharacters.test(one)).join('')
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

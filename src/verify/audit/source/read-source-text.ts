import {parse} from 'yaml'
import type {Place} from '../../../model/place.ts'
import {takeOutRemarks} from '../../../model/private-remarks.ts'
import type {SourceBlock} from './source-block.ts'
import {readMarked} from './read-marked.ts'
import {splitChunks, withMarks, wordsOfPlain, type Chunk} from './split-chunks.ts'

/** A source file, read again from its bytes. */
export interface SourceText {
  /** Its frontmatter, every scalar as the text it is. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Line in which a field of the frontmatter begins, by its name. */
  readonly lineOf: (field: string) => number
  readonly lines: readonly string[]
  /** The body, cut at the marks of messages; the first part has the path `1` where no mark stands before it. */
  readonly parts: readonly SourcePart[]
  readonly notes: ReadonlyMap<string, readonly SourceBlock[]>
}

/** Blocks between two marks of messages. */
export interface SourcePart {
  /** As the mark says: `2`, `2.1`. */
  readonly path: string
  readonly blocks: readonly SourceBlock[]
}

const messageMark = /^ {0,3}<!--\s*message\s+(\d+(?:\.\d+)*)\s*-->\s*$/

/**
 * Reads a source file by itself: YAML by its own parser, paragraphs without marks as they stand, all else by CommonMark's.
 *
 * @param headers lines of the body that are said to be header lines of a message; a place for each header. Default: none
 */
export function readSourceText(text: string, isMail: boolean, headers: readonly Place[] = []): SourceText {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split('\n')
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') : -1
  const fields = end > 0 ? readFields(lines.slice(1, end).join('\n')) : {}
  const notes = new Map<string, readonly SourceBlock[]>()
  const parts: {path: string; blocks: SourceBlock[]}[] = [{path: '1', blocks: []}]
  const body = takeOutRemarks(lines.slice(end + 1).join('\n')).text.split('\n')
  const chunks = splitChunks(withHeaders(withMarks(body, messageMark), end + 2, headers), end + 2, body.some((line) => definition.test(line) && !/\[\^/.test(line)))
  const groups = groupsOf(chunks)
  const names = namesIn(groups, isMail)
  for (const group of groups) {
    if (group.lines[0]?.startsWith(headerSign) === true) {
      parts.at(-1)?.blocks.push(...headerBlocks(group, isMail))
      continue
    }
    const mark = messageMark.exec(group.lines[0]?.slice(1) ?? '')
    if (group.lines[0]?.startsWith('\u0000') === true && mark?.[1] !== undefined) parts.push({path: mark[1], blocks: []})
    else addGroup(group, {into: parts.at(-1)?.blocks ?? [], notes, names, isMail})
  }
  return {fields, lines, lineOf: (field) => Math.max(0, lines.slice(0, end + 1).findIndex((line) => line.startsWith(`${field}:`))) + 1, parts, notes}
}

function readFields(yaml: string): Readonly<Record<string, unknown>> {
  const value: unknown = parse(yaml, {schema: 'failsafe', uniqueKeys: false, logLevel: 'silent'})
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {}
}

/** Before a line that is a header line, as `\u0000` before the mark of a message. */
const headerSign = '\u0000\u0001'

/** Each header as one line with the sign before it, further lines of its value behind a `\u2028`. */
function withHeaders(lines: readonly string[], firstLine: number, headers: readonly Place[]): string[] {
  const signed = [...lines]
  for (const {line, endLine = line} of headers) {
    const own = lines.slice(line - firstLine, endLine - firstLine + 1).map(unquoted).filter((one) => one !== '')
    for (let at = line; at <= endLine; at++) signed[at - firstLine] = ''
    signed[line - firstLine] = `${headerSign}${own.join('\u2028')}`
  }
  return signed
}

function unquoted(line: string): string {
  return line.replace(/^[\s>]*/, '').trim()
}

/** Label and value of a header: what stands before its first colon, and behind. */
function headerBlocks({line, lines}: Chunk, isMail: boolean): SourceBlock[] {
  const own = (lines[0] ?? '').slice(headerSign.length).split('\u2028')
  const [block] = readMarked(own, {firstLine: line, names: [], isMail}).blocks
  const [label = '', ...values] = (block?.text ?? '').split(/[:：﹕︰∶꞉]/)
  const value = (block?.text ?? '').slice(label.length + 1)
  const base = {line, endLine: line + own.length - 1, calls: block?.calls ?? [], pictures: block?.pictures ?? [], quoted: false}
  return [
    {...base, kind: 'label', text: label.trim(), pieces: [], calls: [], pictures: []},
    {...base, kind: 'value', text: values.length > 0 ? value.trim() : '', pieces: []},
  ]
}

const definition = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*\[\^?[^\]]*\]:/

/** What the body defines, for the parser to know wherever it is meant. */
function namesIn(groups: readonly Chunk[], isMail: boolean): string[] {
  return [...new Set(groups.flatMap((group) => {
    if (group.plain) return group.plain === 'note' ? [`[^${wordsOfPlain(group).note ?? ''}]: <#>`] : []
    return group.lines.some((line) => line.includes(']:')) ? readMarked(group.lines, {firstLine: group.line, names: [], isMail}).names : []
  }))]
}

/** The first line of what may belong to a list or note above it. */
const continues = /^(?:\s|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$))/

/** Chunks that take a parser are read together where they follow each other; a mark of a message parts them. */
function groupsOf(chunks: readonly Chunk[]): Chunk[] {
  const groups: Chunk[] = []
  for (const chunk of chunks.flatMap(cutAtMarks)) {
    const last = groups.at(-1)
    const isMark = (one: Chunk | undefined): boolean => one?.lines[0]?.startsWith('\u0000') === true
    if (last && !last.plain && !chunk.plain && !isMark(last) && !isMark(chunk) && (chunk.goesOn || continues.test(chunk.lines[0] ?? ''))) {
      const gap = Array.from({length: chunk.line - last.line - last.lines.length}, () => '')
      groups[groups.length - 1] = {...last, lines: [...last.lines, ...gap, ...chunk.lines]}
    } else groups.push(chunk)
  }
  return groups
}

/** A mark of a message is a block by itself, even where no empty line stands around it. */
function cutAtMarks(chunk: Chunk): Chunk[] {
  if (!chunk.lines.some((line) => line.startsWith('\u0000'))) return [chunk]
  const cut: Chunk[] = []
  chunk.lines.forEach((line, index) => {
    const isMark = line.startsWith('\u0000')
    const last = cut.at(-1)
    if (isMark || !last || last.lines[0]?.startsWith('\u0000') === true) cut.push({line: chunk.line + index, lines: [line], plain: undefined, goesOn: false})
    else cut[cut.length - 1] = {...last, lines: [...last.lines, line]}
  })
  return cut
}

interface GroupOptions {
  readonly into: SourceBlock[]
  readonly notes: Map<string, readonly SourceBlock[]>
  readonly names: readonly string[]
  readonly isMail: boolean
}

function addGroup(group: Chunk, {into, notes, names, isMail}: GroupOptions): void {
  if (group.plain) {
    const {words, note} = wordsOfPlain(group)
    const block = plainBlock(words, group)
    if (note === undefined) into.push(block)
    else if (!notes.has(note)) notes.set(note, [block])
    return
  }
  const text = group.lines.join('\n')
  const meant = new Set((text.match(/\[[^[\]]+\]/g) ?? []).map(folded))
  const marked = readMarked(group.lines, {firstLine: group.line, names: names.filter((name) => meant.has(folded(name.slice(0, name.indexOf(']: <#>') + 1)))), isMail})
  into.push(...marked.blocks)
  for (const [name, blocks] of marked.notes) if (!notes.has(name)) notes.set(name, blocks)
}

/** Names are the same whatever their case and white space. */
function folded(name: string): string {
  return name.replace(/\s+/g, ' ').toLowerCase()
}

const call = /\[\^([^\]\s]+)\]/g

function plainBlock(words: readonly string[], {line, plain}: Chunk): SourceBlock {
  const calls: {at: number; name: string}[] = []
  let removed = 0
  const whole = words.map((one) => one.trim()).join('\n')
  const text = whole.includes('[^') ? whole.replace(call, (found: string, name: string, at: number) => {
    calls.push({at: at - removed, name: name.toLowerCase()})
    removed += found.length
    return ''
  }) : whole
  return {kind: 'text', text, line, endLine: line + words.length - 1, pieces: [], calls, pictures: [], quoted: plain === 'quotation', ...(plain === 'quotation' && {quotation: line})}
}

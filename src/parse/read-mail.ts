import type {VFile} from 'vfile'
import type {Change} from '../model/change.ts'
import {fieldOf, isForwardSeparator} from '../model/header-label.ts'
import {isCertainHeader} from '../model/mail/is-certain-header.ts'
import {introductionLines} from '../model/mail/is-introduction.ts'
import {isQuoted, subjectOf} from '../model/mail/is-quoted.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import type {HeaderBlock} from '../model/mail/read-header.ts'
import {isMessage, readMessages, type FoundMessage} from '../model/mail/read-messages.ts'
import {splitBlocks, type Block} from '../model/mail/split-blocks.ts'
import {splitLines, type Line} from '../model/mail/split-lines.ts'
import {paperFields} from '../model/paper.ts'
import type {ExhibitMeta, MessageMeta, Meta} from '../model/source.ts'
import {report} from '../report/report.ts'
import {hasMarks, hasPlainHeaders, plainTexts, readHeaderWords} from './header-words.ts'

/** A source whose mail was read. */
export interface ReadMail {
  /** With as many lines: a mark in place of the header lines of a message, breaks at the ends of lines that are to stay. */
  readonly text: string
  readonly meta: Meta
  /** A header line that became one of a message has lost its colon. */
  readonly changes: readonly Change[]
}

/** What mail is read from. */
interface MailInput {
  readonly file: VFile
  /** The body, its lines those of the file. */
  readonly text: string
  readonly meta: Meta
  /** False: no message is made, lines are only kept. */
  readonly makesMessages: boolean
}

/**
 * Finds the header lines of mail in a body. In an exhibit they become a message, or one within the message whose text
 * they stand in, where that is certain; elsewhere they keep their lines.
 *
 * Reports `parse-mail-is-message` for header lines that are kept as text, once each.
 */
export function readMail(input: MailInput): ReadMail {
  const {text, meta} = input
  if (meta.kind === 'notes') return {text, meta, changes: []}
  return new MailReader(input).read()
}

const messageMark = /^ {0,3}<!--\s*message\s+(\d+(?:\.\d+)*)\s*-->\s*$/
/** Most blocks above the first message, and the longest of them in UTF-16 units, that may be lines before it. */
const mostAbove = 3
const longestAbove = 200

/** A message of the frontmatter or of the text, being put together. */
interface OpenMessage {
  readonly meta: MessageMeta
  readonly forwarded: OpenMessage[]
}

/** Part of a body between two marks. */
interface Segment {
  /** As the mark says; `1` above the first. */
  readonly path: string
  readonly blocks: readonly Block[]
}

/** What one segment becomes: nothing is written before all of it is known. */
interface Plan {
  /** New words of lines, by number. */
  readonly lines: Map<number, string>
  readonly changes: Change[]
  readonly preface: string[]
  readonly messages: OpenMessage[]
}

class MailReader {
  private readonly lines: string[]
  private readonly numbered: readonly Line[]
  private readonly blocks: readonly Block[]
  private readonly changes: Change[] = []
  private readonly preface: string[] = []
  private readonly messages: OpenMessage[]

  constructor(private readonly input: MailInput) {
    this.lines = input.text.split('\n')
    this.numbered = splitLines(input.text)
    this.blocks = splitBlocks(this.numbered)
    this.messages = input.meta.kind === 'exhibit' ? input.meta.messages.map(openMessage) : []
  }

  read(): ReadMail {
    const {text, meta} = this.input
    const kept = this.segments().flatMap((segment) => this.readSegment(segment))
    for (const found of kept) this.reportKept(found)
    this.keepLines(kept)
    const changed = this.changes.length > 0 && meta.kind === 'exhibit'
    const preface = changed && this.preface.length > 0 ? {preface: [...(meta.preface ?? []), ...this.preface]} : {}
    const own: Meta = changed ? {...meta, ...preface, messages: this.messages.map(closeMessage)} satisfies ExhibitMeta : meta
    const joined = this.lines.join('\n')
    return {text: joined === text ? text : joined, meta: own, changes: this.changes}
  }

  private segments(): Segment[] {
    const segments: {path: string; blocks: Block[]}[] = [{path: '1', blocks: []}]
    for (const block of this.blocks) {
      const path = block.kind === 'verbatim' && block.depth === 0 ? messageMark.exec(block.lines[0]?.text ?? '')?.[1] : undefined
      if (path === undefined) segments.at(-1)?.blocks.push(block)
      else segments.push({path, blocks: []})
    }
    return segments
  }

  /** Header blocks of a segment that stay text. */
  private readSegment(segment: Segment): HeaderBlock[] {
    if (this.mayHaveMessages()) {
      const kept: HeaderBlock[] = []
      const plan = this.plan(segment, kept)
      if (plan) {
        this.apply(plan, segment)
        return kept
      }
    }
    const kept: HeaderBlock[] = []
    readMessages(segment.blocks, {judge: keeping(kept, () => false)})
    return kept
  }

  private mayHaveMessages(): boolean {
    const {meta, makesMessages} = this.input
    return makesMessages && meta.kind === 'exhibit' && paperFields.every((field) => meta[field] === undefined)
  }

  /** `undefined` where it is not certain what the text is. */
  private plan({path, blocks}: Segment, kept: HeaderBlock[]): Plan | undefined {
    const within = this.messages.length > 0
    const outer = within ? messageAt(this.messages, path) : undefined
    if (within && !outer) return undefined
    const found = readMessages(blocks, {within, judge: keeping(kept, (header, introducedBy) => hasPlainHeaders(header, this.numbered) && isCertainHeader(header, introducedBy))})
    const plan: Plan = {lines: new Map(), changes: [], preface: [], messages: []}
    const wanted = within ? (found.messages[0] as FoundMessage).parts.filter(isMessage) : found.messages
    if (wanted.length === 0) return plan
    const above = found.before.filter((block) => block.kind === 'rule' || wordsOf(block) !== '')
    if (!this.planPreface(above, plan)) return undefined
    if (outer && within) return this.planWithin(found.messages[0] as FoundMessage, {path, outer, plan})
    return wanted.every((message, index) => this.planMessage(message, {path: String(index + 1), into: plan.messages, around: undefined, plan})) ? plan : undefined
  }

  private planPreface(blocks: readonly Block[], plan: Plan): boolean {
    if (blocks.length === 0) return true
    const texts = blocks.map((block) => block.lines.map((line) => line.text.trim()).join('\n'))
    const isLines = blocks.length <= mostAbove && blocks.every((block, at) => ['paragraph', 'heading'].includes(block.kind) && (texts[at] ?? '').length <= longestAbove)
    const words = isLines && !texts.some((text) => hasMarks(text)) ? plainTexts(texts) : undefined
    if (!words) return false
    plan.preface.push(...words)
    for (const block of blocks) for (const {number} of block.lines) plan.lines.set(number, '')
    return true
  }

  /** Text of a message of the frontmatter: what is found in it comes after what it has already. */
  private planWithin(found: FoundMessage, {path, outer, plan}: {path: string; outer: OpenMessage; plan: Plan}): Plan | undefined {
    const into: OpenMessage[] = []
    const subject = subjectOf(Object.entries(outer.meta.headers).flatMap(([label, value]) => ({field: fieldOf(label) ?? 'other', value})))
    const holds = this.planParts(found, {path, first: outer.forwarded.length, subject, into, plan})
    plan.messages.push(...into)
    return holds ? plan : undefined
  }

  private planMessage(found: FoundMessage, {path, into, around, plan}: {path: string; into: OpenMessage[]; around: {readonly subject: string | undefined} | undefined; plan: Plan}): boolean {
    const headers = readHeaderWords(found.headers, this.numbered, this.input.file.path)
    if (!headers) return false
    const quoted = around !== undefined && isQuoted(found.introducedBy, around.subject)
    const message: OpenMessage = {meta: {headers: Object.fromEntries(headers.map(({label, value}) => [label, value])), ...(quoted && {quoted})}, forwarded: []}
    into.push(message)
    for (const {first, last} of found.headers) for (let line = first; line <= last; line += 1) plan.lines.set(line, '')
    plan.lines.set(found.headers[0]?.first ?? 1, `<!-- message ${path} -->`)
    plan.changes.push(...headers.map(({change}) => change))
    return this.planParts(found, {path, first: 0, subject: subjectOf(found.headers), into: message.forwarded, plan})
  }

  /** Text and messages of a message: after a message within it, its own text needs a mark, on an empty line above. */
  private planParts(found: FoundMessage, {path, first, subject, into, plan}: {path: string; first: number; subject: string | undefined; into: OpenMessage[]; plan: Plan}): boolean {
    let isBack = true
    for (const part of found.parts) {
      if (isMessage(part)) {
        if (!this.planMessage(part, {path: `${path}.${first + into.length + 1}`, into, around: {subject}, plan})) return false
        isBack = false
        continue
      }
      const start = part.lines[0]?.number ?? 1
      if (!isBack && wordsOf(part) !== '') {
        if (plan.lines.has(start - 1) || /[^\s>]/.test(this.lines[start - 2] ?? 'x')) return false
        plan.lines.set(start - 1, `<!-- message ${path} -->`)
        isBack = true
      }
    }
    this.unquote(found, plan)
    return true
  }

  /** A message takes the place of the quotation that it stands in. */
  private unquote(found: FoundMessage, plan: Plan): void {
    if (found.depth < 1) return
    const inner = found.parts.filter(isMessage).map(linesOf)
    const {first, last} = linesOf(found)
    for (let line = first; line <= last; line += 1) {
      if (plan.lines.has(line) || inner.some((one) => line >= one.first && line <= one.last)) continue
      plan.lines.set(line, unquoted(this.lines[line - 1] ?? '', found.depth))
    }
  }

  private apply(plan: Plan, {path}: Segment): void {
    for (const [line, words] of plan.lines) this.lines[line - 1] = words
    this.changes.push(...plan.changes)
    this.preface.push(...plan.preface)
    const outer = this.messages.length > 0 ? messageAt(this.messages, path) : undefined
    ;(outer?.forwarded ?? this.messages).push(...plan.messages)
  }

  private reportKept({headers}: HeaderBlock): void {
    const {file, meta} = this.input
    const [first] = headers
    const shown = headers.map(({label}) => label).slice(0, 4).join(', ')
    report(file, 'parse-mail-is-message', `Unexpected header lines of mail in the text (${shown}), expected those of a message of an exhibit`, {
      place: {file: file.path, line: first?.first ?? 1, ...(headers.length > 1 && {endLine: headers.at(-1)?.last ?? 1})},
      hint: meta.kind === 'article'
        ? 'They are printed line by line: make an exhibit of the mail if it is evidence.'
        : 'They are printed line by line, since it is not certain that they begin a message: if they do, write them under `messages` (or `forwarded`) in the frontmatter.',
    })
  }

  /** Breaks where lines of mail end that would run into one paragraph. */
  private keepLines(kept: readonly HeaderBlock[]): void {
    const ends = new Set(kept.flatMap(({headers}) => headers.flatMap(({first, last}) => [first - 1, last])))
    for (const [index, block] of this.blocks.entries()) {
      if (block.kind !== 'paragraph') continue
      block.lines.forEach((line) => {
        if (isForwardSeparator(plainWords(line.text))) ends.add(line.number - 1).add(line.number)
      })
      const introduction = (this.blocks[index + 1]?.depth ?? 0) > block.depth ? introductionLines(block.lines.slice(-3).map(({text}) => plainWords(text))) : 0
      if (introduction > 0 && this.input.meta.kind === 'article') ends.add((block.lines.at(-introduction)?.number ?? 0) - 1)
      for (const line of block.lines.slice(0, -1)) if (ends.has(line.number)) this.breakAfter(line.number)
    }
  }

  private breakAfter(number: number): void {
    const [line = '', next = ''] = [this.lines[number - 1], this.lines[number]]
    if (line.trim() === '' || next.trim() === '' || messageMark.test(next) || messageMark.test(line) || / {2}$|\\$/.test(line)) return
    this.lines[number - 1] = `${line.trimEnd()}\\`
  }
}

/** Passes on what `judge` says, and takes what stays text though it looks like the head of a mail. */
function keeping(kept: HeaderBlock[], judge: (found: HeaderBlock, introducedBy: string | undefined) => boolean) {
  return (found: HeaderBlock, introducedBy: string | undefined): boolean => {
    if (judge(found, introducedBy)) return true
    if (found.headers.length > 1 || introducedBy !== undefined) kept.push(found)
    return false
  }
}

function wordsOf(block: Block): string {
  return block.kind === 'rule' ? '' : block.lines.map(({text}) => text.trim()).join('')
}

function linesOf(found: FoundMessage): {first: number; last: number} {
  const first = found.headers[0]?.first ?? 1
  const lasts = found.parts.map((part) => (isMessage(part) ? linesOf(part).last : (part.lines.at(-1)?.number ?? first)))
  return {first, last: Math.max(found.headers.at(-1)?.last ?? first, ...lasts)}
}

function unquoted(line: string, depth: number): string {
  let text = line
  for (let level = 0; level < depth; level += 1) text = text.replace(/^ {0,3}> ?/, '')
  return text
}

function openMessage(meta: MessageMeta): OpenMessage {
  return {meta, forwarded: (meta.forwarded ?? []).map(openMessage)}
}

function closeMessage({meta, forwarded}: OpenMessage): MessageMeta {
  return {...meta, ...(forwarded.length > 0 && {forwarded: forwarded.map(closeMessage)})}
}

function messageAt(messages: readonly OpenMessage[], path: string): OpenMessage | undefined {
  let found: OpenMessage | undefined
  for (const number of path.split('.')) found = (found?.forwarded ?? messages)[Number(number) - 1]
  return found
}

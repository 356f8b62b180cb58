import type {Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {Body, Field, HeaderLine, Message} from '../model/dossier.ts'
import {isDayFirst} from '../model/day-first.ts'
import {fieldOf} from '../model/header-label.ts'
import type {Place} from '../model/place.ts'
import {readMailboxes} from '../model/read-mailboxes.ts'
import {readMoment} from '../model/read-moment.ts'
import type {Draft, ExhibitMeta, MessageMeta} from '../model/source.ts'
import {report} from '../report/report.ts'
import {checkMoment} from './check-moment.ts'
import {placeOf, placeOfWords} from './place-of.ts'

/** `<!-- message 2.1 -->`: what follows belongs to the first message forwarded in message 2. */
const mark = /^<!--\s*message\s+(\d+(?:\.\d+)*)\s*-->$/

/** A message being put together. */
interface Open {
  readonly meta: MessageMeta
  readonly path: string
  readonly parts: (Body | string)[]
}

/**
 * Takes a body apart at its message marks. Text and forwarded messages of each message stay in their order.
 *
 * Reports `resolve-message-has-headers` for a mark without header lines in the frontmatter, `resolve-date-understood`
 * and `resolve-weekday-agrees` for dates.
 */
export function splitMessages({id, draft, body}: {id: string; draft: Draft & {meta: ExhibitMeta}; body: Body}): Message[] {
  const open = new Map<string, Open>()
  enter(draft.meta.messages, '', open)
  if (open.size === 0) return []
  let path = '1'
  for (const node of body.children) {
    const next = markOf(node)
    if (next === undefined) addNode(open.get(path), node)
    else if (open.has(next)) path = goTo(next, open)
    else reportMark(draft.file, node, next)
  }
  return draft.meta.messages.map((_, index) => close({id, path: String(index + 1), open, file: draft.file, language: draft.meta.language}))
}

function enter(messages: readonly MessageMeta[], prefix: string, open: Map<string, Open>): void {
  messages.forEach((meta, index) => {
    const path = `${prefix}${index + 1}`
    open.set(path, {meta, path, parts: []})
    enter(meta.forwarded ?? [], `${path}.`, open)
  })
}

function markOf(node: RootContent): string | undefined {
  return node.type === 'html' ? mark.exec(node.value.trim())?.[1] : undefined
}

/** The first visit of a forwarded message is noted in the message around it, so that the order is kept. */
function goTo(path: string, open: Map<string, Open>): string {
  const around = open.get(path.slice(0, Math.max(0, path.lastIndexOf('.'))))
  if (around && !around.parts.includes(path)) around.parts.push(path)
  return path
}

function addNode(message: Open | undefined, node: RootContent): void {
  const last = message?.parts.at(-1)
  if (typeof last === 'object') last.children.push(node)
  else message?.parts.push({type: 'root', children: [node]} satisfies Root)
}

function close({id, path, open, file, language}: {id: string; path: string; open: Map<string, Open>; file: VFile; language: string | undefined}): Message {
  const message = open.get(path) as Open
  const headers = Object.entries(message.meta.headers).map(([label, value]) => headerLine(label, value))
  const inner = (message.meta.forwarded ?? []).map((_, index) => `${path}.${index + 1}`)
  const unseen = inner.filter((one) => !message.parts.includes(one))
  const parts = [...message.parts, ...unseen]
  const date = valueOf(headers, 'date')
  const subject = valueOf(headers, 'subject')
  const moment = date === undefined ? undefined : readMoment(date, {dotsAreDayFirst: isDayFirst({language, label: headers.find((one) => one.field === 'date')?.label})})
  if (moment) checkMoment(file, moment, {where: `in message ${path}`, place: placeOfDate(file, headers)})
  return {
    id: `${id}-message-${path.replaceAll('.', '-')}`,
    depth: path.split('.').length,
    headers,
    from: mailboxes(headers, 'from'),
    to: mailboxes(headers, 'to'),
    cc: mailboxes(headers, 'cc'),
    parts: parts.map((part) => (typeof part === 'string' ? close({id, path: part, open, file, language}) : part)),
    source: placeOf(file),
    ...(moment && {date: moment}),
    ...(subject !== undefined && {subject}),
    ...(message.meta.quoted && {quoted: true as const}),
    ...(message.meta.original && {origin: message.meta.original}),
  }
}

function headerLine(label: string, value: string): HeaderLine {
  return {field: fieldOf(label) ?? 'other', label, value, calls: []}
}

function valueOf(headers: readonly HeaderLine[], field: Field): string | undefined {
  const line = headers.find((one) => one.field === field)
  return line && withoutCalls(line.value)
}

/** The value as it is read: notes called in it are not part of its words. */
function withoutCalls(value: string): string {
  return value.replace(/\[\^[^\]\s]+\]/g, '').trim()
}

function mailboxes(headers: readonly HeaderLine[], field: Field) {
  return headers.filter((line) => line.field === field).flatMap((line) => readMailboxes(withoutCalls(line.value), {isSender: field === 'from'}))
}

function placeOfDate(file: VFile, headers: readonly HeaderLine[]): Place {
  const line = headers.find((one) => one.field === 'date')
  return placeOfWords(file, line?.value ?? '', line?.label)
}

function reportMark(file: VFile, node: RootContent, path: string): void {
  report(file, 'resolve-message-has-headers', `Unexpected mark of message ${path}, expected one of the messages in the frontmatter`, {
    place: node.position,
    hint: 'Add its header lines under `messages:` (or `forwarded:`), or correct the number in the mark.',
  })
}

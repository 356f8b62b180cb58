import type {ElementContent} from 'hast'
import type {Chapter} from '../model/book.ts'
import type {Exhibit, Field, HeaderLine, Message} from '../model/dossier.ts'
import type {Moment} from '../model/moment.ts'
import type {Bench} from './bench.ts'
import {bodyToHast, callElement, type BodyContext} from './body-to-hast.ts'
import {concerns, markOf} from './result-words.ts'
import {exhibitName, messagesOf, momentWords, zoneWords} from './words-of.ts'

/** An exhibit: number and subject, where it is cited, what the editor says of a letter, its messages with their headers, forwarded mail within. */
export function exhibitChapter(bench: Bench, exhibit: Exhibit, index: number): Omit<Chapter, 'notes'> {
  const {words, dossier} = bench
  const name = exhibitName(exhibit, words)
  let count = 0
  const context: BodyContext = {
    language: exhibit.language,
    source: exhibit.source.file,
    pictures: dossier.pictures,
    numberOf: bench.numberOf,
    headingId: () => `${exhibit.id}-heading-${++count}`,
    topLevel: 2,
    pictureMissing: words['picture-missing'] ?? '',
    differences: {there: words['copy-there'] ?? '', leftOut: words['copy-left-out'] ?? '', added: words['copy-added'] ?? '', many: words['copy-many'] ?? ''},
  }
  const slots: Record<string, ElementContent[]> = {}
  const view = {
    id: exhibit.id,
    titleId: `${exhibit.id}-title`,
    name,
    title: exhibit.title,
    citedBy: exhibit.citedBy.map((id) => ({id})),
    quotedBy: dossier.quotations.filter((one) => concerns(one, exhibit)).map((one) => markOf(one, exhibit, bench)),
    paraphrasedBy: dossier.paraphrases.filter((one) => one.exhibit === exhibit.id).map(({id}) => ({id})),
    paper: (exhibit.paper?.fields ?? []).map(({field, value}) => ({
      field: words[`field-${field}`] ?? field,
      pieces: piecesOfLine(field, value),
      reading: field === 'date' && exhibit.paper?.date ? readingOf(exhibit.paper.date, value, words) : '',
    })),
    preface: exhibit.preface,
    messages: exhibit.messages.map((message, at) => messageView({message, at, bench, context, slots, alone: exhibit.messages.length === 1})),
    body: exhibit.body !== undefined,
  }
  if (exhibit.body) slots['body'] = bodyToHast(exhibit.body.children, context)
  return {
    id: exhibit.id,
    kind: 'exhibit',
    part: 'body',
    runningHead: {part: words['part-exhibits'] ?? '', chapter: `${name}\u2002${exhibit.title}`.trim()},
    starts: index === 0 ? 'right' : 'next',
    language: exhibit.language,
    title: `${name} ${exhibit.title}`.trim(),
    body: bench.fill('exhibit', view, slots),
  }
}

interface MessageInput {
  readonly message: Message
  /** Its place among its siblings, from 0. */
  readonly at: number
  readonly bench: Bench
  readonly context: BodyContext
  readonly slots: Record<string, ElementContent[]>
  /** True when it has no siblings: it then needs no heading. */
  readonly alone: boolean
}

function messageView(input: MessageInput): object {
  const {message, at, bench, context, slots, alone} = input
  const forwarded = message.depth > 1
  const headed = forwarded || !alone
  // No level of headings is passed over: where the message has none, one forwarded in it takes the level.
  const level = Math.min(6, message.depth + (alone ? 0 : 1))
  return {
    id: message.id,
    forwarded,
    headed,
    level: {two: level === 2, three: level === 3, deeper: level > 3},
    headingId: `${message.id}-title`,
    heading: forwarded ? (bench.words[message.quoted ? 'quoted-message' : 'forwarded-message'] ?? '') : (bench.words['message-number'] ?? '').replace('{}', String(at + 1)),
    copy: copyView(message, bench),
    headers: message.headers.map((line, index) => headerView(line, `${message.id}-header-${index + 1}`, input)),
    parts: message.parts.map((part, index) => {
      if ('type' in part) {
        const slot = `${message.id}-part-${index + 1}`
        slots[slot] = bodyToHast(part.children, {...context, topLevel: Math.min(6, headed ? level + 1 : 2)})
        return {slot, message: undefined}
      }
      return {slot: '', message: messageView({...input, message: part, at: 0})}
    }),
  }
}

/** The message that one is a copy of, and whether its words are the same. */
function copyView({copyOf, differs}: Message, {dossier, words}: Bench): object | undefined {
  const exhibit = dossier.exhibits.find((one) => messagesOf(one).some(({id}) => id === copyOf))
  const place = exhibit?.messages.findIndex(({id}) => id === copyOf) ?? -1
  if (copyOf === undefined || !exhibit) return undefined
  const number = exhibit.messages.length > 1 && place >= 0 ? `${words['comma'] ?? ', '}${(words['message-number'] ?? '').replace('{}', String(place + 1))}` : ''
  return {id: copyOf, name: `${exhibitName(exhibit, words)}${number}`, differs: differs === true}
}

const fieldsWithMailboxes = new Set<Field | 'paper'>(['from', 'to', 'cc', 'bcc', 'reply-to'])

/** A header line: the reader's word for its field, the label as it stands, the value with its redactions visible. */
function headerView(line: HeaderLine, slot: string, {message, bench, slots}: MessageInput): object {
  const word = line.field === 'other' ? line.label : (bench.words[`field-${line.field}`] ?? line.label)
  const date = line.field === 'date' ? message.date : undefined
  const anchor: ElementContent = {type: 'element', tagName: 'span', properties: {className: ['anchor'], id: slot}, children: []}
  slots[slot] = [...(bench.headerAnchors.has(slot) ? [anchor] : []), ...line.calls.map((call) => callElement(call, bench))]
  return {
    field: word,
    label: word === line.label || word === line.label.replace(/\s/g, '') ? '' : line.label,
    pieces: piecesOfLine(line.field, line.value),
    reading: date ? readingOf(date, line.value, bench.words) : '',
    subject: line.field === 'subject',
    slot,
  }
}

/** The date in digits and the state of its zone, where the words do not say the same. */
function readingOf(date: Moment, value: string, words: Bench['words']): string {
  return [momentWords(date, words), zoneWords(date, words)].filter((one) => one !== '' && one !== value).join(words['comma'] ?? ', ')
}

function piecesOfLine(field: Field | 'paper', value: string): ReturnType<typeof piecesOf> {
  return fieldsWithMailboxes.has(field) ? piecesOf(value) : [{text: value, redacted: false, nameless: false}]
}

/** Text and blanked addresses (`<>`) of a line of mailboxes, in order; `nameless` where no name stands before one. */
function piecesOf(value: string): {text: string; redacted: boolean; nameless: boolean}[] {
  const texts = value.split(/<\s*>?(?=\s*(?:[,;，；、]|$))/)
  return texts.flatMap((text, index) => {
    const piece = {text, redacted: false, nameless: false}
    if (index === texts.length - 1) return text === '' ? [] : [piece]
    const nameless = !/[\p{L}\p{N}]/u.test(text.slice(Math.max(text.lastIndexOf(','), text.lastIndexOf(';')) + 1))
    return [piece, {text: '', redacted: true, nameless}]
  })
}

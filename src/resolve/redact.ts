import {VFile} from 'vfile'
import type {ImportedChange} from '../model/change.ts'
import type {Lists} from '../model/lists.ts'
import {isRedactedWhole, redactorFor, type Redactor} from '../model/redaction.ts'
import type {Draft, ExhibitMeta, MessageMeta} from '../model/source.ts'
import {report} from '../report/report.ts'
import {checkRedacted} from './check-redacted.ts'
import {headerLines, type LineOfHeader} from './header-lines.ts'
import {redactTree} from './redact-tree.ts'
import {lineOfText, RedactionJournal} from './redaction-journal.ts'
import type {ResolveInput} from './resolve-dossier.ts'

/** Fields that name files, kinds, numbers and languages: they are not printed, or as what they are. */
const kept = new Set(['kind', 'number', 'language', 'for', 'original'])

/** The input without the words to be taken out, and where they were. */
export interface RedactedInput {
  readonly input: ResolveInput
  readonly journal: RedactionJournal
}

/**
 * Takes the editor's redactions out of everything before anything is made of it: bodies, also across emphasis and links,
 * addresses, headers, titles, lists and the log of changes. What is left of the settings does not hold the words either.
 *
 * Reports `resolve-redaction-found` for one that stands nowhere: it would seem done, and is not; and what stays, as
 * {@link checkRedacted} does.
 */
export function redactInput(input: ResolveInput): RedactedInput {
  const journal = new RedactionJournal()
  const {redactions = [], ...settings} = input.settings
  if (redactions.length === 0) return {input, journal}
  const redactor = redactorFor(redactions)
  const {title, subtitle, editor} = settings
  const printed = Object.fromEntries(Object.entries({title, subtitle, editor}).filter(([, value]) => value !== undefined))
  const redacted: ResolveInput = {
    ...input,
    settings: {...settings, ...redactFields(printed, {redactor, journal, file: input.file})},
    drafts: input.drafts.map((draft) => redactDraft(draft, redactor, journal)),
    changes: input.changes.map((one) => ({...one, before: redactor.redact(one.before), after: redactor.redact(one.after)})),
    ...(input.edits && {edits: input.edits.map((one) => ({...one, before: redactor.redact(one.before), after: redactor.redact(one.after), reason: redactor.redact(one.reason)}))}),
    ...(input.lists && {lists: redactLists(input.lists, redactor, journal)}),
  }
  redactions.forEach(({place}, index) => {
    if (journal.entries.some(({of}) => of.includes(index))) return
    report(input.file, 'resolve-redaction-found', `Unexpected redaction ${index + 1} that stands nowhere in the sources, expected words as they stand`, {place, hint: 'Copy the words from the source; spaces, hyphens, quotation marks and capitals need not be the same. One short word must stand there as a whole word.'})
  })
  checkRedacted({given: input, redacted, redactions, redactor})
  return {input: redacted, journal}
}

interface FieldOptions {
  readonly redactor: Redactor
  readonly journal: RedactionJournal
  readonly file: VFile
  readonly first?: number
}

/** Every text in plain data, names of files aside; keys too, since labels of headers are keys. */
function redactFields(data: object, {redactor, journal, file, first}: FieldOptions): object {
  const redact = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') {
      for (const {of} of redactor.rangesIn(value)) journal.add({of, file: file.path, line: lineOfText(file, value, {redactor, label: field, ...(first !== undefined && {first})}), field})
      return redactor.redact(value)
    }
    if (Array.isArray(value)) return value.map((one: unknown) => redact(one, field))
    if (typeof value !== 'object' || value === null || value instanceof VFile) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isKept(key, one) ? (one as unknown) : redact(one, field || key)]))
  }
  return redact(data, '') as object
}

function isKept(key: string, value: unknown): boolean {
  // The `place` of an article is a word, that of an entry a place in a file.
  if (key === 'place') return typeof value !== 'string'
  return kept.has(key) || (key === 'cover' && typeof value === 'string' && !/^[a-z]+:/i.test(value))
}

function redactDraft(draft: Draft, redactor: Redactor, journal: RedactionJournal): Draft {
  const {file, meta} = draft
  const tree = structuredClone(draft.tree)
  const options = {redactor, journal, file}
  if (meta.kind !== 'exhibit') {
    const own = redactFields(meta, options) as typeof meta
    redactTree(tree, options)
    return {...draft, meta: own, tree}
  }
  const {messages, ...rest} = meta
  const own = {...(redactFields(rest, options) as typeof rest), messages: redactMessages(messages, '', {...options, lineOf: headerLines(file)})} satisfies ExhibitMeta
  redactTree(tree, options)
  return {...draft, meta: own, tree}
}

function redactMessages(messages: readonly MessageMeta[], prefix: string, options: FieldOptions & {readonly lineOf: LineOfHeader}): MessageMeta[] {
  const {redactor, journal, file, lineOf} = options
  return messages.map((message, at) => {
    const path = `${prefix}${at + 1}`
    const headers = Object.entries(message.headers).map(([label, value], index) => {
      for (const {of} of [label, value].flatMap((text) => redactor.rangesIn(text))) journal.add({of, file: file.path, line: lineOf(path, index), header: {path, index}})
      return [redactor.redact(label), redactor.redact(value)] as const
    })
    return {...message, headers: Object.fromEntries(headers), ...(message.forwarded && {forwarded: redactMessages(message.forwarded, `${path}.`, options)})}
  })
}

/** People and terms of whom no word is left are no entries any more. */
function redactLists(lists: Lists, redactor: Redactor, journal: RedactionJournal): Lists {
  const redactAll = <T extends {readonly place: {readonly file: string; readonly line: number}}>(entries: readonly T[]): T[] => entries.map((one) => {
    const file = lists.files.find(({path}) => path === one.place.file) ?? new VFile({path: one.place.file})
    return redactFields(one, {redactor, journal, file, first: one.place.line}) as T
  })
  return {
    people: redactAll(lists.people).filter(({name}) => !isRedactedWhole(name)).map((one) => ({...one, also: one.also.filter((spelling) => !isRedactedWhole(spelling))})),
    events: redactAll(lists.events),
    terms: redactAll(lists.terms).filter(({term}) => !isRedactedWhole(term)).map((one) => ({...one, also: one.also.filter((word) => !isRedactedWhole(word))})),
    ...(lists.paraphrases && {paraphrases: redactAll(lists.paraphrases)}),
    ...(lists.imported && {imported: lists.imported.map(withoutLetters)}),
    files: lists.files,
  }
}

/** The few letters around a change may be a part of what is taken out, which nobody could find. */
function withoutLetters(change: ImportedChange): ImportedChange {
  const strip = (text: string): string => text.replace(/[\p{L}\p{N}]+/gu, '…')
  return {...change, before: strip(change.before), after: strip(change.after)}
}

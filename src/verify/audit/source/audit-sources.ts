import type {VFile} from 'vfile'
import type {AuditedSources} from '../../../model/audit-summary.ts'
import type {Book, BookNote, Chapter} from '../../../model/book.ts'
import type {Change} from '../../../model/change.ts'
import type {Dossier} from '../../../model/dossier.ts'
import {mailHeaders} from '../../../model/mail/mail-headers.ts'
import {redactorFor, type Redactor, type Sought} from '../../../model/redaction.ts'
import {report} from '../../../report/report.ts'
import {faultOfOurs, quoted} from '../audit-pdf.ts'
import {countCharacters} from '../compare-texts.ts'
import {isUnseen, type TextStream} from '../text-stream.ts'
import {changeStock, type ChangeStock} from './change-stock.ts'
import {allWords, chapterItems, noteWords, type CallHere, type ChapterItem, type PictureHere} from './chapter-items.ts'
import {explainBlock} from './explain-block.ts'
import {readSourceText, type SourceText} from './read-source-text.ts'
import {articleItems, exhibitItems, isNamed, sourcesOfChapters, type SourceItem} from './source-items.ts'
import {lineAt, type SourceBlock} from './source-block.ts'

/** What is compared. */
export interface SourcesAuditInput {
  readonly dossier: Dossier
  readonly book: Book
  /** Every file that was read. */
  readonly files: readonly VFile[]
  /** Words that the editor took out. */
  readonly redactions: readonly Sought[]
  /** True when templates of the source folder make the chapters: then it is not known what they add, and that is not judged. */
  readonly hasOwnTemplates: boolean
}

/**
 * Proves that the book has every character of the sources, in order, no more and no fewer, but for what the editorial log
 * says: each source is read again from its bytes, and each entry of the log must be found in its line.
 *
 * Reports `verify-audit-source-text` and `verify-audit-log` on the sources.
 */
export function auditSources(input: SourcesAuditInput): AuditedSources {
  const {dossier, book, files} = input
  const audit = new Audit(input)
  const chapters = sourcesOfChapters(dossier)
  for (const chapter of book.chapters) {
    const source = chapters.get(chapter.id)
    const file = source && files.find(({path}) => path === source.path)
    if (source && file) audit.chapter(chapter, file, source)
  }
  for (const path of new Set(dossier.notes.filter(({kind}) => kind === 'editor').map(({source}) => source.file))) {
    const file = files.find((one) => one.path === path)
    if (file) audit.editorNotes(file)
  }
  return audit.finish()
}

class Audit {
  readonly #dossier: Dossier
  readonly #book: Book
  readonly #notes: ReadonlyMap<string, BookNote>
  readonly #changesOf: ReadonlyMap<string, readonly Change[]>
  readonly #redactor: Redactor | undefined
  readonly #isLoose: boolean
  readonly #rules = new Set<string>()
  #characters = 0
  #blocks = 0
  #changed = 0
  #unexplained = 0

  constructor({dossier, book, redactions, hasOwnTemplates}: SourcesAuditInput) {
    this.#dossier = dossier
    this.#book = book
    this.#redactor = redactions.length > 0 ? redactorFor(redactions) : undefined
    this.#isLoose = hasOwnTemplates
    this.#notes = new Map(book.chapters.flatMap(({notes}) => notes.map((note) => [note.id, note] as const)))
    const changes = new Map<string, Change[]>()
    for (const change of dossier.changes) changes.set(change.place.file, [...(changes.get(change.place.file) ?? []), change])
    this.#changesOf = changes
  }

  chapter(chapter: Chapter, file: VFile, {kind, title}: {kind: 'article' | 'exhibit'; title: string}): void {
    const own = this.#changesOf.get(file.path) ?? []
    const headers = own.filter(({rule}) => rule === mailHeaders)
    this.#noteChanges(headers)
    const text = readSourceText(String(file), kind === 'exhibit', headers.map(({place}) => place))
    const expected = kind === 'article' ? articleItems(text, title) : exhibitItems(text)
    const hasTitle = expected.some(({role}) => role === 'title')
    const printed = chapterItems(chapter, this.#book.words).filter(({role}) => hasTitle || role !== 'title')
    const items = headers.length > 0 ? joinBodies(printed) : printed
    const task: Task = {file, where: `“${chapter.title}”`, stock: changeStock(own.filter(({rule}) => rule !== mailHeaders)), called: new Map()}
    if (this.#isLoose) return this.#looseChapter(chapter, expected, task)
    for (const [index, item] of expected.entries()) {
      const found = items[index]
      if (found?.role !== item.role) return this.#lost(item, found?.stream.text ?? '', task)
      this.#item(item, found.stream, task)
    }
    const more = items[expected.length]
    if (more) return this.#complain(task, {line: 1, found: more.stream.text, expected: '', rest: ''})
    this.#authorNotes(text, task)
    this.#leftChanges(task, [...text.notes].flatMap(([name, blocks]) => (task.called.has(name) ? [] : blocks)))
  }

  /** A chapter that may have anything between the blocks of its source; each of them it must have, in order. */
  #looseChapter(chapter: Chapter, expected: readonly SourceItem[], task: Task): void {
    const {text} = allWords(chapter)
    let from = 0
    // Labels and blanked addresses are shown in other words.
    for (const block of expected.flatMap(({role, blocks}) => (role === 'label' ? [] : blocks))) {
      if (block.text.trim() === '' || block.text.includes('<>')) continue
      this.#count(block)
      const end = this.#find(block, text, from, task)
      if (end === undefined) return this.#complain(task, {line: block.line, found: text.slice(from), expected: block.text, rest: ''})
      from = end
    }
  }

  #find(block: SourceBlock, text: string, from: number, {stock}: Task): number | undefined {
    for (let start = from; start <= text.length; start = nextStart(text, start)) {
      const {end, changes, parted} = explainBlock(block, {book: text, from: start, stock, ...(this.#redactor && {redactor: this.#redactor})})
      if (!parted) {
        this.#noteChanges(changes)
        return end
      }
      changes.forEach((change) => stock.put(change))
    }
    return undefined
  }

  #count({text}: SourceBlock): void {
    this.#blocks++
    this.#characters += countCharacters(text)
  }

  #noteChanges(changes: readonly Change[]): void {
    this.#changed += changes.length
    for (const {rule} of changes) this.#rules.add(rule)
  }

  editorNotes(file: VFile): void {
    const {parts} = readSourceText(String(file), false)
    const task: Task = {file, where: 'the notes', stock: changeStock(this.#changesOf.get(file.path) ?? []), called: new Map()}
    const entries = new Map<number, SourceBlock[]>()
    let entry: SourceBlock[] = []
    for (const block of parts.flatMap(({blocks}) => blocks)) {
      if (block.quotation === undefined) entry.push(block)
      else entries.set(block.quotation, entry = entries.get(block.quotation) ?? [])
    }
    for (const note of this.#dossier.notes) {
      const own = note.kind === 'editor' && note.first === undefined && note.source.file === file.path ? entries.get(note.source.line) : undefined
      const printed = this.#notes.get(note.id)
      if (!own || !printed) continue
      const stock = changeStock(this.#changesOf.get(file.path) ?? [])
      this.#item({role: 'body', blocks: own}, noteWords(printed, this.#book.words), {...task, stock})
      this.#noteChanges(stock.left().filter((change) => isQuietChange(change) && own.some((block) => isIn(block, change))))
    }
  }

  /** Notes of a source, those called within notes included; one that nothing calls was complained of before. */
  #authorNotes({notes}: SourceText, task: Task): void {
    const done = new Set<string>()
    for (let more = true; more;) {
      more = false
      for (const [name, id] of [...task.called]) {
        if (done.has(name)) continue
        done.add(name)
        more = true
        const printed = this.#notes.get(id)
        const blocks = notes.get(name)
        if (printed && blocks) this.#item({role: 'body', blocks}, noteWords(printed, this.#book.words), {...task, where: `note ${printed.label}`})
      }
    }
  }

  #item({role, blocks}: SourceItem, stream: TextStream, task: Task): void {
    let at = 0
    const {text} = stream
    const calls = stream.notes.flatMap(({at: place, what}) => (isAuthorCall(what, this.#notes) ? [{at: place, note: what.calls}] : []))
    let nextCall = 0
    for (const block of blocks) {
      this.#count(block)
      if (role === 'label') {
        if (!isNamed(text, this.#redact(block.text), this.#book.words)) this.#complain(task, {line: block.line, found: text, expected: block.text, rest: ''})
        return
      }
      const isEmpty = block.text.trim() === ''
      if (!isEmpty && (text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x20)) at++
      const {end, changes, calls: placed, parted} = explainBlock(block, {book: text, from: at, stock: task.stock, ...(this.#redactor && {redactor: this.#redactor})})
      this.#noteChanges(changes)
      if (parted) return this.#complain(task, {line: lineAt(block, parted.at), found: text.slice(parted.found), expected: block.text.slice(parted.at), rest: ''})
      at = end
      placed.forEach((place, index) => {
        const call = calls[nextCall++]
        const name = block.calls[index]?.name ?? ''
        if (!call || Math.abs(call.at - place) > 1) this.#complain(task, {line: lineAt(block, block.calls[index]?.at ?? 0), found: call ? 'a call elsewhere' : 'no call', expected: `the call of note “${name}” here`, rest: ''})
        else if ((task.called.get(name) ?? call.note) !== call.note) this.#complain(task, {line: block.line, found: `a call of ${call.note}`, expected: `one of note “${name}”`, rest: ''})
        else task.called.set(name, call.note)
      })
    }
    if (at < text.length) this.#complain(task, {line: blocks.at(-1)?.endLine ?? 1, found: text.slice(at), expected: '', rest: ''})
    if (calls.length > nextCall) this.#complain(task, {line: blocks[0]?.line ?? 1, found: `a call of ${calls[nextCall]?.note ?? ''}`, expected: '', rest: ''})
    this.#pictures(blocks, stream, task)
  }

  #pictures(blocks: readonly SourceBlock[], {notes}: TextStream, task: Task): void {
    const found = notes.flatMap(({what}) => (isPicture(what) ? [what.picture] : []))
    const expected = blocks.flatMap((block) => block.pictures.map(({alt, address}) => ({alt: this.#redact(alt), address: this.#isHeld(address) ? '' : address, line: block.line})))
    expected.forEach(({alt, address, line}, index) => {
      const there = found[index]
      if (there === undefined || !(there === alt || (there.includes(alt) && there.includes(address)))) this.#complain(task, {line, found: there ?? '', expected: alt || address, rest: ''})
    })
    if (found.length > expected.length) this.#complain(task, {line: 1, found: `the picture ${found[expected.length] ?? ''}`, expected: '', rest: ''})
  }

  #redact(words: string): string {
    return this.#redactor?.redact(words) ?? words
  }

  #isHeld(address: string): boolean {
    return this.#redactor !== undefined && this.#redactor.heldBy(address).length > 0
  }

  /** Every entry of the log must have been met; one in words that are not printed (notes that nothing calls) has none to meet. */
  #leftChanges({file, stock}: Task, unprinted: readonly SourceBlock[]): void {
    const printed = stock.left().filter((change) => !unprinted.some((block) => isIn(block, change)))
    this.#noteChanges(printed.filter(isQuietChange))
    const left = printed.find((change) => !isQuietChange(change))
    if (!left || this.#redactor) return
    this.#unexplained++
    report(file, 'verify-audit-log', `Unexpected entry of the editorial log, “${left.before}” to “${left.after}” (${left.rule}), expected the text to be changed so in this line`, {place: left.place, hint: faultOfOurs})
  }

  #lost({blocks}: SourceItem, found: string, task: Task): void {
    const [first] = blocks
    this.#complain(task, {line: first?.line ?? 1, found, expected: first?.text ?? '', rest: ''})
  }

  #complain({file, where}: Task, {line, found, expected, rest}: {line: number; found: string; expected: string; rest: string}): void {
    this.#unexplained += Math.max(1, Math.abs(countCharacters(expected) - countCharacters(found)))
    report(file, 'verify-audit-source-text', `Unexpected ${quoted(found, rest)} in ${where} of the book, expected ${quoted(expected.slice(0, 60), rest)} as in the source`, {place: {file: file.path, line}, hint: faultOfOurs})
  }

  finish(): AuditedSources {
    return {
      characters: this.#characters,
      blocks: this.#blocks,
      found: Math.max(0, this.#characters - this.#unexplained),
      changed: this.#changed,
      rules: this.#rules.size,
      unexplained: this.#unexplained,
    }
  }
}

interface Task {
  readonly file: VFile
  /** What is looked at, for a complaint. */
  readonly where: string
  readonly stock: ChangeStock
  /** Note of the book that each name of the source stands for, as far as its calls say. */
  readonly called: Map<string, string>
}

/** Texts that follow each other as one: a message that its header lines set off in the text ends without a mark in the source. */
function joinBodies(items: readonly ChapterItem[]): ChapterItem[] {
  const joined: ChapterItem[] = []
  for (const item of items) {
    const last = joined.at(-1)
    if (item.role !== 'body' || last?.role !== 'body') joined.push(item)
    else joined[joined.length - 1] = {role: 'body', stream: joinStreams(last.stream, item.stream)}
  }
  return joined
}

function joinStreams(one: TextStream, other: TextStream): TextStream {
  const gap = one.text === '' || other.text === '' ? '' : '\n'
  const from = one.text.length + gap.length
  return {text: one.text + gap + other.text, notes: [...one.notes, ...other.notes.map(({at, what}) => ({at: at + from, what}))]}
}

function isAuthorCall(what: unknown, notes: ReadonlyMap<string, BookNote>): what is CallHere {
  return typeof what === 'object' && what !== null && 'calls' in what && notes.get((what as CallHere).calls)?.kind === 'author'
}

function isPicture(what: unknown): what is PictureHere {
  return typeof what === 'object' && what !== null && 'picture' in what
}

/** The next place where a word begins that a block may begin with. */
function nextStart(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at - 1)
    if (code === 0x20 || code === 0x0a) return at
  }
  return text.length + 1
}

/** Only white space or what paints nothing became less: of it nothing is to be seen in the book. */
function isQuietChange({before, after}: Change): boolean {
  return isUnseen(before + after)
}

function isIn({line, endLine}: SourceBlock, {place}: Change): boolean {
  return place.line >= line && place.line <= endLine
}

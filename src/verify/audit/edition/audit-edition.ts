import type {VFile} from 'vfile'
import type {AuditedOutput} from '../../../model/audit-summary.ts'
import type {Book, BookNote, Chapter} from '../../../model/book.ts'
import {markupText} from '../../../model/markup-text.ts'
import type {PageStart} from '../../../model/page-start.ts'
import type {FileContent} from '../../../model/world.ts'
import {report} from '../../../report/report.ts'
import {faultOfOurs, quoted} from '../audit-pdf.ts'
import {compareTexts, countCharacters} from '../compare-texts.ts'
import type {SourceOf} from '../source-finder.ts'
import {bareInPrint, type TextStream} from '../text-stream.ts'
import {furnitureTroubles} from './furniture-troubles.ts'
import {readTextFiles, type TextFile, type TreeNode} from './edition-tree.ts'
import {expectedChapter, expectedNote, foliosByAnchor, type PictureHere} from './expected-edition.ts'
import {foundChapter, type FoundChapter, type PageMark} from './found-edition.ts'

/** What must be known besides the files of an edition to prove that it has the whole book. */
export interface EditionAuditExpectations {
  readonly book: Book
  /** Where pages of the print begin; none: the edition names places in other ways. */
  readonly pages: readonly PageStart[]
  /** First words of the text on each page of the print, by folio, as they were read from the PDF. */
  readonly pageWords: ReadonlyMap<string, string>
  readonly sourceOf: SourceOf
}

/**
 * Proves that an edition has every character of the book, in order, no more and no fewer: each chapter and each note, and
 * of what is added (titles and labels of notes, ways back, the frame of a page) that it is made of words of the
 * interface. Marks of pages must stand where the pages of the print begin.
 *
 * Reports `verify-audit-edition-text` and `verify-audit-edition-pages`.
 */
export function auditEdition(files: readonly FileContent[], expectations: EditionAuditExpectations, file: VFile): AuditedOutput {
  const texts = readTextFiles(files)
  const audit = new EditionAudit(expectations, file)
  const notesShown = new Set<string>()
  const isOnePage = texts.length === 1 && expectations.book.chapters.length > 1
  for (const chapter of expectations.book.chapters) {
    const at = sectionOf(texts, chapter, isOnePage)
    // On one page each note stands once; a file has its own.
    const notes = chapter.notes.filter(({id}) => !isOnePage || !notesShown.has(id))
    for (const {id} of notes) notesShown.add(id)
    audit.chapter(chapter, {notes, isOnePage, ...(at && {at})})
  }
  for (const one of texts) audit.frame(one, isOnePage)
  return audit.finish()
}

/** The section of a chapter and the file that it is in. */
function sectionOf(texts: readonly TextFile[], {id, kind}: Chapter, isOnePage: boolean): {section: TreeNode; path: string} | undefined {
  for (const {path, body} of texts) {
    const section = find(body, (node) => isOnePage ? node.id === id && (node.tag === 'section' || node.tag === 'nav') : node.tag === 'section' && (node.id === id || node.classes.includes(`chapter-${kind}`) && path.replace(/^.*\//, '').startsWith(`${id}.`)))
    if (section) return {section, path}
  }
  return undefined
}

function find(node: TreeNode, fits: (node: TreeNode) => boolean): TreeNode | undefined {
  if (fits(node)) return node
  for (const child of node.children) {
    const found = find(child, fits)
    if (found) return found
  }
  return undefined
}

class EditionAudit {
  readonly #expectations: EditionAuditExpectations
  readonly #file: VFile
  readonly #folios: ReadonlyMap<string, string> | undefined
  readonly #interface: ReadonlySet<string>
  readonly #marked: string[] = []
  #characters = 0
  #found = 0
  #unexplained = 0

  constructor(expectations: EditionAuditExpectations, file: VFile) {
    this.#expectations = expectations
    this.#file = file
    this.#folios = expectations.pages.length > 0 ? foliosByAnchor(expectations.book, expectations.pages) : undefined
    this.#interface = new Set([...wordsOfInterface(expectations.book)].map((words) => markupText(words).replace(/\s+/g, ' ').trim()))
  }

  chapter(chapter: Chapter, {notes, at, isOnePage}: {notes: readonly BookNote[]; isOnePage: boolean; at?: {section: TreeNode; path: string}}): void {
    const where = `“${chapter.title}”`
    if (!at) return this.#lost(chapter, where)
    const found = foundChapter(at.section, this.#folios !== undefined)
    this.#compare(chapter, {expected: expectedChapter(chapter, this.#folios), found: found.text, where: `${where} in ${at.path}`})
    notes.forEach((note, index) => this.#note(chapter, note, {found, index, path: at.path, isOnePage}))
    for (const more of found.notes.slice(notes.length)) this.#complain(chapter, `Unexpected note ${more.label}, ${quoted(more.text.text, '')} in ${at.path}, expected ${notes.length} notes in ${where}`, countCharacters(more.text.text))
    // Lines that lead to the lists are judged with their places.
    for (const {classes, words} of found.added) if (!classes.includes('see-also') && !this.#isOfInterface(words, notes)) this.#complain(chapter, `Unexpected ${quoted(words, '')} added to ${where} in ${at.path}, expected words of the interface`, countCharacters(words))
    for (const {words} of doubled(found.added)) this.#complain(chapter, `Unexpected second ${quoted(words, '')} added to ${where} in ${at.path}, expected it once`, countCharacters(words))
    if (this.#folios) this.#pages(chapter, found, at.path)
  }

  #note(chapter: Chapter, note: BookNote, {found, index, path, isOnePage}: {found: FoundChapter; index: number; path: string; isOnePage: boolean}): void {
    const there = found.notes[index]
    const where = `note ${note.label} of “${chapter.title}” in ${path}`
    if (!there) return this.#complain(chapter, `Unexpected lack of ${where}`, 1)
    if (there.label !== note.label) this.#complain(chapter, `Unexpected label ${quoted(there.label, '')} at ${where}`, 1)
    if (!isWaysBack(there.waysBack, {note, isOnePage, words: this.#expectations.book.words})) this.#complain(chapter, `Unexpected ways back ${quoted(there.waysBack.join(' '), '')} of ${where}, expected ${note.calls.length}`, 1)
    this.#compare(chapter, {expected: expectedNote(note, this.#folios), found: there.text, where})
  }

  #compare(chapter: Chapter, {expected, found, where}: {expected: TextStream; found: TextStream; where: string}): void {
    const {found: same, unexplained, difference} = compareTexts(expected.text, found.text)
    this.#characters += countCharacters(expected.text)
    this.#found += same
    if (difference) {
      this.#complain(chapter, `Unexpected ${quoted(difference.found, found.text.slice(difference.foundAt))} in ${where}, expected ${quoted(difference.expected, expected.text.slice(difference.expectedAt))}`, unexplained)
      return
    }
    const [wanted, there] = [picturesOf(expected), picturesOf(found)]
    if (wanted.join('\n') !== there.join('\n')) this.#complain(chapter, `Unexpected pictures in ${where}: ${there.join(', ') || 'none'}; expected ${wanted.join(', ') || 'none'}`, 1)
  }

  /** Marks of pages stand where these pages of the print begin, or before the heading, link or number that they would part. */
  #pages(chapter: Chapter, {text, notes}: FoundChapter, path: string): void {
    const starts = this.#expectations.pages.filter((one) => one.chapter === chapter.id)
    const marks = text.notes.flatMap(({at, what}) => (isMark(what) ? [{at, folio: what.folio}] : []))
    this.#marked.push(...marks.map(({folio}) => folio))
    if (marks.map(({folio}) => folio).join(' ') !== starts.map(({folio}) => folio).join(' ')) {
      return this.#wrongPage(chapter, `Unexpected marks of the pages ${marks.map(({folio}) => folio).join(', ') || 'none'} in ${path}, expected ${starts.map(({folio}) => folio).join(', ')}`)
    }
    for (const {at, folio} of marks) {
      const words = this.#expectations.pageWords.get(folio)
      const isWhole = at + mostBefore + 60 >= text.text.length
      const following = isWhole ? notes.map((note) => inLetters(note.label + note.text.text)) : []
      const there = inLetters(text.text.slice(at, at + mostBefore + 60))
      if (words !== undefined && !holdsBeginning(there, inLetters(words), following)) this.#wrongPage(chapter, `Unexpected ${quoted(text.text.slice(at, at + 30), '')} behind the mark of page ${folio} in ${path}, expected ${quoted(words, '')}, with which that page begins in print`)
    }
  }

  #isOfInterface(words: string, notes: readonly BookNote[]): boolean {
    const labels = new Set(notes.map(({label}) => label))
    return splitWords(words, (one) => this.#interface.has(one) || labels.has(one) || /^[↑\d]+$/.test(one))
  }

  /** What stands in a file beside its chapters. */
  frame({path, body}: TextFile, isOnePage: boolean): void {
    const ids = new Set(this.#expectations.book.chapters.map(({id}) => id))
    const seen = new Set<string>()
    const walk = (node: TreeNode): void => {
      if (node.tag === '' ? node.text.trim() === '' : node.tag === 'script' || node.tag === 'style' || node.tag === 'template') return
      if ((node.tag === 'section' || node.tag === 'nav') && (ids.has(node.id) || node.classes.includes('chapter'))) return
      if (node.tag !== '') return node.children.forEach(walk)
      const words = node.text.replace(/\s+/g, ' ').trim()
      if (!this.#interface.has(words) || seen.has(words)) this.#complain(undefined, `Unexpected ${quoted(words, '')} beside the chapters in ${path}, expected words of the interface, each once`, countCharacters(words))
      seen.add(words)
    }
    walk(body)
    for (const {words, expected} of furnitureTroubles(body, {book: this.#expectations.book, isOnePage})) this.#complain(undefined, `Unexpected ${quoted(words, '')} in ${path}, expected ${expected}`, countCharacters(words))
  }

  #lost(chapter: Chapter, where: string): void {
    const text = expectedChapter(chapter, this.#folios).text
    this.#characters += countCharacters(text)
    this.#complain(chapter, `Unexpected lack of the chapter ${where}`, Math.max(1, countCharacters(text)))
  }

  #wrongPage(chapter: Chapter, says: string): void {
    const source = this.#expectations.sourceOf(chapter)
    report(source?.file ?? this.#file, 'verify-audit-edition-pages', says, {place: source?.place, hint: faultOfOurs})
  }

  #complain(chapter: Chapter | undefined, says: string, characters: number): void {
    this.#unexplained += Math.max(1, characters)
    const source = chapter && this.#expectations.sourceOf(chapter)
    report(source?.file ?? this.#file, 'verify-audit-edition-text', says, {place: source?.place, hint: faultOfOurs})
  }

  finish(): AuditedOutput {
    return {characters: this.#characters, found: this.#found, unexplained: this.#unexplained}
  }
}

/** A mark stands before what it would part: by so many characters it may come too early. */
const mostBefore = 400

function picturesOf({notes}: TextStream): string[] {
  return notes.flatMap(({what}) => (typeof what === 'object' && what !== null && 'alt' in what ? [(what as PictureHere).alt] : []))
}

function isMark(what: unknown): what is PageMark {
  return typeof what === 'object' && what !== null && 'folio' in what
}

/** Words of the interface, also around what is filled into them, and names of chapters and the book. */
function wordsOfInterface({words, title, chapters}: Book): ReadonlySet<string> {
  const known = new Set<string>()
  const add = (some: string): void => void (some.trim() !== '' && known.add(some.replace(/\s+/g, ' ').trim()))
  for (const one of Object.values(words)) for (const part of [one, ...one.split('{}')]) add(part)
  for (const one of [title, ...chapters.map((chapter) => chapter.title)]) add(one)
  return known
}

/** Whether words are known ones, one behind the other. */
function splitWords(words: string, isKnown: (some: string) => boolean): boolean {
  const rest = words.trim()
  if (rest === '' || isKnown(rest)) return true
  const parts = rest.split(' ')
  for (let count = parts.length - 1; count > 0; count--) {
    if (isKnown(parts.slice(0, count).join(' '))) return splitWords(parts.slice(count).join(' '), isKnown)
  }
  return false
}

/** What is added twice in one place; notes have their ways back one behind the other. */
function doubled(added: FoundChapter['added']): FoundChapter['added'] {
  return added.filter(({classes, words, at}, index) => {
    const before = added[index - 1]
    return before?.words === words && before.at === at && String(before.classes) === String(classes) && at > 0
  })
}

/** On one page all ways back in words; else the further ones beside the label, as arrows with numbers. */
function isWaysBack(found: readonly string[], {note: {label, calls}, isOnePage, words}: {note: BookNote; isOnePage: boolean; words: Book['words']}): boolean {
  const bare = (some: string): string => some.replace(/\s+/g, '')
  const inWords = calls.map((_, index) => `${words['back-to-call'] ?? ''}${label}\u2191${calls.length > 1 ? index + 1 : ''}`).join('')
  const arrows = calls.slice(1).map((_, index) => `\u2191${index + 2}`).join('')
  return bare(found.join('')) === bare(isOnePage ? inWords : arrows)
}

/** Words in print with letters that are one sign (U+FB01) taken apart: a font has one glyph for both, and its table one name. */
function inLetters(words: string): string {
  return bareInPrint(words).replace(/[\uFB00-\uFB06]/g, (one) => one.normalize('NFKC'))
}

/**
 * Whether a page begins somewhere in a text; a sign that no font has is read back as U+FFFD.
 *
 * @param notes with their numbers, where the text is that of a chapter to its end: the page goes on with one of them, and
 *   where nothing of the text is left it has notes alone, and may begin within one
 */
function holdsBeginning(text: string, words: string, notes: readonly string[]): boolean {
  const [signs, wanted] = [[...text], [...words]]
  const stands = (some: readonly string[], from: number, count: number): boolean => wanted.slice(0, count).every((one, index) => one === '\uFFFD' || one === some[from + index])
  const isWithin = (some: readonly string[]): boolean => some.some((_, from) => from + wanted.length <= some.length && stands(some, from, wanted.length))
  if (isWithin(signs) || (signs.length === 0 && isWithin([...notes.join('')]))) return true
  return Array.from({length: Math.min(wanted.length - 1, signs.length)}, (_, index) => index + 1).some((count) => {
    const rest = wanted.slice(count).join('')
    return stands(signs, signs.length - count, count) && notes.some((note) => note.startsWith(rest) || rest.startsWith(note))
  })
}

import {kindOfByte, parseValue, PdfReference, skipSpace, textOf, type Cursor, type PdfDictionary, type PdfValue} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'
import {skipValue} from './skip-value.ts'

/** What the tree of structure says, in the order in which it is to be read (ISO 32000-2 §14.7). */
export interface PdfStructure {
  /** Marked content, in order; the lists beside it are as long. */
  readonly mcids: readonly number[]
  /** Page of each, from 0; -1 where the tree names none. */
  readonly pages: readonly number[]
  /** Number of the element that each stands in, counted in the order of the tree. */
  readonly elements: readonly number[]
  /** Number of the nearest element around each that is a block: no word goes on from one to another. */
  readonly blocks: readonly number[]
  /** What each stands in: the nearest of the tags that {@link roles} names, else `text`. */
  readonly roles: readonly Role[]
  /** Alternative texts of figures, in order; `undefined` for a figure without one. */
  readonly figures: readonly (string | undefined)[]
  /** Language of each, BCP 47; `undefined` where no element around it says one. */
  readonly languages: readonly (string | undefined)[]
  /** Levels of headings, in order. */
  readonly headings: readonly number[]
  /** Identifiers of notes, in order; `undefined` for a note without one. */
  readonly notes: readonly (string | undefined)[]
  /** Table headers that do not say what they name. */
  readonly headsWithoutScope: number
  /** Which kind of element stands within which, as `outer>inner`, each once. */
  readonly nested: ReadonlySet<string>
  /** Elements that are their own ancestors, or that several hold: each is read once. */
  readonly repeated: number
}

/** `head`: a cell that names a row or column; `label`: the number or dot of a list item. */
export type Role = 'text' | 'head' | 'label'

const roles: Readonly<Record<string, Role>> = {TH: 'head', Lbl: 'label'}

/** Elements within a line of text (ISO 32000-1 §14.8.4.4); all others are blocks. */
const inline = new Set(['Span', 'Link', 'Em', 'Strong', 'Code', 'Quote', 'Sub', 'Reference', 'Annot', 'NonStruct', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'BibEntry'])

/** Deepest tree; deeper ones are read as far as this. */
const deepest = 2000

/**
 * Reads the tree of structure. A long document has hundreds of thousands of elements of a few bytes, so they are scanned
 * where they stand and no dictionary is made of them.
 *
 * @param sheets numbers of the page objects, in order
 */
export function readStructure(file: PdfFile, catalog: PdfDictionary, sheets: readonly number[]): PdfStructure {
  const pageOf = new Map(sheets.map((number, index) => [number, index]))
  const reader = new Reader(file, pageOf)
  const root = catalog.get('StructTreeRoot')
  if (root instanceof PdfReference) reader.readObject(root.number, {page: -1, role: 'text', language: undefined, tag: 'root', depth: 0, block: 0})
  return reader.found
}

/** What an element takes from the one around it. */
interface Around {
  readonly page: number
  readonly role: Role
  readonly language: string | undefined
  readonly tag: string
  readonly depth: number
  readonly block: number
}

class Reader {
  readonly found = {mcids: [] as number[], pages: [] as number[], elements: [] as number[], blocks: [] as number[], roles: [] as Role[], figures: [] as (string | undefined)[], languages: [] as (string | undefined)[], headings: [] as number[], notes: [] as (string | undefined)[], headsWithoutScope: 0, nested: new Set<string>(), repeated: 0}
  readonly #seen = new Set<number>()
  readonly #file: PdfFile
  readonly #pageOf: ReadonlyMap<number, number>
  #elements = 0

  constructor(file: PdfFile, pageOf: ReadonlyMap<number, number>) {
    this.#file = file
    this.#pageOf = pageOf
  }

  readObject(number: number, around: Around): void {
    if (this.#seen.has(number)) {
      this.found.repeated++
      return
    }
    this.#seen.add(number)
    const cursor = this.#file.cursorAt(number)
    if (cursor && around.depth < deepest) this.#readKid(cursor, around, this.#elements)
  }

  /** A kid as it stands in `K`: a number, a reference, a dictionary, or an array of these. */
  #readKid(cursor: Cursor, around: Around, element: number): void {
    skipSpace(cursor)
    const {bytes} = cursor
    const here = bytes[cursor.at]
    if (here === 0x5b) {
      cursor.at++
      for (skipSpace(cursor); cursor.at < bytes.length && bytes[cursor.at] !== 0x5d; skipSpace(cursor)) {
        const before = cursor.at
        this.#readKid(cursor, around, element)
        if (cursor.at === before) return
      }
      cursor.at++
    } else if (here === 0x3c && bytes[cursor.at + 1] === 0x3c) this.#readDictionary(cursor, around, element)
    else {
      const value = parseValue(cursor)
      if (typeof value === 'number') this.#add(value, around, element)
      else if (value instanceof PdfReference) this.readObject(value.number, {...around, depth: around.depth + 1})
    }
  }

  #readDictionary(cursor: Cursor, around: Around, element: number): void {
    const {bytes} = cursor
    let page = around.page
    let tag = ''
    let kids = -1
    let mcid = -1
    let alt: string | undefined
    let language = around.language
    let id: string | undefined
    let attributes = -1
    cursor.at += 2
    for (skipSpace(cursor); bytes[cursor.at] === 0x2f; skipSpace(cursor)) {
      const start = cursor.at + 1
      const key = keyAt(cursor)
      skipSpace(cursor)
      if (key === 'K') kids = cursor.at
      if (key === 'A') attributes = cursor.at
      if (key === 'S') tag = wordAt(cursor)
      else if (key === 'Pg') page = this.#pageAt(cursor, page)
      else if (key === 'MCID') mcid = numberAt(cursor)
      else if (key === 'Alt') alt = this.#wordsAt(cursor)
      else if (key === 'Lang') language = this.#wordsAt(cursor) ?? language
      else if (key === 'ID') id = this.#wordsAt(cursor)
      else skipValue(cursor)
      if (cursor.at <= start) return
    }
    cursor.at += 2
    if (mcid >= 0) return this.#add(mcid, {...around, page}, element)
    if (tag === '' && around.depth > 0) return
    if (tag !== '') this.#addElement(tag, {alt, id, around: around.tag, hasScope: () => attributes >= 0 && this.#hasScope({bytes, at: attributes})})
    if (kids < 0) return
    const number = ++this.#elements
    this.#readKid({bytes, at: kids}, {page, role: roles[tag] ?? around.role, language, tag, depth: around.depth + 1, block: inline.has(tag) ? around.block : number}, number)
  }

  #addElement(tag: string, {alt, id, around, hasScope}: {alt: string | undefined; id: string | undefined; around: string; hasScope(): boolean}): void {
    const {found} = this
    found.nested.add(`${around}>${tag}`)
    if (tag === 'Figure') found.figures.push(alt)
    else if (tag === 'Note') found.notes.push(id)
    else if (tag === 'TH' && !hasScope()) found.headsWithoutScope++
    else if (/^H[1-6]$/.test(tag)) found.headings.push(Number(tag[1]))
  }

  #hasScope(cursor: Cursor): boolean {
    const value = this.#file.resolve(parseValue(cursor))
    const all = Array.isArray(value) ? value as readonly PdfValue[] : [value]
    return all.some((one) => this.#file.dictionary(one).has('Scope'))
  }

  #add(mcid: number, {page, role, language, block}: Around, element: number): void {
    const {mcids, pages, elements, blocks, roles, languages} = this.found
    blocks.push(block)
    mcids.push(mcid)
    pages.push(page)
    elements.push(element)
    roles.push(role)
    languages.push(language)
  }

  #pageAt(cursor: Cursor, otherwise: number): number {
    const value = parseValue(cursor)
    return value instanceof PdfReference ? this.#pageOf.get(value.number) ?? -1 : otherwise
  }

  #wordsAt(cursor: Cursor): string | undefined {
    const value = this.#file.resolve(parseValue(cursor))
    return value instanceof Uint8Array ? textOf(value) : undefined
  }
}

/** Names of entries that are looked at; of another its first letter says that it is another. */
function keyAt(cursor: Cursor): string {
  const {bytes} = cursor
  const start = ++cursor.at
  while (kindOfByte[bytes[cursor.at] ?? 32] === 0) cursor.at++
  const length = cursor.at - start
  const first = bytes[start]
  if (length === 1) return first === 0x4b ? 'K' : first === 0x53 ? 'S' : first === 0x41 ? 'A' : ''
  if (length === 2) return first === 0x50 && bytes[start + 1] === 0x67 ? 'Pg' : first === 0x49 && bytes[start + 1] === 0x44 ? 'ID' : ''
  if (length === 3) return first === 0x41 && bytes[start + 1] === 0x6c && bytes[start + 2] === 0x74 ? 'Alt' : ''
  if (length === 4 && first === 0x4c) return bytes[start + 1] === 0x61 && bytes[start + 2] === 0x6e && bytes[start + 3] === 0x67 ? 'Lang' : ''
  return length === 4 && first === 0x4d && bytes[start + 1] === 0x43 && bytes[start + 2] === 0x49 && bytes[start + 3] === 0x44 ? 'MCID' : ''
}

function wordAt(cursor: Cursor): string {
  const {bytes} = cursor
  const start = cursor.at
  skipValue(cursor)
  return bytes[start] === 0x2f && cursor.at - start < 32 ? String.fromCharCode(...bytes.subarray(start + 1, cursor.at)) : ''
}

function numberAt(cursor: Cursor): number {
  const value = parseValue(cursor)
  return typeof value === 'number' ? value : -1
}

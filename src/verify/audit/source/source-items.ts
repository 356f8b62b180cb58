import type {Dossier} from '../../../model/dossier.ts'
import {fieldOf} from '../../../model/header-label.ts'
import {paperFields} from '../../../model/paper.ts'
import type {ChapterItem} from './chapter-items.ts'
import type {SourceText} from './read-source-text.ts'
import {isUnseen} from '../text-stream.ts'
import type {SourceBlock} from './source-block.ts'

/** What a chapter must have, as the source says: the same pieces as its {@link ChapterItem}s, each as blocks. */
export interface SourceItem {
  readonly role: ChapterItem['role']
  readonly blocks: readonly SourceBlock[]
}

/** The pieces of an article's source. */
export function articleItems(source: SourceText, title: string): SourceItem[] {
  const blocks = source.parts.flatMap((part) => part.blocks)
  const own = textField(source, 'title')
  const isTitle = (block: SourceBlock): boolean => block.kind === 'heading' && block.depth === 1 && (own === undefined || even(block.text) === even(own))
  const heading = blocks.find((block) => isTitle(block) && !block.quoted)
  const titleBlock = own === undefined ? heading ?? field(title, 1) : field(own, source.lineOf('title'))
  const head = (['author', 'published', 'place'] as const).flatMap((role) => {
    const words = textField(source, role)
    return words === undefined ? [] : [{role, blocks: [field(words, source.lineOf(role))]}]
  })
  // A title with calls of notes in it is a heading of the text too.
  return withoutEmpty([{role: 'title', blocks: [{...titleBlock, calls: []}]}, ...head, {role: 'body', blocks: blocks.filter((block) => block !== heading)}])
}

interface MessageField {
  readonly headers: Readonly<Record<string, string>>
  readonly forwarded?: readonly MessageField[] | undefined
}

/** The pieces of an exhibit's source, its messages in their order, what is forwarded where its first mark stands. */
export function exhibitItems(source: SourceText): SourceItem[] {
  const title = textField(source, 'title')
  const preface = source.fields['preface']
  const lines = Array.isArray(preface) ? preface.map(String) : []
  const messages = messagesIn(source.fields['messages'])
  const body: SourceItem[] = messages.length === 0 ? [{role: 'body', blocks: source.parts.flatMap((part) => part.blocks)}] : messageItems(messages, '', source)
  return withoutEmpty([
    ...(title === undefined ? [] : [{role: 'title' as const, blocks: [field(title, source.lineOf('title'))]}]),
    ...(messages.length > 0 ? [] : paperFields).flatMap((name): SourceItem[] => {
      const words = textField(source, name)
      return words === undefined ? [] : [{role: 'paper', blocks: [valueBlock(words, source.lineOf(name))]}]
    }),
    ...lines.map((words) => ({role: 'preface' as const, blocks: [field(words, source.lineOf('preface'))]})),
    ...(messages.length === 0 ? prefaceItems(body) : body).flatMap(cutAtHeaders),
  ])
}

/** Of a body that begins with header lines, what stands above these is lines before the first message. */
function prefaceItems(body: readonly SourceItem[]): SourceItem[] {
  const blocks = body.flatMap((item) => item.blocks)
  const first = blocks.findIndex(({kind}) => kind === 'label')
  return [...blocks.slice(0, Math.max(0, first)).map((block) => ({role: 'preface' as const, blocks: [block]})), {role: 'body', blocks: blocks.slice(Math.max(0, first))}]
}

/** Header lines that stand in a text are pieces by themselves. */
function cutAtHeaders({role, blocks}: SourceItem): SourceItem[] {
  const items: {role: SourceItem['role']; blocks: SourceBlock[]}[] = []
  for (const block of blocks) {
    const own = block.kind === 'label' || block.kind === 'value' ? block.kind : role
    const last = items.at(-1)
    if (own === role && last?.role === role) last.blocks.push(block)
    else items.push({role: own, blocks: [block.kind === 'value' ? {...block, ...valueBlock(block.text, block.line), endLine: block.endLine} : block]})
  }
  return items
}

function messagesIn(value: unknown): MessageField[] {
  if (!Array.isArray(value)) return []
  return value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null).map((one) => ({
    headers: Object.fromEntries(Object.entries((one['headers'] ?? {}) as Record<string, unknown>).map(([label, words]) => [label, String(words ?? '')])),
    forwarded: messagesIn(one['forwarded']),
  }))
}

function messageItems(messages: readonly MessageField[], prefix: string, source: SourceText): SourceItem[] {
  return messages.flatMap(({headers, forwarded = []}, index) => {
    const path = `${prefix}${index + 1}`
    const lines = Object.entries(headers).flatMap(([label, words]): SourceItem[] => {
      const line = lineOfHeader(source, label, words)
      return [{role: 'label', blocks: [field(label, line)]}, {role: 'value', blocks: [valueBlock(words, line)]}]
    })
    const inner = partsOf(path, forwarded.length, source)
    return [...lines, ...inner.flatMap((part): SourceItem[] => (typeof part === 'number' ? messageItems([forwarded[part] as MessageField], `${path}.`, source) : [{role: 'body', blocks: part}]))]
  })
}

/** Texts of one message, and the places of those forwarded in it, in the order of the marks; what has no mark comes last. */
function partsOf(path: string, forwarded: number, source: SourceText): (readonly SourceBlock[] | number)[] {
  const parts: (SourceBlock[] | number)[] = []
  for (const {path: of, blocks} of source.parts) {
    const inner = of.startsWith(`${path}.`) ? Number(of.slice(path.length + 1).split('.')[0]) - 1 : undefined
    if (of === path) {
      const last = parts.at(-1)
      if (Array.isArray(last)) last.push(...blocks)
      else parts.push([...blocks])
    } else if (inner !== undefined && inner < forwarded && !parts.includes(inner)) parts.push(inner)
  }
  for (let index = 0; index < forwarded; index++) if (!parts.includes(index)) parts.push(index)
  return parts
}

/** A blanked address is `<>`, whatever stands between its brackets. */
function valueBlock(words: string, line: number): SourceBlock {
  const calls: {at: number; name: string}[] = []
  let removed = 0
  const text = words.replace(/\[\^([^\]\s]+)\]/g, (found: string, name: string, at: number) => {
    calls.push({at: at - removed, name: name.toLowerCase()})
    removed += found.length
    return ''
  })
  // The calls of a header line are printed behind it.
  const plain = text.replace(/<\s*>?(?=\s*(?:[,;，；、]|$))/g, '<>')
  return {...field(plain, line), calls: calls.map(({name}) => ({at: plain.length, name}))}
}

function lineOfHeader({lines}: SourceText, label: string, words: string): number {
  const start = words.trim().slice(0, 20)
  const at = lines.findIndex((line) => line.includes(label) && line.includes(start))
  return Math.max(0, at === -1 ? lines.findIndex((line) => line.includes(start)) : at) + 1
}

function textField({fields}: SourceText, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function field(text: string, line: number): SourceBlock {
  return {kind: 'field', text, line, endLine: line, pieces: [{at: 0, line}], calls: [], pictures: [], quoted: false}
}

function even(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** Words of nothing but what paints nothing are none. */
function withoutEmpty(items: readonly SourceItem[]): SourceItem[] {
  return items.filter(({blocks}) => blocks.some(({text, calls, pictures}) => !isUnseen(text) || calls.length > 0 || pictures.length > 0))
}

/** The source of a chapter. */
export interface ChapterSource {
  readonly path: string
  readonly kind: 'article' | 'exhibit'
  readonly title: string
}

/** The sources of chapters, by their anchors. */
export function sourcesOfChapters({articles, exhibits}: Dossier): ReadonlyMap<string, ChapterSource> {
  const sources = new Map<string, ChapterSource>()
  for (const {id, source, title} of articles) sources.set(id, {path: source.file, kind: 'article', title})
  for (const {id, source, title} of exhibits) sources.set(id, {path: source.file, kind: 'exhibit', title})
  return sources
}

/** A label stands behind the reader's word for it, alone where it is that word. */
export function isNamed(found: string, label: string, words: Readonly<Record<string, string>>): boolean {
  const own = label.replace(/\s+/g, ' ').trim()
  const field = fieldOf(label)
  const word = (field === undefined ? undefined : words[`field-${field}`]) ?? own
  return found === (word === own.replace(/ /g, '') || word === own ? word : `${word} ${own}`)
}

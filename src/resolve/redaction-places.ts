import type {Nodes, Parents} from 'mdast'
import type {Article, Exhibit, Message, Note} from '../model/dossier.ts'
import type {RedactedPlace, RedactionMade} from '../model/redaction.ts'
import type {Redaction} from '../model/settings.ts'
import {blocksIn} from './find-passage.ts'
import type {JournalEntry, RedactionJournal} from './redaction-journal.ts'
import {isBody, type Passage} from './texts.ts'

/** What places are looked up in, as it is when everything has its id. */
export interface PlacesInput {
  readonly redactions: readonly Redaction[]
  readonly journal: RedactionJournal
  readonly articles: readonly Article[]
  readonly exhibits: readonly Exhibit[]
  readonly passages: readonly Passage[]
  readonly notes: readonly Note[]
}

/** Fields that are printed at the head of their chapter. */
const headFields = new Set(['title', 'author', 'published', 'place', 'preface'])

/** Each redaction with every place it was made in. Anchors in notes are taken out: a note may be printed twice, and its call leads to it. */
export function redactionsMade(input: PlacesInput): RedactionMade[] {
  const {redactions, journal} = input
  const anchored = new Map<string, Pick<RedactedPlace, 'within' | 'paragraph' | 'anchor'>>()
  if (redactions.length > 0) {
    for (const {id, within, paragraph} of anchorsIn(input.passages)) anchored.set(id, {within, anchor: id, ...(paragraph > 0 && {paragraph})})
    for (const note of input.notes) for (const id of takeAnchors(note.body as unknown as Nodes[])) anchored.set(id, {within: note.id, ...(note.calls[0] !== undefined && {anchor: note.calls[0]})})
  }
  const placed = journal.entries.map((entry) => ({of: entry.of, place: placeOfEntry(entry, anchored, input)}))
  return redactions.map(({reason}, index) => {
    const places = placed.filter(({of}) => of.includes(index)).map(({place}) => place)
    return {count: places.length, reason, places}
  })
}

function placeOfEntry({file, line, anchor, header, field}: JournalEntry, anchored: ReadonlyMap<string, Partial<RedactedPlace>>, {exhibits, articles}: PlacesInput): RedactedPlace {
  const at = {file, line}
  if (anchor !== undefined) return {...at, ...anchored.get(anchor)}
  const chapter = [...exhibits, ...articles].find(({source}) => source.file === file)
  const exhibit = exhibits.find(({source}) => source.file === file)
  const message = header && exhibit && messageAt(exhibit, header.path)
  if (header && exhibit && message) return {...at, ...headerPlace(exhibit, message, header.index)}
  const isAtHead = chapter !== undefined && field !== undefined && headFields.has(field)
  return {...at, ...(field !== undefined && {field}), ...(chapter && {within: chapter.id}), ...(isAtHead && {anchor: chapter.id})}
}

/** The place of a header line of a message, by its number among them, from 0. */
export function headerPlace(exhibit: Exhibit, message: Message, index: number): Omit<RedactedPlace, 'file' | 'line'> {
  return {within: exhibit.id, message: message.id, field: message.headers[index]?.label ?? '', anchor: `${message.id}-header-${index + 1}`}
}

function messageAt(exhibit: Exhibit, path: string): Message | undefined {
  return messagesOf(exhibit).find(({id}) => id === `${exhibit.id}-message-${path.replaceAll('.', '-')}`)
}

/** All messages of an exhibit, forwarded ones after what they stand in. */
export function messagesOf({messages}: Pick<Exhibit, 'messages'>): Message[] {
  const withForwarded = (message: Message): Message[] => [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withForwarded(part)))]
  return messages.flatMap(withForwarded)
}

/** Paragraphs of an article or exhibit as notes count them, each with its passage and the number of that, from 0. */
export function numberedBlocks(passages: readonly Passage[]): {readonly passage: Passage; readonly order: number; readonly block: Parents; readonly paragraph: number}[] {
  const counts = new Map<string, number>()
  return passages.flatMap((passage, order) => (isBody(passage.content) ? blocksIn(passage.content) : []).map((block) => {
    const paragraph = (counts.get(passage.within) ?? 0) + 1
    counts.set(passage.within, paragraph)
    return {passage, order, block, paragraph}
  }))
}

function anchorsIn(passages: readonly Passage[]): {id: string; within: string; paragraph: number}[] {
  const numbers = new Map(numberedBlocks(passages).map(({block, paragraph}) => [block as Nodes, paragraph]))
  const found: {id: string; within: string; paragraph: number}[] = []
  const walk = (node: Nodes, within: string, paragraph: number): void => {
    if (node.type === 'anchor') found.push({id: node.id, within, paragraph})
    if ('children' in node) for (const child of node.children as Nodes[]) walk(child, within, numbers.get(child) ?? paragraph)
  }
  for (const {content, within} of passages) if (isBody(content)) walk(content, within, 0)
  return found
}

function takeAnchors(nodes: Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (!('children' in node)) return []
    const children = node.children as Nodes[]
    const own = children.flatMap((child) => (child.type === 'anchor' && child.id.startsWith('redaction-') ? [child.id] : []))
    node.children = children.filter((child) => child.type !== 'anchor' || !own.includes(child.id)) as never
    return [...own, ...takeAnchors(node.children as Nodes[])]
  })
}

import type {ElementContent, Nodes, Root} from 'hast'
import type {Book, Chapter} from '../../src/model/book.ts'
import {blocksIn, copyOf, hasClass, mutateText, pickerFrom, textMutations, textsIn, wordsOf, type Pick} from './mutate-text.ts'

/** A book with one thing wrong, and what. */
export interface MutatedBook {
  readonly book: Book
  readonly says: string
}

const blockMutations = ['delete a block', 'double a block', 'swap two blocks'] as const
const noteMutations = ['delete a note’s words', 'swap the words of two notes'] as const
const kinds = [...textMutations, ...blockMutations, ...noteMutations]

/** What a mutation may touch. */
export interface MutableParts {
  readonly chapters: (chapter: Chapter) => boolean
  /** Classes of elements that are not touched. */
  readonly without: readonly string[]
  /** Blocks that are deleted, doubled and swapped. */
  readonly blocks: readonly string[]
  readonly notes: (note: Chapter['notes'][number]) => boolean
}

/** Books with one mutation each, kind after kind; those that cannot be made are passed over. */
export function* mutatedBooks(book: Book, parts: MutableParts, {seed, count}: {seed: number; count: number}): Generator<MutatedBook> {
  const pick = pickerFrom(seed)
  let made = 0
  for (let turn = 0; made < count && turn < count * 20; turn++) {
    const kind = kinds[turn % kinds.length] as (typeof kinds)[number]
    const copy = copyOf(book)
    const says = mutate(copy, kind, parts, pick)
    if (says === undefined) continue
    made++
    yield {book: copy, says: `${kind}: ${says}`}
  }
}

function mutate(book: Book, kind: (typeof kinds)[number], parts: MutableParts, pick: Pick): string | undefined {
  const chapters = book.chapters.filter(parts.chapters)
  const chapter = chapters[pick(chapters.length)] as Chapter
  const notes = chapter.notes.filter(parts.notes)
  if (isOf(noteMutations, kind)) return mutateNotes(notes, kind, pick)
  const trees: readonly Nodes[] = [chapter.body, ...notes.map(({children}): Root => ({type: 'root', children: [...children]}))]
  if (isOf(blockMutations, kind)) return mutateBlocks(chapter.body, kind, parts, pick)
  const texts = trees.flatMap((tree) => textsIn(tree, parts.without)).filter(({parents}) => !isFurtherItem(parents))
  const text = texts[pick(Math.max(1, texts.length))]
  const changed = text && mutateText(text.node.value, kind, pick)
  if (!text || changed === undefined) return undefined
  const before = text.node.value
  text.node.value = changed
  return `${chapter.id}, “${before.slice(0, 40)}” to “${changed.slice(0, 40)}”`
}

/** Of a list of pages the first alone is sure to be shown: the page of another may be the same, or within a range. */
function isFurtherItem(parents: readonly Nodes[]): boolean {
  return parents.some((list, index) => {
    const item = parents[index + 1]
    return list.type === 'element' && hasClass(list, 'folios') && item?.type === 'element' && hasClass(item, 'item') && item !== list.children.find((child) => child.type === 'element' && hasClass(child, 'item'))
  })
}

function isOf<Kind extends string>(some: readonly Kind[], kind: string): kind is Kind {
  return (some as readonly string[]).includes(kind)
}

function mutateBlocks(body: Root, kind: (typeof blockMutations)[number], {blocks: tags, without}: MutableParts, pick: Pick): string | undefined {
  const blocks = blocksIn(body, tags).filter(({block}) => textsIn({type: 'root', children: [block]}, without).length > 0)
  const index = pick(Math.max(1, blocks.length))
  const found = blocks[index]
  if (!found) return undefined
  const {parent, block} = found
  const children = parent.children as ElementContent[]
  const at = children.indexOf(block)
  if (kind === 'delete a block') children.splice(at, 1)
  else if (kind === 'double a block') children.splice(at, 0, structuredClone(block))
  else {
    const other = blocks.slice(index + 1).find((one) => one.parent === parent && wordsOf(one.block).replace(/\s/g, '') !== wordsOf(block).replace(/\s/g, ''))?.block
    if (!other) return undefined
    const second = children.indexOf(other)
    children[at] = other
    children[second] = block
  }
  return `<${block.tagName}> “${wordsOf(block).trim().slice(0, 40)}”`
}

function mutateNotes(notes: Chapter['notes'], kind: (typeof noteMutations)[number], pick: Pick): string | undefined {
  const index = pick(Math.max(1, notes.length))
  const [note, next] = [notes[index], notes[index + 1]]
  if (!note || wordsOf({type: 'root', children: [...note.children]}).trim() === '') return undefined
  const writable = note as {children: Root['children']}
  if (kind === 'delete a note’s words') writable.children = []
  else {
    if (!next) return undefined
    const other = next as {children: Root['children']}
    ;[writable.children, other.children] = [other.children, writable.children]
  }
  return `note ${note.label}`
}

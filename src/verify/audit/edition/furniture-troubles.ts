import type {Element, Nodes} from 'hast'
import {toString} from 'hast-util-to-string'
import type {Book} from '../../../model/book.ts'
import {markupText} from '../../../model/markup-text.ts'
import {hasClass} from '../printed-text.ts'
import {plainWords} from './found-edition.ts'
import type {TreeNode} from './edition-tree.ts'

/** Lists that name a message or an article, as the Book has them. */
interface Named {
  readonly inChronology: boolean
  /** Names of people by the anchors of their rows. */
  readonly people: ReadonlyMap<string, string>
}

/** What is wrong with the places of what an edition adds to its chapters. */
export interface FurnitureTrouble {
  readonly words: string
  readonly expected: string
}

/**
 * Holds what an edition adds against its places: a title before the notes of a chapter and nowhere else; on one page a
 * line under each message and article that the chronology or the list of people names, with those lists.
 */
export function furnitureTroubles(body: TreeNode, {book, isOnePage}: {book: Book; isOnePage: boolean}): FurnitureTrouble[] {
  const named = namedIn(book)
  const troubles: FurnitureTrouble[] = []
  const complain = (node: TreeNode, expected: string): void => void troubles.push({words: plainWords(node).slice(0, 60), expected})
  const walk = (node: TreeNode, owner: string): void => {
    const own = node.id === '' ? owner : node.id
    const children = node.children.filter(({tag, text}) => tag !== '' || text.trim() !== '')
    const has = (child: TreeNode | undefined, name: string): boolean => child?.classes.includes(name) === true
    if (has(node, 'notes') && !has(children[0], 'notes-title')) complain(node, 'its title before the notes')
    if (has(node, 'notes-title') && plainWords(node) !== book.words['notes']) complain(node, `“${book.words['notes'] ?? ''}”`)
    children.forEach((child, index) => {
      const before = children[index - 1]
      const isUnderHeader = has(before, 'headers') || before?.tag === 'header'
      if (has(child, 'notes-title') && !(has(node, 'notes') && index === 0)) complain(child, 'it before notes')
      if (has(child, 'see-also') && !(isUnderHeader && leadsToAll(child, named.get(own), book.words))) complain(child, 'under the header of a message or article the lists that name it, each once')
      if (isOnePage && has(before, 'headers') && node.id !== '' && named.has(node.id) && !has(child, 'see-also')) complain(node, 'the lists that name this message under its header')
      walk(child, own)
    })
  }
  walk(body, '')
  return troubles
}

/** Nothing but a label and the links, the chronology first, each in the words of what it leads to. */
function leadsToAll(line: TreeNode, {inChronology, people}: Named = {inChronology: false, people: new Map()}, words: Book['words']): boolean {
  const found = linksIn(line)
  const toPeople = new Set(found.filter((href) => people.has(href.slice(1))))
  const wanted = [words['see-also'] ?? '', ...(inChronology ? [words['chronology'] ?? ''] : []), ...[...toPeople].map((href) => people.get(href.slice(1)) ?? '')]
  return found.length === people.size + Number(inChronology) && toPeople.size === people.size && plainWords(line) === plain(wanted.join(' '))
}

function linksIn(node: TreeNode): string[] {
  return [...(node.href === '' ? [] : [node.href]), ...node.children.flatMap(linksIn)]
}

function namedIn(book: Book): Map<string, Named> {
  const named = new Map<string, {inChronology: boolean; people: Map<string, string>}>()
  const of = (anchor: string) => {
    const known = named.get(anchor) ?? {inChronology: false, people: new Map<string, string>()}
    named.set(anchor, known)
    return known
  }
  for (const {kind, body} of book.chapters) {
    if (kind !== 'chronology' && kind !== 'people') continue
    for (const row of rowsIn(body)) {
      for (const target of targetsIn(row)) {
        if (kind === 'chronology') of(target).inChronology = true
        else if (row.properties['id'] !== undefined) of(target).people.set(String(row.properties['id']), nameIn(row))
      }
    }
  }
  return named
}

function rowsIn(node: Nodes): Element[] {
  if (node.type === 'element' && node.tagName === 'tr') return [node]
  return 'children' in node ? node.children.flatMap(rowsIn) : []
}

/** The name in the first cell of a row, without what stands below it. */
function nameIn(row: Element): string {
  const cell = row.children.find((one) => one.type === 'element')
  if (cell?.type !== 'element') return ''
  const own = cell.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return plain(own) || plain(toString(cell))
}

function plain(words: string): string {
  return markupText(words).replace(/\s+/g, ' ').trim()
}

function targetsIn(node: Nodes): string[] {
  if (node.type === 'element' && node.properties['dataPageOf'] !== undefined) return [String(node.properties['dataPageOf'])]
  return 'children' in node && !hasClass(node, 'call') ? node.children.flatMap(targetsIn) : []
}

import type {Element, Nodes} from 'hast'
import type {Book} from '../../../model/book.ts'
import {hasClass} from '../printed-text.ts'
import {plainWords} from './found-edition.ts'
import type {TreeNode} from './edition-tree.ts'

/** Lists that name a message or an article, as the Book has them. */
interface Named {
  readonly inChronology: boolean
  /** Anchors of people. */
  readonly people: ReadonlySet<string>
}

/** Lines that lead from a message or an article to other lists than those that name it; empty when all is right. */
export function seeAlsoTroubles(body: TreeNode, book: Book): string[] {
  const named = namedIn(book)
  const troubles: string[] = []
  const walk = (node: TreeNode, owner: string, before?: TreeNode): void => {
    const own = node.id === '' ? owner : node.id
    if (node.classes.includes('see-also')) {
      const {inChronology = false, people = new Set<string>()} = named.get(own) ?? {}
      const found = linksIn(node)
      const toPeople = found.filter((href) => people.has(href.slice(1)))
      const isInPlace = before !== undefined && (before.tag === 'header' || before.classes.includes('headers'))
      if (!isInPlace || found.length !== people.size + Number(inChronology) || new Set(toPeople).size !== people.size) troubles.push(plainWords(node))
    }
    const children = node.children.filter(({tag, text}) => tag !== '' || text.trim() !== '')
    children.forEach((child, index) => walk(child, own, children[index - 1]))
  }
  walk(body, '')
  return troubles
}

function linksIn(node: TreeNode): string[] {
  return [...(node.href === '' ? [] : [node.href]), ...node.children.flatMap(linksIn)]
}

function namedIn(book: Book): Map<string, Named> {
  const named = new Map<string, {inChronology: boolean; people: Set<string>}>()
  const of = (anchor: string) => {
    const known = named.get(anchor) ?? {inChronology: false, people: new Set<string>()}
    named.set(anchor, known)
    return known
  }
  for (const {kind, body} of book.chapters) {
    if (kind !== 'chronology' && kind !== 'people') continue
    for (const row of rowsIn(body)) {
      for (const target of targetsIn(row)) {
        if (kind === 'chronology') of(target).inChronology = true
        else if (row.properties['id'] !== undefined) of(target).people.add(String(row.properties['id']))
      }
    }
  }
  return named
}

function rowsIn(node: Nodes): Element[] {
  if (node.type === 'element' && node.tagName === 'tr') return [node]
  return 'children' in node ? node.children.flatMap(rowsIn) : []
}

function targetsIn(node: Nodes): string[] {
  if (node.type === 'element' && node.properties['dataPageOf'] !== undefined) return [String(node.properties['dataPageOf'])]
  return 'children' in node && !hasClass(node, 'call') ? node.children.flatMap(targetsIn) : []
}

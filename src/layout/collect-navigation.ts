import type {Element, Nodes} from 'hast'
import {toString} from 'hast-util-to-string'
import type {Chapter, NavigationItem} from '../model/book.ts'

interface OpenItem {
  readonly id: string
  readonly title: string
  readonly depth: number
  readonly children: OpenItem[]
}

/** The headings of a chapter as a tree: what outline and contents show. A heading without an id is not listed. */
export function collectNavigation({body}: Pick<Chapter, 'body'>): NavigationItem[] {
  const top: OpenItem[] = []
  const open: OpenItem[] = []
  for (const heading of headingsOf(body)) {
    const depth = Number(heading.tagName.slice(1))
    const item: OpenItem = {id: String(heading.properties.id), title: titleOf(heading), depth, children: []}
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    ;(open.at(-1)?.children ?? top).push(item)
    open.push(item)
  }
  return top
}

/** Words of a heading: note calls left out, white space collapsed. */
export function titleOf(heading: Element): string {
  return words(heading).replace(/\s+/g, ' ').trim()
}

function words(node: Nodes): string {
  if (node.type === 'element' && node.tagName === 'a' && Array.isArray(node.properties.className) && node.properties.className.includes('call')) return ''
  if ('children' in node) return node.children.map(words).join('')
  return node.type === 'text' ? toString(node) : ''
}

function headingsOf(node: Nodes): Element[] {
  if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) return node.properties.id === undefined ? [] : [node]
  return 'children' in node ? node.children.flatMap(headingsOf) : []
}

import type {Definition, Image, Link, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {nodesIn} from '../model/nodes-in.ts'

/**
 * Puts addresses where references to them stand (`[words][name]`, `![words][name]`), and takes the definitions out: a
 * body that is taken apart needs nothing from its other parts.
 */
export function inlineReferences(tree: Root): void {
  const involved = nodesIn(tree, 'definition', 'linkReference', 'imageReference')
  if (involved.length === 0) return
  const definitions = new Map<string, Definition>()
  for (const node of involved) if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  visit(tree, (node, index, parent) => {
    if (node.type === 'definition') {
      ;(parent as Parents).children.splice(index ?? 0, 1)
      return index
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined
    const url = definitions.get(node.identifier)?.url ?? ''
    const position = node.position && {position: node.position}
    const inlined: Link | Image = node.type === 'linkReference' ? {type: 'link', url, children: node.children, ...position} : {type: 'image', url, alt: node.alt ?? null, ...position}
    ;(parent as Parents).children[index ?? 0] = inlined
    return index
  })
}

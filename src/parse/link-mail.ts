import type {Link, Nodes, PhrasingContent, Root, Text} from 'mdast'
import {SKIP, visitParents} from 'unist-util-visit-parents'
import {nodesIn} from '../model/nodes-in.ts'

/** As in GFM, but beside Chinese too; the last letter of the name of a machine is no mark. */
const mailAddress = /(?<![\w.+/-])[\w.+-]{1,64}@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9-]*[A-Za-z](?![\w-])/g

/**
 * Makes links of bare mail addresses, `ann@example.org` to `mailto:ann@example.org`, and takes links out of links: in
 * `[see https://example.org](other)` the outer one counts.
 */
export function linkMail(tree: Root): void {
  if (!nodesIn(tree, 'text', 'link').some((node) => node.type === 'link' || node.value.includes('@'))) return
  visitParents(tree, ['text', 'link'], (node, parents) => {
    const parent = parents.at(-1)
    if (!parent || !('children' in parent)) return
    const isInLink = parents.some((one) => one.type === 'link' || one.type === 'linkReference')
    const pieces = node.type === 'text' && !isInLink ? cut(node) : node.type === 'link' && isInLink ? node.children : undefined
    if (!pieces) return
    const index = parent.children.indexOf(node as never)
    ;(parent.children as Nodes[]).splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

/** `undefined` when there is no address in the text. */
function cut(node: Text): PhrasingContent[] | undefined {
  if (!node.value.includes('@')) return undefined
  const pieces: PhrasingContent[] = []
  let from = 0
  for (const {0: found, index} of node.value.matchAll(mailAddress)) {
    if (index > from) pieces.push(piece(node, from, index))
    const shown = piece(node, index, index + found.length)
    const link: Link = {type: 'link', title: null, url: `mailto:${found}`, children: [shown], ...(shown.position && {position: shown.position})}
    pieces.push(link)
    from = index + found.length
  }
  if (from === 0) return undefined
  if (from < node.value.length) pieces.push(piece(node, from, node.value.length))
  return pieces
}

/** A part of a text, with its own position where the source has the text letter for letter, else with its own line and else that of the whole. */
function piece(node: Text, from: number, to: number): Text {
  const value = node.value.slice(from, to)
  const {position} = node
  if (!position) return {type: 'text', value}
  const {start, end} = position
  const isLiteral = start.line === end.line && (end.offset ?? 0) - (start.offset ?? 0) === node.value.length
  const at = (offset: number): typeof start => ({line: start.line, column: start.column + offset, offset: (start.offset ?? 0) + offset})
  if (isLiteral) return {type: 'text', value, position: {start: at(from), end: at(to)}}
  const above = node.value.slice(0, from).split('\n').length - 1
  return {type: 'text', value, position: {start: {...start, line: start.line + above}, end}}
}

import type {Nodes, Parents, PhrasingContent, RootContent} from 'mdast'
import type {CallNode} from '../model/body-nodes.ts'
import {afterClosingMarks} from './closing-marks.ts'
import type {Found} from './find-passage.ts'
import {isBody} from './texts.ts'

/** Where in a header line the words end that a call is for: calls at its end stand in this order. */
export type HeaderOffsets = WeakMap<CallNode, number>

/** Puts the reference after the words found and the marks that close them: within a text node, or at the end of a header line. */
export function putReference(found: Found, identifier: string, offsets: HeaderOffsets): void {
  const {passage: {content}, parent, index, offset} = behindEmphasis(found)
  if (!isBody(content)) {
    const call: CallNode = {type: 'call', id: '', note: identifier}
    offsets.set(call, offset)
    const later = content.calls.findIndex((one) => (offsets.get(one) ?? Infinity) > offset)
    content.calls.splice(later === -1 ? content.calls.length : later, 0, call)
    return
  }
  const node = parent.children[index] as RootContent | undefined
  const reference: PhrasingContent = {type: 'footnoteReference', identifier}
  const end = node?.type === 'text' ? afterClosingMarks(node.value, offset) : 0
  if (node?.type === 'text' && end < node.value.length) {
    parent.children.splice(index, 1, {...node, value: node.value.slice(0, end)}, reference, {...node, value: node.value.slice(end)})
    return
  }
  let at = Math.min(index + 1, parent.children.length)
  while (parent.children[at]?.type === 'footnoteReference') at++
  parent.children.splice(at, 0, reference)
}

const emphases = new Set(['emphasis', 'strong', 'delete', 'link'])

/** Where words end with the emphasis or the link that they stand in, the marks behind that close their phrase, too. */
function behindEmphasis(found: Found): Found {
  const {passage: {content}, parent, index, offset} = found
  const node = parent.children[index]
  if (!isBody(content) || !node || (node.type === 'text' && afterClosingMarks(node.value, offset) < node.value.length)) return found
  for (let [around, at] = [parent as Parents | undefined, index]; around;) {
    const next = around.children[at + 1]
    if (next?.type === 'text' && afterClosingMarks(next.value, 0) > 0) return {...found, parent: around as Found['parent'], index: at + 1, offset: 0}
    if (next || !emphases.has(around.type)) return found
    const outer = parentOf(content, around)
    at = (outer?.children as Nodes[] | undefined)?.indexOf(around) ?? -1
    around = outer
  }
  return found
}

function parentOf(node: Nodes, child: Nodes): Parents | undefined {
  if (!('children' in node)) return undefined
  if ((node.children as Nodes[]).includes(child)) return node
  for (const one of node.children) {
    const found = parentOf(one, child)
    if (found) return found
  }
  return undefined
}

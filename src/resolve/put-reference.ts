import type {PhrasingContent, RootContent} from 'mdast'
import type {CallNode} from '../model/dossier.ts'
import {afterClosingMarks} from './closing-marks.ts'
import type {Found} from './find-passage.ts'
import {isBody} from './texts.ts'

/** Where in a header line the words end that a call is for: calls at its end stand in this order. */
export type HeaderOffsets = WeakMap<CallNode, number>

/** Puts the reference after the words found and the marks that close them: within a text node, or at the end of a header line. */
export function putReference({passage: {content}, parent, index, offset}: Found, identifier: string, offsets: HeaderOffsets): void {
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

import type {Nodes} from 'mdast'

/** Class of a callout in every output. */
const calloutClass = 'callout'

/** What makes a block quotation a callout: a box that says something to the reader, and quotes nobody. */
export const calloutData = {hProperties: {className: [calloutClass]}}

/** Whether a node is a callout. */
export function isCallout(node: Nodes): boolean {
  if (node.type !== 'blockquote') return false
  const {hProperties} = (node.data ?? {}) as {readonly hProperties?: {readonly className?: unknown}}
  return Array.isArray(hProperties?.className) && hProperties.className.includes(calloutClass)
}

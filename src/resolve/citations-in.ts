import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Block} from './blocks.ts'

/** Citations of a block, each with the offset in its text. */
export function citationsIn({node}: Pick<Block, 'node'>): {readonly id: string; readonly exhibit: string; readonly offset: number}[] {
  const found: {id: string; exhibit: string; offset: number}[] = []
  let offset = 0
  visit(node as Nodes, (one) => {
    if (one.type === 'citation') found.push({id: one.id, exhibit: one.exhibit, offset})
    else if (one.type === 'text' || one.type === 'inlineCode') offset += one.value.length
    else if (one.type === 'break') offset += 1
  })
  return found
}

import type {Definition, Emphasis, Image, ImageReference, PhrasingContent, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {nodesIn} from '../model/nodes-in.ts'

/**
 * Makes captions of the titles of pictures, `![Bridge](b.png "Photo: A. Smith")`: what a web page shows when it is
 * pointed at stands under the picture, as `span.caption`.
 */
export function printTitles(tree: Root): void {
  const definitions = new Map(nodesIn(tree, 'definition').map((one: Definition) => [one.identifier, one]))
  const titleOf = (node: Image | ImageReference): string => (node.type === 'image' ? node.title : definitions.get(node.identifier)?.title)?.trim() ?? ''
  if (nodesIn(tree, 'image', 'imageReference').every((node) => titleOf(node) === '')) return
  visit(tree, (parent) => {
    if (!('children' in parent) || !parent.children.some(({type}) => type === 'image' || type === 'imageReference')) return
    parent.children = (parent.children as PhrasingContent[]).flatMap((child) => {
      const title = child.type === 'image' || child.type === 'imageReference' ? titleOf(child) : ''
      return title === '' ? [child] : [child, captionOf(title, child)]
    }) as typeof parent.children
  })
}

function captionOf(value: string, {position}: PhrasingContent): Emphasis {
  const at = position && {position}
  return {type: 'emphasis', data: {hName: 'span', hProperties: {className: ['caption']}}, children: [{type: 'text', value, ...at}], ...at}
}

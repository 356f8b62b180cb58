import type {Element, ElementContent} from 'hast'
import {elementsIn} from '../web/elements.ts'

/**
 * No link stands within a link: the inner one stays (a call, a citation), and what the outer one has around it are
 * links of their own. Where the inner one stands deeper, the outer one is none any more.
 */
export function partLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const children = partLinks(node.children)
    const whole = {...node, children}
    if (!isLink(node) || !elementsIn(whole).some(isLink)) return [whole]
    if (children.every((child) => isLink(child) || !elementsIn(child).some(isLink))) return pieces(whole)
    const {href: _href, ...properties} = node.properties
    return [{...whole, tagName: 'span', properties}]
  })
}

function pieces({properties, children, ...rest}: Element): ElementContent[] {
  const {id, ...others} = properties
  const parted: ElementContent[] = []
  let run: ElementContent[] = []
  const close = (): void => {
    const isFirst = parted.every((one) => one.type !== 'element' || one.properties['id'] !== id)
    if (run.length > 0) parted.push({...rest, properties: isFirst && id !== undefined ? properties : others, children: run})
    run = []
  }
  for (const child of children) {
    if (!isLink(child)) run.push(child)
    else {
      close()
      parted.push(child)
    }
  }
  close()
  return parted
}

function isLink(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'a'
}

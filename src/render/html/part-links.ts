import type {Element, ElementContent} from 'hast'
import {elementsIn} from '../../model/elements-in.ts'

/**
 * No link stands within a link: the inner one stays (a call, a citation), and what the outer one has before and after it
 * are links of their own.
 */
export function partLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const whole = {...node, children: partLinks(node.children)}
    return isLink(node) && elementsIn(whole).some(isLink) ? pieces(whole) : [whole]
  })
}

/** The anchor of the outer link stays with its first piece. */
function pieces({properties, children, ...rest}: Element): ElementContent[] {
  const {id: _id, ...others} = properties
  const parted: ElementContent[] = []
  let own = properties
  let run: ElementContent[] = []
  const close = (): void => {
    if (run.length > 0) {
      parted.push({...rest, properties: own, children: run})
      own = others
    }
    run = []
  }
  for (const child of children) {
    if (!isLink(child) && !elementsIn(child).some(isLink)) run.push(child)
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

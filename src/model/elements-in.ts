import type {Element, Nodes} from 'hast'
import type {Element as XmlElement, Nodes as XmlNodes} from 'xast'

/** Every element beneath a node of HTML or XML, in order, each before what it holds. */
export function elementsIn(node: Nodes): Element[]
export function elementsIn(node: XmlNodes): XmlElement[]
export function elementsIn(node: Nodes | XmlNodes): (Element | XmlElement)[] {
  const found: (Element | XmlElement)[] = []
  const walk = (one: Nodes | XmlNodes): void => {
    if (one.type === 'element') found.push(one)
    if ('children' in one) one.children.forEach(walk)
  }
  if ('children' in node) node.children.forEach(walk)
  return found
}

import type {Element, ElementContent, Nodes, Text} from 'hast'

/** An element of the page. */
export function element(tagName: string, properties: Element['properties'], children: readonly (ElementContent | string)[] = []): Element {
  return {type: 'element', tagName, properties, children: children.map((child) => (typeof child === 'string' ? text(child) : child))}
}

/** A text of the page. */
export function text(value: string): Text {
  return {type: 'text', value}
}

/** Whether a node is an element of a class. */
export function hasClass(node: Nodes | undefined, name: string): node is Element {
  if (node?.type !== 'element') return false
  const {className} = node.properties
  return Array.isArray(className) && className.includes(name)
}

/** Adds a class to those that an element has. */
export function addClass(node: Element, name: string): void {
  const {className} = node.properties
  node.properties['className'] = [...(Array.isArray(className) ? className : []), name]
}

/** Words of a node, as a reader has them: white space collapsed. */
export function wordsIn(node: Nodes): string {
  const words = (one: Nodes): string => (one.type === 'text' ? one.value : 'children' in one ? one.children.map(words).join('') : '')
  return words(node).replace(/\s+/g, ' ').trim()
}

/** The anchor that a page number stands for; `undefined` when the element is none. */
export function pageTargetOf(node: Element): string | undefined {
  const target = node.properties['dataPageOf']
  return target === undefined ? undefined : String(target)
}

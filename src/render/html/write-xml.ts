import type {Nodes as HastNodes} from 'hast'
import {toXast} from 'hast-util-to-xast'
import type {Element, ElementContent, Nodes} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {markupText} from '../../model/markup-text.ts'

/** Elements that HTML writes without an end. All others have one, so that a reader who takes XHTML for HTML is not lost. */
const voids = /<(area|base|br|col|hr|img|input|link|meta|wbr)((?:\s[^<]*)?)><\/\1>/g

/** A document of HTML as XML (HTML §14.2). */
export function writeXhtml(tree: HastNodes): string {
  return write(toXast(tree), false).replace(voids, '<$1$2/>')
}

/** A document of XML. */
export function writeXml(tree: Nodes): string {
  return write(tree, true)
}

/** Whatever characters its texts have, XML can hold what is written. */
function write(tree: Nodes, closeEmptyElements: boolean): string {
  clean(tree)
  // In a text these three signs would end a section that never began (XML 1.0 §2.4).
  const written = toXml(tree, {closeEmptyElements, tightClose: true}).replaceAll(']]>', ']]&gt;')
  return `<?xml version="1.0" encoding="utf-8"?>\n${written}\n`
}

/** An element of XML; attributes that are `undefined` are left out. */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | undefined>>, children: readonly (Element | string)[] = []): Element {
  const given = Object.entries(attributes).filter((one): one is [string, string] => one[1] !== undefined)
  const content = children.map((one): ElementContent => (typeof one === 'string' ? {type: 'text', value: one} : one))
  return {type: 'element', name, attributes: Object.fromEntries(given), children: content}
}

function clean(node: Nodes): void {
  if (node.type === 'text') node.value = markupText(node.value)
  if (node.type === 'element') for (const [name, value] of Object.entries(node.attributes)) if (typeof value === 'string') node.attributes[name] = markupText(value)
  if ('children' in node) node.children.forEach(clean)
}

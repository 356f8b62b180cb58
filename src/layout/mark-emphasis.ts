import type {Element, ElementContent} from 'hast'

/** A paragraph that is emphasized as a whole is set apart as a whole: it gets `class="emphasized"`. */
export function markEmphasized(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (node.tagName !== 'p') markEmphasized(node.children)
    else if (node.children.length > 0 && node.children.every(isEmphasis)) node.properties.className = ['emphasized']
  }
}

function isEmphasis(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return node.type === 'element' && (node.tagName === 'em' || isNoteCall(node) || (node.tagName === 'strong' && node.children.length > 0 && node.children.every(isEmphasis)))
}

function isNoteCall(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes('call')
}

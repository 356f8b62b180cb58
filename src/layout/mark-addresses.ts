import type {ElementContent, Text} from 'hast'

const address = /^(?:https?:\/\/|www\.|[^\s@]+@)\S+$/i

/** Links that show their own address get `class="address"` and places where a line may end. */
export function markAddresses(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const [shown] = node.children
    if (node.tagName !== 'a' || node.properties.className !== undefined) markAddresses(node.children)
    else if (shown?.type === 'text' && address.test(shown.value)) {
      node.properties.className = ['address']
      node.children.splice(0, 1, ...addressPieces(shown.value))
    }
  }
}

/** An address with `<wbr>` where a line may end: after `/`, `?`, `&`, `=` and `-`, not between two of them. */
export function addressPieces(value: string): ElementContent[] {
  const parts = value.split(/(?<=[/?&=-])(?![/?&=-])/)
  return parts.flatMap((part, index): ElementContent[] => {
    const words: Text = {type: 'text', value: part}
    return index === 0 ? [words] : [{type: 'element', tagName: 'wbr', properties: {}, children: []}, words]
  })
}

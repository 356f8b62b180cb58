import type {Element, ElementContent} from 'hast'

/** After a slash between words, not within `and/or`, `km/h` or a date. */
const slash = /(?<=\p{Script=Latin}{4}\/)(?=\p{Script=Latin}{4})/u
/** The same where an anchor stands behind the slash. */
const endsInSlash = /\p{Script=Latin}{4}\/$/u
const startsWord = /^\p{Script=Latin}{4}/u

/**
 * Lets a line end after the slash of `DeepMind/Google`, as books do and browsers do not: in Chinese, the line before so
 * long a word would be set wide. The text stays as it is.
 */
export function markBreaks(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element' || node.tagName === 'code' || node.tagName === 'pre') continue
    if (node.tagName === 'a' && node.properties.className !== undefined) continue
    markBreaks(node.children)
    let before = ''
    node.children = node.children.flatMap((child) => {
      const follows = child.type === 'text' && endsInSlash.test(before) && startsWord.test(child.value)
      if (child.type !== 'element' || child.tagName !== 'span' || child.children.length > 0) before = child.type === 'text' ? child.value : ''
      const parts = child.type === 'text' ? child.value.split(slash) : []
      if (parts.length < 2) return follows ? [lineMayEnd(), child] : [child]
      return parts.flatMap((value, index) => [...(index > 0 || follows ? [lineMayEnd()] : []), {type: 'text' as const, value}])
    })
  }
}

function lineMayEnd(): Element {
  return {type: 'element', tagName: 'wbr', properties: {}, children: []}
}

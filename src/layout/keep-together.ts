import type {Element, ElementContent, Text} from 'hast'

/** A day as digits (`2018-02-01`), and a number and its unit: `25 kg`, `4500 万`, `10 亿`, `5.5 年`. */
const measure = /\d{4}-\d{2}-\d{2}(?!\d)|\d[\d.,]*\s?(?:\p{Script=Han}|(?:[A-Za-z]{1,3}|[%‰°€$£¥]+)(?![\p{L}\p{N}]))/gu
/** The last two Han characters of a paragraph with the marks that close it: a last line is never one character. */
const lastTwo = /\p{Script=Han}{2}\p{P}*$/u
const blocks = new Set(['p', 'li', 'dd', 'td', 'th'])

/**
 * Keeps on one line what a reader would not see parted: a number with its unit, and the last two characters of a Chinese
 * paragraph. They go into `<span class="glue">`; the text stays as it is, to the character.
 */
export function keepTogether(nodes: readonly ElementContent[]): void {
  keep(nodes, measure)
}

/** Keeps the last two characters of Chinese paragraphs together, and nothing else. */
export function keepEndsTogether(nodes: readonly ElementContent[]): void {
  keep(nodes, undefined)
}

function keep(nodes: readonly ElementContent[], within: RegExp | undefined): void {
  for (const node of nodes) {
    if (node.type !== 'element' || node.tagName === 'code' || node.tagName === 'pre' || isGlue(node)) continue
    if (node.tagName === 'a' && node.properties.className !== undefined) continue
    keep(node.children, within)
    node.children = node.children.flatMap((child, index) => {
      if (child.type !== 'text') return [child]
      return splitText(child, blocks.has(node.tagName) && index === node.children.length - 1, within)
    })
  }
}

function splitText(node: Text, isLast: boolean, within: RegExp | undefined): ElementContent[] {
  const end = isLast ? lastTwo.exec(node.value.slice(-12)) : null
  const endAt = end ? node.value.length - end[0].length : node.value.length
  const pieces: ElementContent[] = []
  let from = 0
  const glue = (start: number, to: number): void => {
    if (start > from) pieces.push({type: 'text', value: node.value.slice(from, start)})
    pieces.push({type: 'element', tagName: 'span', properties: {className: ['glue']}, children: [{type: 'text', value: node.value.slice(start, to)}]})
    from = to
  }
  for (const match of within ? node.value.matchAll(within) : []) if (match.index + match[0].length <= endAt) glue(match.index, match.index + match[0].length)
  if (end && endAt >= from) glue(endAt, node.value.length)
  if (from === 0) return [node]
  if (from < node.value.length) pieces.push({type: 'text', value: node.value.slice(from)})
  return pieces
}

function isGlue(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes('glue')
}

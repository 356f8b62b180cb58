import type {Element, ElementContent, Text} from 'hast'
import {toString} from 'hast-util-to-string'

/** Longest run of Latin letters that is kept on the line of its call. */
const longestWord = 24

/** The last word, or the last Han character, with the marks that close it. */
const lastWord = new RegExp(`(?:[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]|[^\\s\\p{Script=Han}]{1,${longestWord}}?)[\\p{P}\\p{S}]*$`, 'u')

/**
 * Glues each note call to the word before it, so that no line starts with a call: the word and the calls that follow it
 * go into `<span class="glue">`, whose style forbids a break. The text stays as it is, to the character.
 */
export function glueCalls(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (node.properties.className instanceof Array && node.properties.className.includes('glue')) continue
    glueCalls(node.children)
    glueIn(node)
  }
}

function glueIn(parent: Element): void {
  for (let index = 0; index < parent.children.length; index++) {
    if (!isCall(parent.children[index])) continue
    let end = index + 1
    while (isCall(parent.children[end])) end++
    const calls = parent.children.slice(index, end)
    const before = parent.children[index - 1]
    const word = before && takeLastWord(before)
    const cited = before && word?.type === 'text' && isEmpty(before) && /^\p{P}+$/u.test(word.value) ? takeCitation(parent.children[index - 2]) : undefined
    const glue: Element = {type: 'element', tagName: 'span', properties: {className: ['glue']}, children: [...(cited ? [cited] : []), ...(word ? [word] : []), ...calls]}
    const emptied = (before && isEmpty(before) ? 1 : 0) + (cited ? 1 : 0)
    parent.children.splice(index - emptied, calls.length + emptied, glue)
    index -= emptied
  }
}

/** A citation that a mark and its calls follow stays on their line. */
function takeCitation(node: ElementContent | undefined): Element | undefined {
  return node?.type === 'element' && isOf(node, 'citation') ? node : undefined
}

/** Cuts the last word off a node and gives it back, dressed as it was. */
function takeLastWord(node: ElementContent): ElementContent | undefined {
  if (node.type === 'text') return takeFromText(node)
  // Cut in two, what stands in a picture's place would be two pictures; no line breaks behind its address anyway.
  if (node.type !== 'element' || node.tagName === 'img' || isOf(node, 'picture-missing')) return undefined
  if (node.properties.id !== undefined) return takeWhole(node)
  const last = node.children.at(-1)
  const word = last && takeLastWord(last)
  if (!word) return undefined
  if (last && isEmpty(last)) node.children.pop()
  return {type: 'element', tagName: node.tagName, properties: {...node.properties}, children: [word]}
}

/** An element with an anchor of its own (a citation) is not cut; a short one goes into the glue as it is. */
function takeWhole(node: Element): Element | undefined {
  if (toString(node).length > longestWord) return undefined
  const copy = {...node}
  node.children = []
  node.properties = {}
  return copy
}

function takeFromText(node: Text): Text | undefined {
  const match = lastWord.exec(node.value.slice(-longestWord * 2))
  if (!match) return undefined
  node.value = node.value.slice(0, node.value.length - match[0].length)
  return {type: 'text', value: match[0]}
}

function isEmpty(node: ElementContent): boolean {
  if (node.type === 'text') return node.value === ''
  return node.type === 'element' && node.tagName !== 'img' && node.tagName !== 'br' && node.properties.id === undefined && node.children.every(isEmpty)
}

function isCall(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'a' && isOf(node, 'call')
}

function isOf({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

import type {Element, ElementContent, Text} from 'hast'
import {toString} from 'hast-util-to-string'
import {languageOf, sameLanguage} from '../model/language-of.ts'

/** Two or more Latin words in a row, with what stands between them. */
const latinRun = /[\p{Script=Latin}][\p{Script=Latin}\p{N}'’.-]*(?:[ \u00A0,;:“”‘’()/&-]+[\p{Script=Latin}][\p{Script=Latin}\p{N}'’.-]*)+/gu
/** Han with its full-width marks. */
const hanRun = /[\p{Script=Han}](?:[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]*[\p{Script=Han}\u3002\uFF01\uFF1F》」』）])?/gu

const blocks = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dd', 'blockquote'])

/**
 * Puts `lang` on what is not in the language around it: on a block whose letters say so, and on runs within a block
 * (Han in Latin text; two or more Latin words in Chinese text), so that marks, hyphens and voices are right.
 */
export function markLanguages(nodes: ElementContent[], language: string): void {
  for (const node of nodes) if (node.type === 'element') markElement(node, language)
}

function markElement(node: Element, around: string): void {
  if (node.tagName === 'code' || node.tagName === 'pre') return
  const own = blocks.has(node.tagName) && /\p{L}/u.test(toString(node)) ? languageOf(toString(node)) : around
  const language = sameLanguage(own, around) ? around : own
  if (language !== around) node.properties.lang = language
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return splitText(child, language)
    if (child.type === 'element') markElement(child, language)
    return [child]
  })
}

function splitText(node: Text, language: string): ElementContent[] {
  const foreign = language.startsWith('zh') ? latinRun : hanRun
  const tag = language.startsWith('zh') ? 'en' : languageOf(node.value.replace(/[^\p{Script=Han}]/gu, '')) === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'
  const pieces: ElementContent[] = []
  let from = 0
  for (const match of node.value.matchAll(foreign)) {
    if (match.index > from) pieces.push({type: 'text', value: node.value.slice(from, match.index)})
    pieces.push({type: 'element', tagName: 'span', properties: {lang: tag}, children: [{type: 'text', value: match[0]}]})
    from = match.index + match[0].length
  }
  if (from === 0) return [node]
  if (from < node.value.length) pieces.push({type: 'text', value: node.value.slice(from)})
  return pieces
}

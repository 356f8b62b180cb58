import type {Element, ElementContent, Text} from 'hast'
import {toString} from 'hast-util-to-string'
import {languageOfRun, languageWithin, scriptOf} from '../model/language-of.ts'

/** Two or more Latin words in a row, with what stands between them. */
const latinRun = /[\p{Script=Latin}][\p{Script=Latin}\p{M}\p{N}'’.-]*(?:[ \u00A0,;:“”‘’()/&-]+[\p{Script=Latin}][\p{Script=Latin}\p{M}\p{N}'’.-]*)+/u.source
/** Han or kana with their full-width marks. */
const hanRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{M}\u30FC\u3000-\u303F\uFF00-\uFFEF“”‘’—…]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC\u3002\uFF01\uFF1F》」』）”’]\p{M}*)?/u.source
const onlyLatin = new RegExp(latinRun, 'gu')
const onlyHan = new RegExp(hanRun, 'gu')
const both = new RegExp(`${latinRun}|${hanRun}`, 'gu')

const blocks = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dd', 'blockquote'])

/**
 * Puts `lang` on what is not in the language around it: on a block whose script says so, and on runs within a block
 * (Han or kana in Latin text; two or more Latin words in Chinese text), so that marks, hyphens and voices are right.
 * A script that the declared language is written in says nothing against it: German text in German is not English.
 *
 * @param language BCP 47, as declared
 */
export function markLanguages(nodes: ElementContent[], language: string): void {
  for (const node of nodes) if (node.type === 'element') markElement(node, {around: language, declared: language})
}

interface Languages {
  readonly around: string
  readonly declared: string
}

function markElement(node: Element, {around, declared}: Languages): void {
  if (node.tagName === 'code' || node.tagName === 'pre') return
  const language = blocks.has(node.tagName) ? languageWithin(toString(node), {around, declared}) : around
  if (language !== around) node.properties.lang = language
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return splitText(child, {around: language, declared})
    if (child.type === 'element') markElement(child, {around: language, declared})
    return [child]
  })
}

function splitText(node: Text, {around, declared}: Languages): ElementContent[] {
  const pieces: ElementContent[] = []
  let from = 0
  for (const {index, 0: found} of node.value.matchAll(foreignTo(around))) {
    const run = withoutLooseEnd(found)
    if (index > from) pieces.push({type: 'text', value: node.value.slice(from, index)})
    const lang = languageOfRun(run, declared)
    pieces.push({type: 'element', tagName: 'span', properties: {lang}, children: [{type: 'text', value: run}]})
    from = index + run.length
  }
  if (from === 0) return [node]
  if (from < node.value.length) pieces.push({type: 'text', value: node.value.slice(from)})
  return pieces
}

/** What cannot be in a language, by its script. */
function foreignTo(language: string): RegExp {
  const script = scriptOf(language)
  if (script === 'han' || script === 'japanese') return onlyLatin
  return script === 'latin' ? onlyHan : both
}

/** A quotation mark at the end belongs to the run only if the one it closes does. */
function withoutLooseEnd(run: string): string {
  let text = run
  for (let last = text.at(-1); last === '”' || last === '’'; last = text.at(-1)) {
    const opening = last === '”' ? '“' : '‘'
    if (text.split(opening).length >= text.split(last).length) return text
    text = text.slice(0, -1)
  }
  return text
}

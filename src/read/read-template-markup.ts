import {defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes} from 'parse5'
import {attributeFault, elementFault} from '../model/loading-markup.ts'

/** What the markup of a template shows and what is wrong with it. */
export interface TemplateMarkup {
  /** Pictures; `start` and `end` are those of the whole attribute in the text. */
  readonly pictures: readonly {readonly address: string; readonly line: number; readonly start: number; readonly end: number}[]
  readonly faults: readonly {readonly says: string; readonly hint: string; readonly line: number}[]
}

/** Stands for a value that is filled in later. */
const filled = '\uE000'

/**
 * Reads the markup of a template as it is written, before anything is filled in. What values make of it is for the layout
 * to look at.
 */
export function readTemplateMarkup(text: string): TemplateMarkup {
  const pictures: TemplateMarkup['pictures'][number][] = []
  const faults: TemplateMarkup['faults'][number][] = []
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!tree.isElementNode(node)) return
    const {tagName, attrs, sourceCodeLocation: location} = node
    const line = location?.startLine ?? 1
    const fault = elementFault(tagName)
    if (fault) faults.push({...fault, line})
    for (const {name, value, prefix} of attrs) {
      const full = prefix ? `${prefix}:${name}` : name
      const place = location?.attrs?.[full] ?? location?.attrs?.[name]
      const at = place?.startLine ?? line
      if (tagName === 'img' && full === 'src') {
        if (!place || value.includes(filled)) faults.push({says: 'address of a picture that is put together', hint: 'Name the file itself: <img src="pictures/a.png">.', line: at})
        else pictures.push({address: value, line: at, start: place.startOffset, end: place.endOffset})
        continue
      }
      // A link that is filled in is looked at when it is known.
      const wrong = full === 'href' && value.startsWith(filled) ? undefined : attributeFault(tagName, full, value)
      if (wrong && !fault) faults.push({...wrong, line: at})
    }
    node.childNodes.forEach(walk)
    if (tagName === 'template' && 'content' in node) tree.getTemplateContent(node as never).childNodes.forEach(walk)
  }
  parseFragment(withoutMustaches(text), {sourceCodeLocationInfo: true}).childNodes.forEach(walk)
  return {pictures, faults}
}

/** The text, unit for unit, with marks in place of values and spaces in place of blocks and comments. */
function withoutMustaches(text: string): string {
  const blank = (words: string, sign: string): string => words.replace(/[^\n]/g, sign)
  return text
    .replace(/\{\{~?!--[^]*?--~?\}\}/g, (words) => blank(words, ' '))
    .replace(/\{\{~?!?[^]*?\}\}\}?/g, (words) => blank(words, /^\{\{~?(?:[#/^!]|else\b)/.test(words) ? ' ' : filled))
}

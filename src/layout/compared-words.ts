import type {Element, ElementContent} from 'hast'
import type {ComparedWords} from '../model/quotation.ts'
import {keepTogether} from './keep-together.ts'
import {markLanguages} from './mark-languages.ts'

/**
 * Words that were compared, as a paragraph; what the other text has not stands in `<mark>`.
 *
 * @param className of the marks; `undefined`: nothing is marked
 */
export function comparedWords(pieces: readonly ComparedWords[], className: string | undefined, language: string): ElementContent[] {
  const children = pieces.map(({words, inBoth}): ElementContent => {
    const text = {type: 'text' as const, value: words}
    return inBoth || className === undefined ? text : {type: 'element', tagName: 'mark', properties: {className: [className]}, children: [text]}
  })
  const paragraph: Element = {type: 'element', tagName: 'p', properties: {className: ['words']}, children}
  markLanguages([paragraph], language)
  keepTogether([paragraph])
  return [paragraph]
}

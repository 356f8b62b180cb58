import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    address: 'address'
  }
}

/**
 * unified plugin: makes links of bare addresses, `https://…`, `http://…` and `www.…`, as GFM does, but in Chinese text
 * too. An address ends before a space, `<`, a backtick, a square bracket (RFC 3986 has neither in a path), and any sign or letter of Chinese, Japanese or
 * Korean: `见https://example.org/a，再看` links `https://example.org/a`. Punctuation at its end is not part of it.
 */
export function remarkAddresses(this: Processor): void {
  const data = this.data() as {micromarkExtensions?: Extension[]; fromMarkdownExtensions?: FromMarkdownExtension[]}
  ;(data.micromarkExtensions ??= []).push(syntax)
  ;(data.fromMarkdownExtensions ??= []).push(compile)
}

const openings = ['https://', 'http://', 'www.']
const address: Construct = {name: 'address', tokenize: tokenizeAddress, previous: isBeforeAddress}
const trail: Construct = {partial: true, tokenize: tokenizeTrail}

/** By their first sign, as the parser wants them. */
const syntax: Extension = {text: Object.fromEntries([...'hHwW'].map((first) => [first.charCodeAt(0), address]))}

const compile: FromMarkdownExtension = {
  enter: {
    address(token) {
      const value = this.sliceSerialize(token)
      this.enter({type: 'link', title: null, url: /^www\./i.test(value) ? `http://${value}` : value, children: [{type: 'text', value, position: {start: point(token.start), end: point(token.end)}}]}, token)
    },
  },
  exit: {
    address(token) {
      this.exit(token)
    },
  },
}

function point({line, column, offset}: {line: number; column: number; offset: number}): {line: number; column: number; offset: number} {
  return {line, column, offset}
}

function isBeforeAddress(this: TokenizeContext, code: Code): boolean {
  return code === null || code < 0 || !/[A-Za-z0-9_]/.test(String.fromCharCode(code))
}

function tokenizeAddress(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let possible = openings
  let length = 0
  /** Brackets that the address itself has opened. */
  let round = 0
  return (code) => {
    effects.enter('address')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    possible = possible.filter((one) => code !== null && one[length] === String.fromCharCode(code).toLowerCase())
    if (possible.length === 0) return nok(code)
    effects.consume(code)
    length += 1
    return possible.some((one) => one.length === length) ? host : opening
  }

  /** A name begins with a letter or a digit. */
  function host(code: Code): State | undefined {
    return isWithin(code) && !/[!-/:-@[-`{-~]/.test(String.fromCharCode(code ?? 0)) ? within(code) : nok(code)
  }

  function rest(code: Code): State | undefined {
    if (!isWithin(code)) return end(code)
    return (code === closingRound && round === 0) || isTrailing(code) ? effects.check(trail, end, within)(code) : within(code)
  }

  function within(code: Code): State {
    if (code === openingRound) round += 1
    if (code === closingRound) round = Math.max(0, round - 1)
    effects.consume(code)
    return rest
  }

  function end(code: Code): State | undefined {
    effects.exit('address')
    return ok(code)
  }
}

/** Punctuation with nothing of the address after it. */
function tokenizeTrail(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return (code) => {
    effects.enter('data')
    return next(code)
  }

  function next(code: Code): State | undefined {
    if (code === closingRound || isTrailing(code)) {
      effects.consume(code)
      return next
    }
    effects.exit('data')
    return !isWithin(code) ? ok(code) : nok(code)
  }
}

const openingRound = 40
const closingRound = 41

function isTrailing(code: Code): boolean {
  return code !== null && code > 0 && /[!"'*,.:;?_~]/.test(String.fromCharCode(code))
}

/** Signs of ASCII but for spaces, `<`, `[`, `]` and the mark of code, and letters and digits of alphabets. */
function isWithin(code: Code): boolean {
  if (code === null || code <= 32 || code === 60 || code === 91 || code === 93 || code === 96 || code === 127) return false
  return code < 127 || /(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\uFF00-\uFFEF])[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code))
}

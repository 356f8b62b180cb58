import {tokenize, TokenType} from '@csstools/css-tokenizer'

/** What a style sheet would load: addresses as browsers read them, and what loads without one that can be read. */
export interface LoadingStyles {
  readonly addresses: readonly string[]
  readonly troubles: readonly string[]
}

const loading = /^(?:-\w+-)?(?:url|src|image|image-set|cross-fade)$/i
/** Functions whose strings are addresses nowhere. */
const harmless = /^(?:format|tech|type|local|counters?|lang|attr|style|string|symbols|leader)$/i
const outside = /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i

/**
 * Reads the CSS of an output with a tokenizer of CSS Syntax 3, bracket by bracket and without regard to what a rule
 * means: every `url()`, every string in a function that loads, and strings in unknown ones that look like addresses.
 */
export function readLoadingStyles(css: string): LoadingStyles {
  const addresses: string[] = []
  const troubles: string[] = []
  const open: string[] = []
  let isNamespace = false
  for (const token of tokenize({css})) {
    const [kind, raw] = token
    if (kind === TokenType.Function) {
      const around = open.at(-1) ?? ''
      if (loading.test(around) && /^(?:--|var$|env$|attr$|if$)/i.test(token[4].value)) troubles.push(`${around}(${raw}…)`)
      open.push(token[4].value)
    } else if (kind === TokenType.OpenParen || kind === TokenType.OpenSquare || kind === TokenType.OpenCurly) open.push(raw)
    else if (kind === TokenType.CloseParen || kind === TokenType.CloseSquare || kind === TokenType.CloseCurly) {
      open.pop()
      if (kind === TokenType.CloseCurly) isNamespace = false
    } else if (kind === TokenType.Semicolon) isNamespace = false
    else if (kind === TokenType.AtKeyword) {
      isNamespace = /^namespace$/i.test(token[4].value)
      if (/^import$/i.test(token[4].value)) troubles.push('@import')
    } else if (kind === TokenType.BadURL) troubles.push(raw.slice(0, 60))
    else if (kind === TokenType.URL && !isNamespace) addresses.push(token[4].value)
    else if (kind === TokenType.String && !isNamespace) {
      const around = open.findLast((one) => one !== '(') ?? '{'
      if (loading.test(around) || (!/^[[{]$/.test(around) && !harmless.test(around) && outside.test(token[4].value))) addresses.push(token[4].value)
    } else if (kind === TokenType.Ident && /^(?:-\w+-)?(?:behavior|binding)$/i.test(token[4].value) && open.at(-1) === '{') troubles.push(token[4].value)
  }
  return {addresses, troubles}
}

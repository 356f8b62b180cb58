import {tokensOf, type Token} from './scan-tokens.ts'

/** A token, or a part of one that is a contraction. */
export interface ExpandedToken extends Token {
  /** Index of the token that it is of. */
  readonly of: number
}

const irregular: ReadonlyMap<string, string> = new Map([["won't", 'will not'], ["shan't", 'shall not'], ["can't", 'can not'], ['cannot', 'can not'], ["ain't", 'is not'], ["let's", 'let us'], ["y'all", 'you all'], ["'tis", 'it is']])
const endings: ReadonlyMap<string, string> = new Map([["n't", 'not'], ["'ll", 'will'], ["'re", 'are'], ["'ve", 'have'], ["'m", 'am'], ["'d", 'would']])
/** Words after which `'s` is *is*; after others it may be a genitive. */
const beforeIs = /^(?:it|he|she|that|there|here|what|who|where|how)'s$/

/** The words that a word is short for: `won't` is *will not*, `cannot` is *can not*; `undefined` for all others. */
export function contractedWords(word: string): string | undefined {
  if (!/'|annot$/i.test(word)) return undefined
  const plain = word.toLowerCase()
  const whole = irregular.get(plain)
  if (whole !== undefined) return asBegins(word, whole)
  if (beforeIs.test(plain)) return `${word.slice(0, -2)} is`
  for (const [ending, meaning] of endings) if (plain.length > ending.length && plain.endsWith(ending)) return `${word.slice(0, -ending.length)} ${meaning}`
  return undefined
}

/** Tokens with each contraction as the words that it is short for. */
export function expandContractions(text: string, tokens: readonly Token[]): ExpandedToken[] {
  return tokens.flatMap((token, of): ExpandedToken[] => {
    const words = token.isHan ? undefined : contractedWords(plainApostrophes(text.slice(token.start, token.end)))
    return words === undefined ? [{...token, of}] : tokensOf(words).map((part) => ({...token, hash: part.hash, of}))
  })
}

/** Whatever stands for an apostrophe as `'`. */
export function plainApostrophes(text: string): string {
  return text.replace(/[’‘ʼ＇´`]/g, "'")
}

function asBegins(word: string, meaning: string): string {
  return /^\p{Lu}/u.test(word) ? meaning.charAt(0).toUpperCase() + meaning.slice(1) : meaning
}

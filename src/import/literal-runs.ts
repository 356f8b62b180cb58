/** A run of UTF-16 units: `end` is the first one after it. */
export interface Run {
  readonly start: number
  readonly end: number
}

/** What in a line of Markdown is not prose. */
export interface InlineMap {
  /** Escapes, character references, code spans, HTML, addresses: an asterisk in them is no mark of emphasis. In order, apart from each other. */
  readonly literals: readonly Run[]
  /** Links and images from their first bracket to their last parenthesis. */
  readonly links: readonly Run[]
}

/** Longest tag or destination of a link that is looked for, in UTF-16 units. */
const farthest = 4000
const bareAddress = /(?:https?:\/\/|www\.)[^\s<>"`*\\\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。；：！？、）》」』】”’“‘（《「『【…]+/uy
const entity = /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});/y
const tag = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]+@[A-Za-z0-9.-]+|\/?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>]*)?\/?|!--[^<>]*--)>/y

/**
 * Finds what in Markdown text must be left alone when its emphasis is read, in one pass.
 *
 * ```text
 * see `a*b`, <i> and http://x.example/a_b or [it](http://x.example/__y)
 *     ^^^^^  ^^^     ^^^^^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function findLiterals(text: string): InlineMap {
  const literals: Run[] = []
  const links: Run[] = []
  const brackets: number[] = []
  const ticks = new BacktickRuns(text)
  const destinations = new Destinations(text)
  let index = 0
  while (index < text.length) {
    const character = text[index] as string
    if (character === '[') brackets.push(text[index - 1] === '!' ? index - 1 : index)
    const end = character === ']' ? destinations.endBehind(index) : literalEnd({text, index, character, ticks})
    if (character === ']') {
      const start = brackets.pop()
      if (start !== undefined && end > index) links.push({start, end})
    }
    if (end > index) literals.push({start: index, end})
    index = Math.max(end, index + 1)
  }
  return {literals, links}
}

/** `index` when no literal starts there. */
function literalEnd({text, index, character, ticks}: {text: string; index: number; character: string; ticks: BacktickRuns}): number {
  if (character === '\\') return /[!-/:-@[-`{-~]/.test(text[index + 1] ?? '') ? index + 2 : index
  if (character === '`') return ticks.endOfSpan(index)
  if (character === '<') return matchAt(tag, text, index)
  if (character === '&') return matchAt(entity, text, index)
  if (character === '_') return endOfBlank(text, index)
  if (character === 'h' || character === 'w') return endOfAddress(text, index)
  return index
}

/** `____`: a line to write on. */
function endOfBlank(text: string, index: number): number {
  let end = index
  while (text[end] === '_') end += 1
  return end - index > 3 ? end : index
}

function matchAt(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = 0
  const near = text.slice(index, index + farthest)
  return pattern.test(near) ? index + pattern.lastIndex : index
}

/** A bare address starts a word; marks that close a sentence, a bracket or emphasis are not its own. */
export function endOfAddress(text: string, index: number): number {
  if (/[A-Za-z]/.test(text[index - 1] ?? '') || !/^(?:https?:\/\/|www\.)/.test(text.slice(index, index + 8))) return index
  const end = matchAt(bareAddress, text, index)
  const entity = text.slice(index, end).search(/&(?:lt|gt|quot|nbsp)(?:;|$)/)
  let last = Math.min(entity < 0 ? end : index + entity, index + closeBracket(text.slice(index, end)))
  while (last > index && /[_.,;:!?'~]/.test(text[last - 1] as string)) last -= 1
  return closeParentheses(text.slice(index, last)) + index
}

/** Length up to a closing bracket that was not opened within: `[http://x](http://x)` ends there. */
function closeBracket(address: string): number {
  let opened = 0
  for (let at = 0; at < address.length; at++) {
    if (address[at] === '[') opened++
    else if (address[at] === ']' && --opened < 0) return at
  }
  return address.length
}

/** Length without closing parentheses that were not opened within. */
function closeParentheses(address: string): number {
  const opened = address.split('(').length - 1
  let surplus = address.split(')').length - 1 - opened
  let length = address.length
  while (surplus > 0 && address[length - 1] === ')') {
    length -= 1
    surplus -= 1
  }
  return length
}

/** Where each parenthesis behind a `]` is closed on its line, so that no text is looked at twice, however many are never closed. */
class Destinations {
  private readonly ends = new Map<number, number>()

  constructor(text: string) {
    if (!text.includes('](')) return
    let open: number[] = []
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at]
      if (character === '\\') at += 1
      else if (character === '(') open.push(at)
      else if (character === '\n') open = []
      else if (character === ')') {
        const start = open.pop()
        if (start !== undefined && text[start - 1] === ']') this.ends.set(start, at + 1)
      }
    }
  }

  /** End of the destination behind a `]`; `index` when there is none, or one that is too long. */
  endBehind(index: number): number {
    const end = this.ends.get(index + 1)
    return end !== undefined && end <= index + farthest ? end : index
  }
}

/** Backtick runs by length, so that the partner of a run is found without looking at the text again. */
class BacktickRuns {
  private readonly starts = new Map<number, number[]>()
  private readonly lengths = new Map<number, number>()

  constructor(text: string) {
    for (const match of text.matchAll(/`+/g)) {
      const length = match[0].length
      this.lengths.set(match.index, length)
      const known = this.starts.get(length)
      if (known) known.push(match.index)
      else this.starts.set(length, [match.index])
    }
    for (const list of this.starts.values()) list.reverse()
  }

  /** End of the code span that opens at `index`, or of the run itself when it has no partner. */
  endOfSpan(index: number): number {
    const length = this.lengths.get(index)
    if (length === undefined) return index
    const list = this.starts.get(length) as number[]
    while (list.length > 0 && (list.at(-1) as number) <= index) list.pop()
    const partner = list.at(-1)
    return (partner ?? index) + length
  }
}

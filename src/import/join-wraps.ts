import {endOfAddress, findLiterals} from './literal-runs.ts'

/** Stands for a line break that the writer made, while a paragraph is worked on. */
export const hardBreak = '\r'

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u
const widePunctuation = /[\u3001-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF3D\uFF5B-\uFF65…—]/u
const quotation = /[“”‘’]/
const latin = /[\p{Script=Latin}\p{Nd}]/u
/** `short- and long-term`: the hyphen waits for a word that comes later. */
const suspended = /^(?:and|or|to|nor|und|oder|bis|et|ou|y|o|e|en|of|och|og)(?![\p{L}-])/iu
/** Most of the end of a line that is looked at. */
const tailLength = 2000

/** A paragraph on one line, and the addresses that were put together. */
export interface Joined {
  readonly text: string
  /** Addresses that a line break had cut. */
  readonly mended: readonly string[]
}

/**
 * Joins hard-wrapped lines of a paragraph. Nothing goes between two Han characters or beside their punctuation, nothing
 * after a hyphen or within an address, otherwise a space: a tool breaks lines where a space was. A {@link hardBreak}
 * becomes Markdown's (a backslash at the end of the line). Bare addresses become autolinks.
 *
 * ```text
 * Sam⏎Altman → Sam Altman    10⏎亿 → 10 亿    他们⏎的 → 他们的    well-⏎known → well-known
 * ```
 */
export function joinWraps(text: string): Joined {
  const mended: string[] = []
  const lines = text.split(hardBreak).map((part) => joinLines(part.split('\n'), mended)).filter((line) => line !== '')
  return {text: lines.map(linkAddresses).join('\\\n'), mended: mended.map((address) => address.slice(0, endOfAddress(address, 0)))}
}

function joinLines(lines: readonly string[], mended: string[]): string {
  const pieces: string[] = []
  let tail = ''
  let open: number | undefined
  for (const line of lines) {
    const text = line.trim()
    if (text === '') continue
    const between = pieces.length === 0 ? '' : jointOf(tail, text)
    if (between === 'address') {
      const address = tail.slice(addressStart(tail)) + text.split(/\s/, 1)[0]
      if (open === pieces.length - 1) mended.pop()
      mended.push(address)
      open = pieces.length
    }
    pieces.push(between === 'space' ? ` ${text}` : text)
    tail = (tail + (between === 'space' ? ' ' : '') + text).slice(-tailLength)
  }
  return pieces.join('')
}

function jointOf(tail: string, next: string): 'space' | 'nothing' | 'address' {
  if (isCutAddress(tail, next)) return 'address'
  const before = [...tail.slice(-40).replace(/[*_]+$/, '')].at(-1) ?? ''
  const after = [...next.slice(0, 40).replace(/^[*_]+/, '')][0] ?? ''
  if (isTight(before, after, tail, next)) return 'nothing'
  return 'space'
}

function isTight(before: string, after: string, tail: string, next: string): boolean {
  const wideBefore = wide.test(before)
  const wideAfter = wide.test(after)
  if (wideBefore && wideAfter) return true
  if (before === '—' || after === '—') return wideBefore || wideAfter || (before === '—' && !/\s—+$/.test(tail))
  if (widePunctuation.test(before) || widePunctuation.test(after)) return true
  if ((quotation.test(before) && wideAfter) || (quotation.test(after) && wideBefore)) return true
  if (!before.endsWith('-')) return false
  const spaced = /\s-+[*_]*$/.test(tail.slice(-80))
  if (wideAfter) return !spaced || /--$/.test(tail)
  return !spaced && latin.test(after) && (/--$/.test(tail) || (/[\p{L}\p{Nd}]-[*_]*$/u.test(tail.slice(-80)) && !suspended.test(next)))
}

/** Where an address that runs to the end of the text starts; `-1` when there is none. */
function addressStart(tail: string): number {
  const start = Math.max(tail.lastIndexOf('http://'), tail.lastIndexOf('https://'))
  return start >= 0 && !/[\s<>"`*，。；：！？）》”\p{Script=Han}]/u.test(tail.slice(start)) ? start : -1
}

function isCutAddress(tail: string, next: string): boolean {
  const start = addressStart(tail)
  if (start < 0) return false
  const word = /^[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+/.exec(next)?.[0] ?? ''
  const inBrackets = /(?:\]\(|<)$/.test(tail.slice(0, start))
  if (inBrackets) return word !== '' || next.startsWith(')')
  if (/[-_=?&%#+~]$/.test(tail)) return /^[A-Za-z0-9%]/.test(word)
  return tail.endsWith('/') && tail.length - start > 9 && /^[A-Za-z0-9%]/.test(word) && /[/_=?&%-]/.test(word.replace(/-+$/, ''))
}

/** `http://x` → `<http://x>`, so that neither a mark nor a Chinese character after it gets into the link. */
function linkAddresses(text: string): string {
  if (!/https?:\/\//.test(text)) return text
  const {literals, links} = findLiterals(text)
  const byStart = [...links].sort((a, b) => a.start - b.start)
  const pieces: string[] = []
  let link = 0
  let from = 0
  let linkedUpTo = -1
  for (const {start, end} of literals) {
    for (let next = byStart[link]; next && next.start <= start; next = byStart[(link += 1)]) linkedUpTo = Math.max(linkedUpTo, next.end)
    if (start < linkedUpTo || !/^https?:\/\//.test(text.slice(start, start + 8))) continue
    pieces.push(text.slice(from, start), `<${text.slice(start, end).replaceAll('&amp;', '&')}>`)
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}

/** What stands where words were taken out. It has one length, so that it says nothing of theirs. */
export const redactionMark = '████'

/** Words that the editor had taken out. */
export interface RedactionMade {
  /** How often they stood in the sources. */
  readonly count: number
  readonly reason: string
}

/** Texts to be found, as one search. */
export interface Redactor {
  /** Ranges of the text that hold any of them, overlapping ones joined, in order. */
  rangesIn(text: string): {readonly start: number; readonly end: number}[]
  /** The text with each such range replaced by {@link redactionMark}. */
  redact(text: string): string
  /** Whether an address holds any of them, also with `%20`, `+`, `-` or `_` for spaces. */
  holds(address: string): boolean
  /** How often each was found so far, in the order given. */
  readonly counts: readonly number[]
}

/** Finds texts however their spaces, quotation marks, dashes and letters' case are written. */
export function redactorFor(texts: readonly string[]): Redactor {
  const patterns = texts.map((text) => new RegExp(patternOf(text), 'giu'))
  const counts = texts.map(() => 0)
  const rangesIn = (text: string): {start: number; end: number}[] => {
    const found: {start: number; end: number}[] = []
    for (const [index, pattern] of patterns.entries()) for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue
      counts[index] = (counts[index] ?? 0) + 1
      found.push({start: match.index, end: match.index + match[0].length})
    }
    return join(found)
  }
  return {
    counts,
    rangesIn,
    holds: (address) => [address, decode(address), decode(address).replace(/[-+_]+/g, ' ')].some((form) => rangesIn(form).length > 0),
    redact: (text) => rangesIn(text).reduceRight((left, {start, end}) => left.slice(0, start) + redactionMark + left.slice(end), text),
  }
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function join(ranges: readonly {start: number; end: number}[]): {start: number; end: number}[] {
  const joined: {start: number; end: number}[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({...range})
  }
  return joined
}

function patternOf(text: string): string {
  return text.trim().normalize('NFC').split(/(\s+|["“”„«»「」『』＂]|['‘’＇]|[-‐‑–—―]+|\.{3}|…+)/u).map((part) => {
    if (/^\s+$/.test(part)) return '\\s+'
    if (/^["“”„«»「」『』＂]$/.test(part)) return '["“”„«»「」『』＂]'
    if (/^['‘’＇]$/.test(part)) return "['‘’＇]"
    if (/^[-‐‑–—―]+$/.test(part)) return '\\s*[-‐‑–—―]+\\s*'
    if (/^(?:\.{3}|…+)$/.test(part)) return '(?:\\.{3}|…+)'
    // Between Han characters, and where Han meets other letters, spaces come and go.
    return [...part].map((character) => escape(character)).join('').replace(/(?<=\p{Script=Han})(?=.)|(?=\p{Script=Han})(?<=.)/gu, '\\s*')
  }).join('')
}

function escape(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character
}

const cjkLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}〇々]/u
/** Marks that are drawn full width and that only East Asian text has. */
const cjkMark = /[\u3001-\u3003\u3008-\u3020\u3030\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFE30-\uFE4F]/u
/** Marks that Chinese and Latin text share, and that take the width of the text around them. */
const sharedMark = /[“”‘’…—·]/u
const blank = /[\s\u2028]/u

/** What a character says of the text around it. */
export type Kind = 'han' | 'cjk-mark' | 'shared-mark' | 'blank' | 'other'

/** Tells the kind of a character; `undefined` (an edge of the block) is blank. */
export function kindOf(character: string | undefined): Kind {
  if (character === undefined || blank.test(character)) return 'blank'
  if (cjkLetter.test(character)) return 'han'
  if (cjkMark.test(character)) return 'cjk-mark'
  return sharedMark.test(character) ? 'shared-mark' : 'other'
}

/** Whether a text has any letter of Chinese or Japanese. */
export function hasHan(text: string): boolean {
  return cjkLetter.test(text)
}

/** The character that ends at an offset, whole even when it takes two units. */
export function before(text: string, offset: number): string | undefined {
  if (offset <= 0) return undefined
  const low = text.charCodeAt(offset - 1)
  const pair = low >= 0xdc00 && low <= 0xdfff && offset >= 2
  return pair ? String.fromCodePoint(text.codePointAt(offset - 2) ?? 0) : text[offset - 1]
}

/** The character that begins at an offset. */
export function after(text: string, offset: number): string | undefined {
  const point = text.codePointAt(offset)
  return point === undefined ? undefined : String.fromCodePoint(point)
}

/**
 * Whether the text around a stretch is Chinese: the nearest letters or East Asian marks on both sides decide, and one
 * Chinese side is enough. Where neither side says anything, the letters of the whole block do.
 */
export function isChineseAt(words: {readonly text: string; readonly hasHan: boolean}, start: number, end: number): boolean {
  const left = speakingBefore(words.text, start)
  const right = speakingAfter(words.text, end)
  if (left === 'chinese' || right === 'chinese') return true
  if (left === 'other' || right === 'other') return false
  return words.hasHan
}

/** How far to look for a letter. */
const reach = 12

function speakingBefore(text: string, offset: number): 'chinese' | 'other' | undefined {
  for (let at = offset; at > Math.max(0, offset - reach); ) {
    const character = before(text, at) ?? ''
    const says = speaks(character)
    if (says) return says
    at -= character.length
  }
  return undefined
}

function speakingAfter(text: string, offset: number): 'chinese' | 'other' | undefined {
  for (let at = offset; at < Math.min(text.length, offset + reach); ) {
    const character = after(text, at) ?? ''
    const says = speaks(character)
    if (says) return says
    at += character.length
  }
  return undefined
}

function speaks(character: string): 'chinese' | 'other' | undefined {
  const kind = kindOf(character)
  if (kind === 'han' || kind === 'cjk-mark') return 'chinese'
  return /\p{L}/u.test(character) ? 'other' : undefined
}

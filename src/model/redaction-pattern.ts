/** Characters that paint nothing: soft hyphens, joiners, marks of direction, selectors of variants, controls. */
const unseen = '\\p{Cf}\\u034F\\uFE00-\\uFE0F\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u009F'
const invisible = `[${unseen}]*`
/** What may part two words: any white space, any hyphen or dash, a low line. */
const gap = '[\\s\\p{Cf}\\p{Pd}\\u2212_]'
/** Letters of scripts that part words, and what belongs to them. */
const letters = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}\\p{N}]'
/** Letters from which on one word is taken out within longer ones, too, and from which on marks between letters do not matter. */
export const enoughLetters = 8
/** Letters of several words from which on they are found in an address with nothing between them. */
const enoughJoined = 6

const classes: readonly (readonly [RegExp, string])[] = [
  [/^["“”„«»「」『』＂]$/u, '["“”„«»「」『』＂]'],
  [/^['‘’＇]$/u, "['‘’＇]"],
  [/^(?:\.{3}|…+)$/u, '(?:\\.{3}|…+)'],
  [/^[·・•‧⋅]$/u, '[·・•‧⋅]'],
]

/** How addresses write letters that they do not have. */
const plainForms: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', å: 'aa', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i'}

/** Source of a pattern, for the flags `iu`, that finds a text however it is spaced and pointed. */
export function patternOf(text: string): string {
  const whole = spelled(text)
  const turned = lastFirst(text)
  const edged = isShortWord(text) ? `(?<!${letters}${invisible})${whole}(?!${invisible}${letters})` : whole
  return turned === undefined ? edged : `${edged}|${spelled(turned)}`
}

/** Its letters and digits alone, in one form of case and width. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether its letters are so many that they do not stand one after the other by chance, whatever is between them. */
export function hasEnoughLetters(text: string): boolean {
  return [...lettersOf(text)].length >= enoughLetters
}

/** One word that might stand within others. */
export function isShortWord(text: string): boolean {
  return new RegExp(`^${letters}+$`, 'u').test(text.trim()) && !hasEnoughLetters(text)
}

/** Tells whether an address or the name of a file holds a text: joined, parted by any marks, or its words in any order. */
export function testAddressFor(text: string): (address: string) => boolean {
  if (text.includes('@')) return (address) => lower(address).includes(lower(text.trim()))
  const words = wordsOf(text)
  const forms = (word: string): string[] => [...new Set([word, stripped(word), ...(/[^a-z0-9]/.test(word) ? [[...word].map((one) => plainForms[one] ?? stripped(one)).join('')] : [])])]
  const joined = words.length > 1 && words.join('').length >= enoughJoined ? words.reduce<string[]>((all, word) => all.flatMap((before) => forms(word).map((form) => before + form)), ['']).slice(0, 64) : []
  // A lone initial stands in too many addresses.
  const names = words.filter((word) => [...word].length > 1 || /\p{Script=Han}/u.test(word))
  return (address) => {
    const parts = new Set(wordsOf(decode(address)))
    if ((names.length > 1 || names.length === words.length) && names.length > 0 && names.every((word) => forms(word).some((form) => parts.has(form)))) return true
    const all = lettersOf(decode(address))
    return joined.some((form) => all.includes(form))
  }
}

function spelled(text: string): string {
  const parts = text.trim().normalize('NFC').split(/(\s*[\p{Pd}\u2212]+\s*|\s+|["“”„«»「」『』＂]|['‘’＇]|\.{3}|…+|[·・•‧⋅])/u).filter((part) => part !== '')
  // So many letters do not stand one after the other by chance: then words may run together.
  const mayJoin = hasEnoughLetters(text)
  return parts.map((part, index) => {
    if (/^[\s\p{Pd}\u2212]+$/u.test(part)) return `${gap}${!mayJoin && /[\p{L}\p{N}]$/u.test(parts[index - 1] ?? '') ? '+' : '*'}`
    const known = classes.find(([pattern]) => pattern.test(part))
    if (known) return known[1]
    return [...part].map((character, at) => letter(character, [...part][at + 1])).join('')
  }).join('')
}

/** A character in each of its forms, and what may stand before the next one. */
function letter(character: string, next: string | undefined): string {
  const apart = character.normalize('NFD')
  const code = character.charCodeAt(0)
  const wide = code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : undefined
  const forms = [escape(character), ...(apart === character ? [] : [escape(apart)]), ...(wide === undefined ? [] : [wide])]
  const one = forms.length === 1 ? forms.join('') : `(?:${forms.join('|')})`
  if (next === undefined) return one
  // Between Han characters, and where Han meets other letters, spaces come and go.
  return one + (/\p{Script=Han}/u.test(character + next) ? `[\\s${unseen}]*` : invisible)
}

/** `Weber, Jonas` for `Jonas Weber`; `undefined` for what is no name of two to four words. */
function lastFirst(text: string): string | undefined {
  const words = text.trim().split(/\s+/)
  const last = words.at(-1)
  if (last === undefined || words.length < 2 || words.length > 4 || !words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’\p{Pd}]*$/u.test(word))) return undefined
  return `${last}, ${words.slice(0, -1).join(' ')}`
}

function wordsOf(text: string): string[] {
  return lower(text).split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
}

function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\p{Cf}\u034F\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu, '')
}

function stripped(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}

function escape(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character
}

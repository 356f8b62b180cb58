import type {Paired, PairOptions} from './pair-quotes.ts'
import {sidesOf} from './quote-sides.ts'
import {after, before, kindOf} from './script.ts'

/** Words that begin with an apostrophe in place of letters left out. */
const elided =
  /^['＇](?:tis|twas|twere|twill|twould|twixt|tain't|em|im|er|is|ave|as|ad|ow|ere|ead|and|ouse|orse|ome|ell|un|cause|cos|til|till|bout|round|neath|gainst|mongst|cross|nother|nuff|fraid|scuse|kay|cept|n|n'|ee|eard|ome|arf|appen|ard|ang|alf|oss|pon|fore|low|spect|ud|e|isself|imself|erself|twarn't|twon't|twasn't|twouldn't|tisn't)(?![\p{L}])/iu
/** Words that end with one: `sayin'`, `an'`, `o'`. */
const clipped = /(?:\p{L}{2}in|(?<!\p{L})(?:an|o|th|wi|ol|ha|wer|jus|mus|mos|las|tha|slep|kep))$/iu
const year = /^['＇]\d\ds?(?![\d\p{L}])/u

/**
 * Tells quotation marks from apostrophes among the single marks of a block. A closing mark and an apostrophe are the
 * same character, so what has to be found are the marks that open: before a word, with a mark to close them later.
 *
 * @param doubles the double marks of the same block, as paired: a single quotation does not reach across their ends
 */
export function pairSingles(text: string, options: PairOptions, doubles: readonly Paired[]): {marks: Paired[]; unpaired: number[]} {
  const marks: Paired[] = []
  const unpaired: number[] = []
  const dialect = isDialect(text)
  const levels: number[][] = [[]]
  const ends = new Map(doubles.map(({at, mark}) => [at, mark]))
  const release = (): void => {
    for (const at of levels.pop() ?? []) settle(at)
    if (levels.length === 0) levels.push([])
  }
  const settle = (at: number): void => {
    if (options.continues && /[,:;—–“"＂]\s?$/.test(text.slice(Math.max(0, at - 2), at))) marks.push({at, mark: '‘'})
    else if (/\p{L}/u.test(text.charAt(at + 1)) && kindOf(after(text, at + 1)) === 'other') marks.push({at, mark: '’'})
    else unpaired.push(at)
  }
  for (const {index: at, 0: mark} of text.matchAll(/['＇‘’"＂“”]/g)) {
    const double = ends.get(at)
    if (double === '“') levels.push([])
    else if (double === '”') release()
    if (/["＂“”]/.test(mark) || !options.isMark(at)) continue
    const open = levels.at(-1) ?? []
    const role = mark === '‘' ? 'open' : mark === '’' ? 'curly' : roleOf(text, at, {isOpen: open.length > 0, dialect})
    if (role === 'open') open.push(at)
    else if (role === 'prime') marks.push({at, mark: '′'})
    else if (role === 'curly') open.pop()
    else if (role === 'apostrophe') marks.push({at, mark: '’'})
    else {
      const partner = open.pop()
      if (partner !== undefined) marks.push({at: partner, mark: '‘'}, {at, mark: '’'})
      else if (kindOf(before(text, at)) !== 'blank') marks.push({at, mark: '’'})
      else unpaired.push(at)
    }
  }
  while (levels.length > 1) release()
  release()
  return {marks, unpaired}
}

function roleOf(text: string, at: number, {isOpen, dialect}: {isOpen: boolean; dialect: boolean}): 'open' | 'close' | 'prime' | 'apostrophe' {
  const left = before(text, at)
  const right = after(text, at + 1)
  if (/\d/.test(left ?? '') && isFeet(text, at, isOpen)) return 'prime'
  if (isLatin(left) && isLatin(right)) return 'apostrophe'
  const rest = text.slice(at, at + 12)
  if (!isLatin(left) && (year.test(rest) || elided.test(rest) || /^'a' [a-z]/.test(rest))) return 'apostrophe'
  if (isLatin(left) && clipped.test(text.slice(Math.max(0, at - 8), at)) && /^.\s*\p{L}/u.test(rest)) return 'apostrophe'
  if (dialect && /[\p{L}-]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) && /^.[aeiou]/i.test(rest)) return 'apostrophe'
  const {opens, closes} = sidesOf(text, at)
  if (opens !== closes) return opens ? 'open' : 'close'
  return isOpen ? 'close' : 'open'
}

/** Speech written as it sounds: where two words are clipped, a third is likelier clipped than quoted. */
function isDialect(text: string): boolean {
  let clips = 0
  for (const {index} of text.matchAll(/['＇’]/g)) {
    if (elided.test(text.slice(index, index + 12).replace('’', "'")) && !isLatin(before(text, index))) clips++
    else if (clipped.test(text.slice(Math.max(0, index - 8), index))) clips++
  }
  return clips >= 2
}

/** Feet, or minutes of arc: before inches, or where no quotation could close. */
function isFeet(text: string, at: number, isOpen: boolean): boolean {
  return /^'\s?\d{1,2}(?:\.\d+)?["″”]/.test(text.slice(at, at + 9)) || (!isOpen && /^'(?:[\s,.;)×]|$)/.test(text.slice(at, at + 2)))
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && kindOf(character) === 'other'
}

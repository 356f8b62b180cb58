import {exhibitNumbers, exhibitWords} from '../model/exhibit-label.ts'

const rangeJoint = '[-‐‑–—~～〜]|至|到|to|through'
const joint = `\\s*(?:[、,，;；&]|和|及|与|與|and|${rangeJoint})\\s*`
const label = `(?:${exhibitWords})s?(?:\\s*(?:no\\.?|nr\\.?|#|№|第))?\\s*`
const digits = `(?:[０-９]{1,4}|${exhibitNumbers})`
const number = `${digits}(?:号|號)?`
const list = `${label})(${number}(?:${joint}(?:${label})?${number})*)\\s*`
const seeing = '(?:详见|詳見|参见|參見|参看|見|见|see|cf\\.?|vgl\\.?|siehe|vide)?'
const square = `([\\[【［〔]\\s*${list}[\\]】］〕]`
const round = `([(（]\\s*${seeing}\\s*${list}[)）]`
const bracket = new RegExp(`${square}|${round}`, 'giu')
const entry = new RegExp(`(${joint})?((?:${label})?(${digits})(?:号|號)?)(?=${joint}|$)`, 'iuy')
const range = new RegExp(`^\\s*(?:${rangeJoint})\\s*$`, 'iu')

const dash = /^\s*[-‐‑–]\s*$/u

/**
 * Words in brackets that name exhibits: `[邮件1]`, `[附件一、二]`, `[Exhibits A to C]`, `【邮件 3】`, `[Exhibit 1, Exhibit 4]`;
 * `（见附件一）`, `(Exhibit B)`.
 */
export interface Bracket {
  /** Offset in the text. */
  readonly start: number
  /** As it stands, brackets and all. */
  readonly words: string
  readonly numbers: readonly NumberInBracket[]
  /** In `(…)`, where much else is called an appendix or a letter: it cites what is there. */
  readonly isRound: boolean
}

/** A number within a {@link Bracket}. */
export interface NumberInBracket {
  /** As it stands: `一`, `12`, `A`. */
  readonly words: string
  /** Offset in the bracket at which its words begin, its own label included: behind what joins it to the one before. */
  readonly start: number
  /** True when a range ends with it: the `3` of `1–3`. */
  readonly endsRange: boolean
  /** True where a hyphen or dash alone joins it to the one before: `2-1` may be one number. */
  readonly isDashed: boolean
}

/** Every bracket of a text that names exhibits. */
export function findBrackets(text: string): Bracket[] {
  return [...text.matchAll(bracket)].map((match) => {
    const [words, ...groups] = match
    const isRound = groups[0] === undefined
    const [head = '', numbers = ''] = isRound ? groups.slice(2) : groups
    return {start: match.index, words, isRound, numbers: readList(numbers).map((one) => ({...one, start: one.start + head.length}))}
  })
}

function readList(list: string): NumberInBracket[] {
  const numbers: NumberInBracket[] = []
  entry.lastIndex = 0
  for (let found = entry.exec(list); found; found = entry.exec(list)) {
    const [, before = '', , words = ''] = found
    numbers.push({words, start: found.index + before.length, endsRange: range.test(before), isDashed: dash.test(before)})
  }
  return numbers
}

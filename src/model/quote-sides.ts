import {after, before, kindOf} from './script.ts'

/** What the neighbours of a quotation mark allow it to be. */
export interface Sides {
  readonly opens: boolean
  readonly closes: boolean
}

/** Behind these a quotation begins. */
const opening = /[([{（［｛〈《「『【〔“‘—–\-/¡¿]/
/** Before these a quotation ends. */
const closing = /[)\]}）］｝〉》」』】〕”’,.;:!?，。、；：！？…—–\-/]/
/** Marks of quotation are looked through: of `"'Tis` the first stands before a word as much as the second. */
const quote = /["'＂＇“”‘’]/

/** Tells from its neighbours whether a mark may open or close; both where it touches words, or nothing, on both sides. */
export function sidesOf(text: string, at: number): Sides {
  const left = beyond(text, at, -1)
  const right = beyond(text, at, 1)
  const leftOpen = left === undefined || kindOf(left) === 'blank'
  const rightOpen = right === undefined || kindOf(right) === 'blank'
  if (leftOpen !== rightOpen) return {opens: leftOpen, closes: rightOpen}
  if (leftOpen) return {opens: true, closes: true}
  const opens = opening.test(left ?? '') && !closing.test(right ?? '')
  const closes = closing.test(right ?? '') && !opening.test(left ?? '')
  if (opens !== closes) return {opens, closes}
  return {opens: true, closes: true}
}

/** The nearest character on one side that is no quotation mark. */
function beyond(text: string, at: number, step: -1 | 1): string | undefined {
  let offset = at + step
  for (let passed = 0; passed < 4 && quote.test(text.charAt(offset)); passed++) offset += step
  return step < 0 ? before(text, offset + 1) : after(text, offset)
}

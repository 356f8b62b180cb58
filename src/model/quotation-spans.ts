import {readSingles} from './single-marks.ts'

/** Words in quotation marks, the marks included. */
export interface QuotationSpan {
  /** Offset of the mark that opens. */
  readonly start: number
  /** Offset after the mark that closes, or of the end of the text. */
  readonly end: number
  /** False where a double mark is not closed in the text: the quotation goes on in the next one. */
  readonly isClosed: boolean
}

/** What closes each mark that opens. */
const closers: ReadonlyMap<string, string> = new Map([['“', '”'], ['„', '“”'], ['«', '»'], ['「', '」'], ['『', '』'], ['"', '"'], ['＂', '＂']])
/** Marks that may open a single quotation, or be an apostrophe. */
const singles = /['＇‘]/
/** The marks that each mark closes. */
const closedBy = new Map<string, string[]>()
for (const [opening, closing] of closers) for (const mark of closing) closedBy.set(mark, [...(closedBy.get(mark) ?? []), opening])

/** Every stretch of a text in quotation marks, in order; marks within marks belong to what is around them. */
export function quotationSpans(text: string): QuotationSpan[] {
  const closings = closingMarks(text)
  addSingles(text, closings)
  const spans: QuotationSpan[] = []
  for (let at = 0; at < text.length; at++) {
    if (!singles.test(text[at] ?? '') && (!closers.has(text[at] ?? '') || !mayOpen(text, at))) continue
    // A double mark that is not closed in the text holds all the rest of it.
    const end = closings.get(at) ?? (text[at] === '“' ? text.length : undefined)
    if (end === undefined) continue
    spans.push({start: at, end: Math.min(end + 1, text.length), isClosed: end < text.length})
    at = end
  }
  return spans
}

/** Where each single mark is closed; apostrophes are told from marks as the normalization tells them, however they are written. */
function addSingles(text: string, closings: Map<number, number>): void {
  if (!singles.test(text)) return
  const doubles = new Map<number, boolean>()
  for (const [start, end] of closings) if (/["＂“]/.test(text.charAt(start)) && !doubles.has(start)) doubles.set(start, true).set(end, false)
  for (const {at, closedAt} of readSingles(text, {isMark: () => true, doubles, continues: false})) if (closedAt !== undefined) closings.set(at, closedAt)
}

/** A straight mark after a letter is an inch. */
function mayOpen(text: string, at: number): boolean {
  return text[at] !== '"' || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /\p{Script=Han}/u.test(text[at - 1] ?? '')
}

/** Where each mark is closed, by its offset: marks of one kind close in the reverse order, in one pass however many there are. */
function closingMarks(text: string): Map<number, number> {
  const closings = new Map<number, number>()
  const open = new Map([...closers.keys()].map((opening): [string, number[]] => [opening, []]))
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    for (const opening of closedBy.get(character) ?? []) {
      const start = open.get(opening)?.pop()
      if (start !== undefined) closings.set(start, at)
    }
    open.get(character)?.push(at)
  }
  return closings
}

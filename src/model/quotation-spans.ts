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
const closers: ReadonlyMap<string, string> = new Map([['“', '”'], ['„', '“”'], ['«', '»'], ['「', '」'], ['『', '』'], ['"', '"'], ['＂', '＂'], ['‘', '’']])
/** The marks that each mark closes. */
const closedBy = new Map<string, string[]>()
for (const [opening, closing] of closers) for (const mark of closing) closedBy.set(mark, [...(closedBy.get(mark) ?? []), opening])

/** Every stretch of a text in quotation marks, in order; marks within marks belong to what is around them. */
export function quotationSpans(text: string): QuotationSpan[] {
  const closings = closingMarks(text)
  const spans: QuotationSpan[] = []
  for (let at = 0; at < text.length; at++) {
    if (!closers.has(text[at] ?? '') || !mayOpen(text, at)) continue
    // A double mark that is not closed in the text holds all the rest of it.
    const end = closings.get(at) ?? (text[at] === '“' ? text.length : undefined)
    if (end === undefined) continue
    spans.push({start: at, end: Math.min(end + 1, text.length), isClosed: end < text.length})
    at = end
  }
  return spans
}

/** A single or straight mark after a letter is an apostrophe or an inch. */
function mayOpen(text: string, at: number): boolean {
  return !/["‘]/.test(text[at] ?? '') || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /\p{Script=Han}/u.test(text[at - 1] ?? '')
}

/** Where each mark is closed, by its offset: marks of one kind close in the reverse order, in one pass however many there are. */
function closingMarks(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>()
  const open = new Map([...closers.keys()].map((opening): [string, number[]] => [opening, []]))
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    for (const opening of isApostrophe(text, at) ? [] : (closedBy.get(character) ?? [])) {
      const start = open.get(opening)?.pop()
      if (start !== undefined) closings.set(start, at)
    }
    open.get(character)?.push(at)
  }
  return closings
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '') && !/\p{Script=Han}/u.test(text[at + 1] ?? '')
}

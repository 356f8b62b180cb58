/** Words in quotation marks, the marks included. */
export interface QuotationSpan {
  /** Offset of the mark that opens. */
  readonly start: number
  /** Offset after the mark that closes, or of the end of the text. */
  readonly end: number
  /** False where a double mark is not closed in the text: the quotation goes on in the next one. */
  readonly isClosed: boolean
}

const closers: ReadonlyMap<string, string> = new Map([['“', '”'], ['„', '“”'], ['«', '»'], ['「', '」'], ['『', '』'], ['"', '"'], ['＂', '＂'], ['‘', '’']])

/** Every stretch of a text in quotation marks, in order; marks within marks belong to what is around them. */
export function quotationSpans(text: string): QuotationSpan[] {
  const spans: QuotationSpan[] = []
  for (let at = 0; at < text.length; at++) {
    const closing = closers.get(text[at] ?? '')
    if (closing === undefined || !mayOpen(text, at)) continue
    const end = endOf(text, at, closing)
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

/** Where a quotation ends; at the end of the text where a double mark is not closed in it. */
function endOf(text: string, from: number, closing: string): number | undefined {
  const opening = text[from] ?? ''
  let depth = 1
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at] ?? ''
    if (closing.includes(character) && !isApostrophe(text, at)) {
      if (--depth === 0) return at
    } else if (character === opening && !closing.includes(opening)) depth++
  }
  return opening === '“' ? text.length : undefined
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '') && !/\p{Script=Han}/u.test(text[at + 1] ?? '')
}

import {quotationSpans} from '../model/quotation-spans.ts'

/** Longest claim that is printed whole, in UTF-16 units; a Han character takes the room of two. */
const longest = 180
/** Longest one that ends with a quotation. */
const longestWithQuotation = 900
/** What is worth printing without the quotation that follows it. */
const leastBefore = 24

/**
 * A claim that has room in a row. One that is too long ends with a mark of omission, not within a quotation: behind it
 * where that has room, else before it; within it only where it alone is too long.
 */
export function shortenClaim(text: string): string {
  const cut = offsetAt(text, longest)
  if (cut === text.length) return text
  const span = quotationSpans(text).find((one) => one.start < cut && one.end > cut)
  if (!span) return omitted(text, cut)
  const end = span.end + (/^[。.，,；;！!？?]*/u.exec(text.slice(span.end))?.[0].length ?? 0)
  if (offsetAt(text, longestWithQuotation) >= end) return /[\p{L}\p{N}]/u.test(text.slice(end)) ? omitted(text, end) : text
  return span.start >= offsetAt(text, leastBefore) ? omitted(text, span.start) : omitted(text, offsetAt(text, longestWithQuotation))
}

/** Words of a quotation without its marks: all of it is quotation. */
export function shortenQuotation(text: string): string {
  return omitted(text, offsetAt(text, longestWithQuotation))
}

/** Where the words end that have room. */
function offsetAt(text: string, room: number): number {
  let left = room
  for (let at = 0; at < text.length; at++) {
    left -= text.charCodeAt(at) >= 0x2e80 ? 2 : 1
    if (left < 0) return at
  }
  return text.length
}

function omitted(text: string, at: number): string {
  if (at >= text.length) return text
  // No half of a pair of surrogates stays.
  const words = text.slice(0, /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)
  return `${words.trimEnd()}…`
}

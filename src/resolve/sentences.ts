import {quotationSpans} from '../model/quotation-spans.ts'

/** Short words before a point that ends no sentence. */
const abbreviation = /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|No|Nos|Art|Fig|vs|pp?|cf|e\.g|i\.e|approx|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u
const enders = /[。！？!?…\n]+[”’」』）)"\]]*|\.+[”’)"\]]*(?=\s|$)/gu

/** Offsets at which the sentences of a text end: after the marks that close them. The last one ends with the text. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(enders)) {
    if (match[0].startsWith('.') && match[0].length === 1 && abbreviation.test(text.slice(Math.max(0, match.index - 10), match.index))) continue
    ends.push(match.index + match[0].length)
  }
  if (ends.at(-1) !== text.length) ends.push(text.length)
  return ends
}

/** The same, but words in quotation marks are part of the sentence that gives them. */
export function sentenceEndsAroundQuotations(text: string): number[] {
  const spans = quotationSpans(text)
  let next = 0
  return sentenceEnds(text).filter((end) => {
    while ((spans[next]?.end ?? Infinity) <= end) next++
    return end === text.length || end <= (spans[next]?.start ?? Infinity)
  })
}

/** Offset at which the sentence begins that holds an offset. */
export function sentenceStart(text: string, offset: number): number {
  const before = sentenceEnds(text).findLast((end) => end <= offset) ?? 0
  return before + (/^\s*/.exec(text.slice(before))?.[0].length ?? 0)
}

/** Offset at which the sentence ends that holds the character before an offset. */
export function sentenceEnd(text: string, offset: number): number {
  return sentenceEnds(text).find((end) => end >= offset) ?? text.length
}

import {citationsIn} from './collate-quotations.ts'
import type {Reading} from './blocks.ts'
import {sentenceEndsAroundQuotations} from './sentences.ts'

/** The sentence for which each citation of the articles stands, by the citation's id; of a heading or cell all its words. */
export function readClaims(readings: readonly Reading[]): ReadonlyMap<string, string> {
  return new Map(readings.filter(({passage}) => passage.kind === 'article').flatMap(({blocks}) => blocks.flatMap((block) => {
    const citations = citationsIn(block)
    if (citations.length === 0) return []
    const ends = sentenceEndsAroundQuotations(block.text)
    return citations.map(({id, offset}) => {
      // A citation behind the mark that closes a sentence belongs to it.
      const last = Math.max(0, block.text.slice(0, offset).trimEnd().length - 1)
      const start = ends.findLast((end) => end <= last) ?? 0
      return [id, withoutHoles(block.text.slice(start, ends.find((end) => end > last)))] as const
    })
  })))
}

/** Words without the spaces that citations have left before a mark, and without the commas that stood between them. */
export function withoutHoles(words: string): string {
  const closed = words.replace(/\s+(?=[.,;:!?)\]’”])/gu, '')
  return closed.replace(/(?<=^|[:：，,、])(?:\s*[，,、])+|[，,、](?=\s*[；;。])/gu, '').replace(/\s+/g, ' ').trim()
}

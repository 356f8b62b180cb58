import type {Reading} from './blocks.ts'
import {wordsAroundCitations} from './words-around-citations.ts'
import {sentenceEndsAroundQuotations} from './sentences.ts'

/** The sentence for which each citation of the articles stands, also those of what is not there, by the citation's id; of a heading or cell all its words. */
export function readClaims(readings: readonly Reading[]): ReadonlyMap<string, string> {
  return new Map(readings.filter(({passage}) => passage.kind === 'article').flatMap(({blocks}) => blocks.flatMap((block) => {
    const standing = [...block.citations, ...block.absent]
    if (standing.length === 0) return []
    const ends = sentenceEndsAroundQuotations(block.text)
    return standing.map(({node, offset}) => {
      // A citation behind the mark that closes a sentence belongs to it.
      const last = Math.max(0, block.text.slice(0, offset).trimEnd().length - 1)
      const from = ends.findLast((end) => end <= last) ?? 0
      return [node.id, wordsAroundCitations(block, {from, to: ends.find((end) => end > last) ?? block.text.length})] as const
    })
  })))
}

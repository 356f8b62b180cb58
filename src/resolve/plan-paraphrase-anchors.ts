import type {Paraphrase} from '../model/quotation.ts'
import {referenceOf} from './attach-paraphrases.ts'
import {planAnchor, type AnchorPlan, type Reading} from './blocks.ts'
import {foldToLetters} from './find-passage.ts'

/** Plans an anchor where the words of each paraphrase begin, in the article and in the exhibit: as many letters before its call as they have. */
export function planParaphraseAnchors(paraphrases: readonly Paraphrase[], readings: readonly Reading[], anchors: AnchorPlan): void {
  const wanted = new Map(paraphrases.flatMap(({id, words, passage}) => [
    [referenceOf(id, 'article'), {id, words}] as const,
    ...(passage ? [[referenceOf(id, 'exhibit'), passage] as const] : []),
  ]))
  if (wanted.size === 0) return
  for (const {blocks} of readings) {
    for (const block of blocks) {
      for (const {node, offset} of block.references) {
        const end = wanted.get(node.identifier)
        if (end) planAnchor(anchors, block, {id: end.id, offset: startBefore(block.text, offset, end.words)})
      }
    }
  }
}

function startBefore(text: string, end: number, words: string): number {
  let left = foldToLetters(words).length
  let at = end
  while (at > 0 && left > 0) left -= foldToLetters(text.charAt(--at)).length
  return at
}

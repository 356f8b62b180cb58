import type {Nodes} from 'mdast'
import type {Paraphrase} from '../model/quotation.ts'
import {referenceOf} from './attach-paraphrases.ts'
import {planAnchor, type AnchorPlan, type Block, type Reading} from './blocks.ts'
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
      for (const {identifier, offset} of referencesIn(block)) {
        const end = wanted.get(identifier)
        if (end) planAnchor(anchors, block, {id: end.id, offset: startBefore(block.text, offset, end.words)})
      }
    }
  }
}

/** The calls of a block, each with the offset in its text. */
function referencesIn({node}: Block): {readonly identifier: string; readonly offset: number}[] {
  const found: {identifier: string; offset: number}[] = []
  let offset = 0
  const walk = (one: Nodes): void => {
    if (one.type === 'footnoteReference') found.push({identifier: one.identifier, offset})
    else if (one.type === 'text' || one.type === 'inlineCode') offset += one.value.length
    else if (one.type === 'break') offset += 1
    else if ('children' in one) one.children.forEach(walk)
  }
  walk(node)
  return found
}

function startBefore(text: string, end: number, words: string): number {
  let left = foldToLetters(words).length
  let at = end
  while (at > 0 && left > 0) left -= foldToLetters(text.charAt(--at)).length
  return at
}

import {toString} from 'mdast-util-to-string'
import {blocksIn, foldAll} from './find-passage.ts'
import {isBody, type Passage} from './texts.ts'

/** Least share of the character pairs that a block has in common with the words. */
const leastShare = 1 / 3
const longest = 120

/** The blocks that share most character pairs with the words, the best first, at most three: each in quotation marks with its place. */
export function nearestPassages(words: string, passages: readonly Passage[]): string[] {
  const wanted = pairs(words)
  return passages
    .flatMap((passage) => blocksOf(passage).map(({text, at}) => ({text, at, share: shareOf(wanted, pairs(text))})))
    .filter(({share}) => share > leastShare)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({text, at}) => `"${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}" (${at})`)
}

function blocksOf({content, file}: Passage): {text: string; at: string}[] {
  if (!isBody(content)) return [{text: content.value, at: file.path}]
  return blocksIn(content).map((block) => ({text: toString(block), at: [file.path, block.position?.start.line].filter((one) => one !== undefined).join(':')}))
}

function shareOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  return [...wanted].filter((pair) => there.has(pair)).length / Math.max(1, wanted.size)
}

function pairs(text: string): Set<string> {
  const folded = foldAll(text)
  return new Set(Array.from({length: Math.max(0, folded.length - 1)}, (_, index) => folded.slice(index, index + 2)))
}

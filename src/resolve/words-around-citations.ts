import type {Block} from './blocks.ts'

/** Marks before which no space stands, at the beginning of a text. */
const closing = /^[.,;:!?)\]’”。，、；：！？）】》〉」』]/u
/** Marks behind which no space stands, at the end of a text. */
const opening = /[(（[【《〈“‘「『]$/u
/** Letters and marks of Chinese, between which no space stands. */
const hanAtEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef”’…]$/u
const hanAtStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“‘…]/u

/**
 * A stretch of a block's text, white space as one space: without the spaces that citations have left before a mark or between
 * two Han characters, and without the commas that stood between them.
 *
 * @param range of the text; all of it by default
 */
export function wordsAroundCitations({text, citations}: Pick<Block, 'text' | 'citations'>, {from = 0, to = text.length} = {}): string {
  const inside = [...new Set(citations.map(({offset}) => offset).filter((one) => one >= from && one <= to))]
  const bounds = [from, ...inside, to]
  const words = bounds.slice(1).map((end, index) => text.slice(bounds[index], end)).reduce(join)
  if (inside.length === 0) return tidy(words)
  return tidy(words.replace(/(?<=^|[:：，,、])(?:\s*[，,、])+|[，,、](?=\s*(?:[；;。]|\.(?:\s|$)))/gu, ''))
}

function join(before: string, after: string): string {
  const [head, tail] = [before.trimEnd(), after.trimStart()]
  const isSpaced = head !== before || tail !== after
  const isClosed = head === '' || tail === '' || closing.test(tail) || opening.test(head) || (hanAtEnd.test(head) && hanAtStart.test(tail))
  return isSpaced && !isClosed ? `${head} ${tail}` : head + tail
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

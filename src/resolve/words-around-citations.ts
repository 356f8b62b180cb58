import type {Block} from './blocks.ts'

/** Marks before which no space stands, at the beginning of a text. */
const closing = /^[.,;:!?)\]’”。，、；：！？）】》〉」』]/u
/** Marks behind which no space stands, at the end of a text. */
const opening = /[(（[【《〈“‘「『]$/u
/** Letters and marks of Chinese, between which no space stands. */
const hanAtEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef”’…]$/u
const hanAtStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“‘…]/u

/**
 * A stretch of a block's text, white space as one space: without the words of citations of what is not there, without the
 * spaces that citations have left before a mark or between two Han characters, and without the commas that stood between them.
 *
 * @param range of the text; all of it by default
 */
export function wordsAroundCitations({text, citations, absent}: Pick<Block, 'text' | 'citations' | 'absent'>, {from = 0, to = text.length} = {}): string {
  const cuts = cutsOf(citations, absent).filter(({start, end: after}) => after >= from && start <= to)
  if (cuts.length === 0) return tidy(text.slice(from, to))
  const pieces = [from, ...cuts.map(({end}) => end)].map((start, index) => text.slice(Math.max(start, from), Math.min(cuts[index]?.start ?? to, to)))
  return tidy(pieces.reduce(join).replace(/(?<=^|[:：，,、])(?:\s*[，,、])+|[，,、](?=\s*(?:[；;。]|\.(?:\s|$)))/gu, ''))
}

/** Where citations stand, and the words of those of what is not there: apart from each other, in their order. */
function cutsOf(citations: Block['citations'], absent: Block['absent']): {readonly start: number; readonly end: number}[] {
  const all = [...citations.map(({offset}) => ({start: offset, end: offset})), ...absent.map(({offset, length}) => ({start: offset, end: offset + length}))]
  return all.sort((a, b) => a.start - b.start || a.end - b.end).reduce<{start: number; end: number}[]>((cuts, one) => {
    const last = cuts.at(-1)
    if (last && one.start <= last.end) last.end = Math.max(last.end, one.end)
    else cuts.push({...one})
    return cuts
  }, [])
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

import {quotationSpans} from '../model/quotation-spans.ts'
import type {Block, Reading} from './blocks.ts'
import type {FoundQuotation} from './find-quotations.ts'
import {tokensOf} from './scan-tokens.ts'
import {sentenceEndsAroundQuotations} from './sentences.ts'

/** The exhibit that is cited for a quotation. */
export interface CitedFor {
  /** Id; `undefined` where none is, or what is not among the exhibits. */
  readonly exhibit: string | undefined
  /** True where the citation stands with the quotation, with hardly a word between them: it says whose words these are. */
  readonly isBound: boolean
}

const nothing: CitedFor = {exhibit: undefined, isBound: false}

/** A place that cites; an exhibit only where that is there. */
interface Standing {
  readonly offset: number
  readonly exhibit: string | undefined
}

/**
 * The exhibit cited for a quotation: by the next citation behind it in its sentence, else the last before it there, else
 * likewise in its paragraph; for a block quotation within it, in a line behind it that has nothing but the citation or
 * names the source behind a dash, or in the last sentence of words before it that end with a colon. Never by a citation of
 * another paragraph.
 */
export function citedFor(found: FoundQuotation, {blocks}: Reading): CitedFor {
  return found.kind === 'block' ? citedForBlock(found, blocks) : citedInParagraph(found)
}

function citedInParagraph({blocks: [block], start, end}: FoundQuotation): CitedFor {
  if (!block) return nothing
  const standing = standingIn(block)
  if (standing.length === 0) return nothing
  const {text} = block
  const ends = sentenceEndsAroundQuotations(text)
  const sentenceAt = (offset: number): number => ends.findIndex((one) => one > offset)
  const own = sentenceAt(Math.max(0, start - 1))
  // A citation behind the mark that closes a sentence belongs to it.
  const inSentence = standing.filter(({offset}) => sentenceAt(Math.max(0, text.slice(0, offset).trimEnd().length - 1)) === own)
  const nearest = nearestTo(inSentence, end)
  if (nearest) return {exhibit: nearest.exhibit, isBound: nearest.offset >= end ? hasFewWords(text.slice(end, nearest.offset)) : /[:：]\s*.?$/u.test(text.slice(0, start)) && hasFewWords(text.slice(nearest.offset, start))}
  return {exhibit: nearestTo(standing, end)?.exhibit, isBound: false}
}

function nearestTo(standing: readonly Standing[], end: number): Standing | undefined {
  return standing.find(({offset}) => offset >= end) ?? standing.at(-1)
}

/** Other words in quotation marks aside. */
function hasFewWords(text: string): boolean {
  const outside = quotationSpans(text).reduceRight((rest, span) => rest.slice(0, span.start) + rest.slice(span.end), text)
  const tokens = tokensOf(outside)
  const hanCount = tokens.filter(({isHan}) => isHan).length
  return hanCount / 6 + (tokens.length - hanCount) / 3 < 1
}

function citedForBlock({blocks}: FoundQuotation, all: readonly Block[]): CitedFor {
  const within = blocks.flatMap(standingIn).at(-1)
  if (within) return {exhibit: within.exhibit, isBound: true}
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return nothing
  const [before, behind] = [all[all.indexOf(first) - 1], all[all.indexOf(last) + 1]]
  const below = behind && !behind.quoted && (!/[\p{L}\p{N}]/u.test(behind.text) || /^\s*[—–―-]/u.test(behind.text)) ? standingIn(behind)[0] : undefined
  if (below) return {exhibit: below.exhibit, isBound: true}
  if (!before || before.quoted || !/[:：]\s*$/u.test(before.text)) return nothing
  const from = sentenceEndsAroundQuotations(before.text.trimEnd()).at(-2) ?? 0
  const above = standingIn(before).findLast(({offset}) => offset > from)
  return above ? {exhibit: above.exhibit, isBound: true} : nothing
}

/** Citations of a block in their order, those of what is not there among them. */
function standingIn({citations, absent}: Block): Standing[] {
  const all: Standing[] = [...citations.map(({node, offset}) => ({offset, exhibit: node.exhibit})), ...absent.map(({offset}) => ({offset, exhibit: undefined}))]
  return all.sort((a, b) => a.offset - b.offset)
}

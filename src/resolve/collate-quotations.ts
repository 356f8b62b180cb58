import type {Quotation} from '../model/quotation.ts'
import {planAnchor, type AnchorPlan, type Reading} from './blocks.ts'
import {citedFor} from './cited-for.ts'
import {findQuotations, type FoundQuotation} from './find-quotations.ts'
import {featuresOf, indexExhibits} from './index-exhibits.ts'
import {matchQuotation, type FoundPassage, type SoughtQuotation} from './match-quotation.ts'
import {placeOf} from './place-of.ts'
import {haveSameMarks, type Stretch} from './redacted-marks.ts'
import type {RedactionJournal} from './redaction-journal.ts'
import {joinHashes, tokensOf, type Token} from './scan-tokens.ts'

/** Marks of omission: what stands between them is looked for in parts. */
const omission = /[[［(（]\s*(?:…+|\.{3,})\s*[\])）］]|…+|\.{3,}|(?:\. ){2,}\./g

/**
 * Compares every quotation of the articles with all exhibits. Nothing is called the same that is not, word by word;
 * what is too short to tell says so. Plans an anchor where each quotation begins, and one where the passage behind it does.
 *
 * @param readings every body, citations in place
 * @param journal which words a mark of the editor stands for: two marks look the same and need not be
 */
export function collateQuotations(readings: readonly Reading[], anchors: AnchorPlan, journal: RedactionJournal): Quotation[] {
  const found = readings.filter(({passage}) => passage.kind === 'article').flatMap((reading) => findQuotations(reading.blocks).map((one) => ({...one, reading})))
  if (found.length === 0) return []
  const sought = found.map((one) => ({one, quotation: seek(one, one.reading)}))
  const index = indexExhibits(readings, wantedBy(sought.map(({quotation}) => quotation)))
  return sought.map(({one, quotation}, at): Quotation => {
    const {result, small, passage} = matchQuotation(quotation, index)
    const isSame = result !== 'same' || !passage || journal.entries.length === 0 || haveSameMarks(stretchesOf(one), stretchOf(passage), journal)
    const [block] = one.blocks
    if (block) planAnchor(anchors, block, {offset: one.start, id: `quotation-${at + 1}`})
    if (passage?.block.block.runs.length) planAnchor(anchors, passage.block.block, {offset: passage.offset, id: `passage-${at + 1}`})
    return {
      id: `quotation-${at + 1}`,
      kind: one.kind,
      words: one.words,
      within: one.reading.passage.within,
      result: isSame ? result : 'differing',
      ...(small && isSame && {small}),
      source: placeOf(one.reading.passage.file, block?.node),
      ...(quotation.cited !== undefined && {cited: quotation.cited}),
      ...(passage && {passage: passageOf(passage, at)}),
    }
  })
}

function stretchesOf({blocks, kind, start, end}: FoundQuotation): Stretch[] {
  return blocks.map((block) => (kind === 'marks' ? {block, from: start, to: end} : {block, from: 0, to: Infinity}))
}

function stretchOf({block: {block}, offset, words}: FoundPassage): Stretch {
  return {block, from: offset, to: offset + words.reduce((sum, one) => sum + one.words.length, 0)}
}

/** In a header line no anchor can stand: the exhibit is pointed at. */
function passageOf({exhibit, block, words, quoted}: FoundPassage, at: number): NonNullable<Quotation['passage']> {
  return {id: block.block.runs.length > 0 ? `passage-${at + 1}` : exhibit, exhibit, words, quoted}
}

function seek(found: FoundQuotation, reading: Reading): SoughtQuotation {
  const {words} = found
  const parts: Token[][] = []
  let from = 0
  for (const match of [...words.matchAll(omission), {0: '', index: words.length}]) {
    const start = from
    const part = joinBracketed(words.slice(start, match.index)).map((one) => ({...one, start: one.start + start, end: one.end + start}))
    if (part.length > 0) parts.push(part)
    from = match.index + match[0].length
  }
  const adapted = adapt(words, parts)
  const {exhibit, isBound} = citedFor(found, reading)
  return {words, cited: exhibit, isBound, tokens: parts.flat(), parts, ...(adapted && {adapted})}
}

/** The tokens of a quotation; `[N]obody`, whose first letter was adapted, is one word. */
function joinBracketed(words: string): Token[] {
  const tokens = tokensOf(words)
  return tokens.flatMap((one, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]]
    if (next && isBracketed(words, one, next)) {
      const [joined] = tokensOf(words.slice(one.start, one.end) + words.slice(next.start, next.end))
      return joined ? [{...joined, start: one.start - 1, end: next.end}] : []
    }
    return before && isBracketed(words, before, one) ? [] : [one]
  })
}

function isBracketed(words: string, {start, end, isHan}: Token, next: Token): boolean {
  return !isHan && !next.isHan && end === start + 1 && words[start - 1] === '[' && words[end] === ']' && next.start === end + 1
}

/** The quotation with its first letter in the other case. */
function adapt(words: string, parts: readonly (readonly Token[])[]): SoughtQuotation['adapted'] {
  const [[head, ...others] = [], ...rest] = parts
  const at = head ? head.start + (words[head.start] === '[' ? 1 : 0) : 0
  const letter = words[at] ?? ''
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
  if (!head || other === letter || other.length !== 1) return undefined
  const adapted = words.slice(0, at) + other + words.slice(at + 1)
  const [first] = joinBracketed(adapted.slice(head.start, head.end))
  return first && {words: adapted, parts: [[{...head, hash: first.hash}, ...others], ...rest]}
}

function wantedBy(quotations: readonly SoughtQuotation[]): {features: ReadonlyMap<number, number>; beginnings: ReadonlySet<number>} {
  const features = new Map<number, number>()
  for (const {tokens} of quotations) for (const hash of featuresOf(tokens)) if (!features.has(hash)) features.set(hash, features.size)
  const beginnings = new Set(quotations.flatMap(({parts, adapted}) => [parts, adapted?.parts ?? []].flatMap((all) => {
    const [first, second] = all[0] ?? []
    return first && second ? [joinHashes(first.hash, second.hash)] : []
  })))
  return {features, beginnings}
}

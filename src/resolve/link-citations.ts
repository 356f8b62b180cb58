import type {PhrasingContent, Root, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {Citation, CitationNode, Exhibit} from '../model/dossier.ts'
import {readExhibitNumber} from '../model/exhibit-label.ts'
import {nearestName} from '../model/nearest-name.ts'
import {report} from '../report/report.ts'
import {afterClosingMarks} from './closing-marks.ts'
import {findBrackets, type Bracket, type NumberInBracket} from './find-brackets.ts'
import {placeOf} from './place-of.ts'
import {isBody, type Passage, type Texts} from './texts.ts'

/** A citation whose claim is not read yet. */
export type OpenCitation = Omit<Citation, 'claim'>

/**
 * Turns the words of the articles that point at exhibits into citations. Their calls follow the whole bracket and the
 * marks that close its phrase. What joins two numbers belongs to the words before it, so that no line begins with it;
 * exhibits within a range have citations without words. Words in code and in links stay as they are.
 *
 * Reports `resolve-citation-exists` for a citation of an exhibit that is not there, `resolve-range-is-in-order` for a
 * range that runs backwards or can't be counted.
 */
export function linkCitations(texts: Texts): OpenCitation[] {
  const citations: OpenCitation[] = []
  for (const passage of texts.passages) {
    if (passage.kind === 'article' && isBody(passage.content)) linkIn(passage.content, passage, texts, citations)
  }
  return citations
}

function linkIn(body: Root, passage: Passage, texts: Texts, citations: OpenCitation[]): void {
  visit(body, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'inlineCode' || node.type === 'code') return SKIP
    if (node.type !== 'text' || !parent || index === undefined) return undefined
    const pieces = split(node, passage, texts, citations)
    if (!pieces.some((piece) => piece.type === 'citation')) return undefined
    ;(parent.children as PhrasingContent[]).splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

function split(node: Text, passage: Passage, texts: Texts, citations: OpenCitation[]): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let from = 0
  const addText = (to: number) => {
    if (to > from) pieces.push({type: 'text', value: node.value.slice(from, to), ...(node.position && {position: node.position})})
    from = to
  }
  for (const bracket of findBrackets(node.value)) {
    const cited = citedIn(bracket, {node, passage, exhibits: texts.exhibits})
    if (cited.length === 0) continue
    addText(bracket.start)
    const made = cited.map((one) => cite({...one, asPrinted: bracket.words, node, passage, texts, citations}))
    pieces.push(...made.flatMap((one) => one.words))
    from = bracket.start + bracket.words.length
    addText(afterClosingMarks(node.value, from))
    pieces.push(...made.map((one) => one.call))
  }
  addText(node.value.length)
  return pieces
}

/** An exhibit that a bracket names, with its share of the words: all of them together are the bracket. */
interface Cited {
  readonly exhibit: Exhibit
  /** Empty for an exhibit within a range, which no word names. */
  readonly value: string
}

/** What is needed to look numbers up, and to say where they stand. */
interface Sought {
  readonly node: Text
  readonly passage: Passage
  readonly exhibits: readonly Exhibit[]
}

function citedIn({words, numbers: written, isRound}: Bracket, sought: Sought): Cited[] {
  if (written.every((one) => isWord(one.words, sought.exhibits))) return []
  const numbers = joinCompounds(written, sought.exhibits)
  if (isRound && !numbers.every((one) => find(one.words, sought.exhibits))) return []
  const cited: Cited[] = []
  let from = 0
  for (const [index, number] of numbers.entries()) {
    const exhibit = find(number.words, sought.exhibits)
    const before = numbers[index - 1]
    if (number.endsRange && before) cited.push(...citedBetween(before.words, number.words, {...sought, asPrinted: words}))
    else if (!exhibit) reportUnknown(number.words, words, sought)
    if (!exhibit) continue
    const end = numbers[index + 1]?.start ?? words.length
    cited.push({exhibit, value: words.slice(from, end)})
    from = end
  }
  const last = cited.pop()
  return last ? [...cited, {...last, value: last.value + words.slice(from)}] : []
}

/** `[letter to]` is no citation: small letters are a number only where an exhibit has it. */
function isWord(words: string, exhibits: readonly Exhibit[]): boolean {
  return /^[a-z]+$/.test(words) && !find(words, exhibits)
}

/** `[附件2-1]` is no range where an exhibit has the number `2-1`. */
function joinCompounds(numbers: readonly NumberInBracket[], exhibits: readonly Exhibit[]): NumberInBracket[] {
  const joined: NumberInBracket[] = []
  for (const number of numbers) {
    const before = joined.at(-1)
    const compound = `${before?.words}-${number.words}`
    if (before && number.endsRange && find(compound, exhibits)) joined.splice(-1, 1, {...before, words: compound})
    else joined.push(number)
  }
  return joined
}

/** The exhibits within a range, its ends aside. Reports what is wrong with the range, and a last exhibit that is not there. */
function citedBetween(first: string, last: string, sought: Sought & {asPrinted: string}): Cited[] {
  const {exhibits, asPrinted} = sought
  const [start, end] = [countOf(first), countOf(last)]
  const isCounted = start !== undefined && end !== undefined && start.isLetter === end.isLetter
  if (!isCounted || end.at < start.at) reportRange(`${first}–${last}`, asPrinted, sought)
  if (!isCounted) {
    if (!find(last, exhibits)) reportUnknown(last, asPrinted, sought)
    return []
  }
  const [low, high] = [Math.min(start.at, end.at), Math.max(start.at, end.at)]
  const there = new Map(exhibits.flatMap((exhibit) => {
    const count = countOf(exhibit.number)
    return count && count.isLetter === start.isLetter && count.at >= low && count.at <= high ? [[count.at, exhibit] as const] : []
  }))
  const expected = Array.from({length: high - low + 1}, (_, index) => low + index).filter((at) => at !== start.at)
  const missing = expected.filter((at) => !there.has(at)).map((at) => (start.isLetter ? String.fromCodePoint(at) : String(at)))
  if (missing.length > 0) reportUnknown(missing.length > 6 ? `${missing.slice(0, 5).join(', ')} … ${missing.at(-1)}` : missing.join(', '), asPrinted, sought)
  return [...there].filter(([at]) => at > low && at < high).map(([, exhibit]) => ({exhibit, value: ''}))
}

/** Numbers and single letters can be counted. */
function countOf(words: string): {isLetter: boolean; at: number} | undefined {
  const number = readExhibitNumber(words)
  if (/^\d+$/.test(number)) return {isLetter: false, at: Number(number)}
  return /^[A-Z]$/.test(number) ? {isLetter: true, at: number.codePointAt(0) ?? 0} : undefined
}

function cite(input: Cited & {asPrinted: string; node: Text; passage: Passage; texts: Texts; citations: OpenCitation[]}): {words: PhrasingContent[]; call: PhrasingContent} {
  const {value, asPrinted, exhibit, node, passage, texts, citations} = input
  const id = `citation-${citations.length + 1}`
  const source = placeOf(passage.file, node)
  citations.push({id, exhibit: exhibit.id, asPrinted, within: passage.within, source})
  texts.pending.set(id, {kind: 'citation', citation: id, body: [], source})
  const position = node.position && {position: node.position}
  const printed = value.trimEnd()
  const citation: CitationNode = {type: 'citation', id, exhibit: exhibit.id, value: printed, ...position}
  // A space at the end of a box is not printed, so it stands between the boxes.
  const space: PhrasingContent[] = printed === value ? [] : [{type: 'text', value: value.slice(printed.length), ...position}]
  return {words: [citation, ...space], call: {type: 'footnoteReference', identifier: id, ...position}}
}

function find(words: string, exhibits: readonly Exhibit[]): Exhibit | undefined {
  const wanted = readExhibitNumber(words)
  return exhibits.find((exhibit) => readExhibitNumber(exhibit.number) === wanted)
}

function reportUnknown(words: string, asPrinted: string, {node, passage, exhibits}: Sought): void {
  const known = exhibits.map((exhibit) => exhibit.number)
  const near = nearestName(words, known)
  const which = asPrinted.includes(words) ? '' : ` (${words})`
  report(passage.file, 'resolve-citation-exists', `Unexpected citation ${asPrinted}${which}, expected the number of an exhibit that is there`, {
    place: node.position,
    expected: known,
    hint: known.length === 0 ? 'There is no exhibit: add one under exhibits/, or escape the bracket as \\[ to print the words.' : `The exhibits are ${known.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}.`,
  })
}

function reportRange(range: string, asPrinted: string, {node, passage}: Sought): void {
  report(passage.file, 'resolve-range-is-in-order', `Unexpected range ${range} in ${asPrinted}, expected one from a smaller number or letter to a larger one`, {
    place: node.position,
    hint: 'Turn the range round, or name its exhibits one by one.',
  })
}

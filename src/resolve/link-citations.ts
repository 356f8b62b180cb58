import type {PhrasingContent, Root, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {CitationNode} from '../model/body-nodes.ts'
import type {AbsentCitation, Citation, Exhibit} from '../model/dossier.ts'
import {readExhibitNumber} from '../model/exhibit-label.ts'
import type {UnpublishedExhibit} from '../model/settings.ts'
import {report} from '../report/report.ts'
import {afterClosingMarks} from './closing-marks.ts'
import {reportAbsent} from './report-absent.ts'
import {findBrackets, type Bracket, type NumberInBracket} from './find-brackets.ts'
import {placeOf} from './place-of.ts'
import {isBody, type Passage, type Texts} from './texts.ts'

/** A citation whose claim is not read yet. */
export type OpenCitation = Omit<Citation, 'claim'>
/** A citation of what is not there, whose claim is not read yet. */
export type OpenAbsence = Omit<AbsentCitation, 'claim'>

/** What the texts of the articles cite. */
export interface LinkedCitations {
  readonly citations: readonly OpenCitation[]
  readonly absent: readonly OpenAbsence[]
}

/**
 * Turns the words of the articles that point at exhibits into citations. Their calls follow the whole bracket and the
 * marks that close its phrase. What joins two numbers belongs to the words before it, so that no line begins with it;
 * exhibits within a range have citations without words. Words in code and in links stay as they are, and so do those
 * that point at what is not there: an anchor stands before them.
 *
 * Reports what `reportAbsent` does, and `resolve-range-is-in-order` for a range that runs backwards or can't be counted.
 *
 * @param unpublished what the settings name as not published
 */
export function linkCitations(texts: Texts, unpublished: readonly UnpublishedExhibit[] = []): LinkedCitations {
  const linked: Linking = {citations: [], absent: [], warned: new Set(), unpublished: new Set(unpublished.map(({number}) => readExhibitNumber(number))), exhibits: new Map([...texts.exhibits].reverse().map((one) => [readExhibitNumber(one.number), one])), texts}
  const imported = new Set(texts.articles.filter(({origin}) => origin !== undefined).map(({id}) => id))
  for (const passage of texts.passages) {
    if (passage.kind === 'article' && isBody(passage.content)) linkIn(passage.content, {...linked, passage, isImported: imported.has(passage.within)})
  }
  return linked
}

/** Where citations are looked for, and what is found. */
interface Linking {
  readonly texts: Texts
  /** By their numbers in one form. */
  readonly exhibits: ReadonlyMap<string, Exhibit>
  readonly unpublished: ReadonlySet<string>
  readonly citations: OpenCitation[]
  readonly absent: OpenAbsence[]
  /** Numbers of which a warning was given, each with its file. */
  readonly warned: Set<string>
}

type LinkingIn = Linking & {readonly passage: Passage; readonly isImported: boolean}

function linkIn(body: Root, linking: LinkingIn): void {
  visit(body, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'inlineCode' || node.type === 'code') return SKIP
    if (node.type !== 'text' || !parent || index === undefined) return undefined
    const pieces = split({...linking, node})
    if (pieces.every((piece) => piece.type === 'text')) return undefined
    ;(parent.children as PhrasingContent[]).splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

/** What is needed to look numbers up, and to say where they stand. */
type Sought = LinkingIn & {readonly node: Text}

function split(sought: Sought): PhrasingContent[] {
  const {node} = sought
  const pieces: PhrasingContent[] = []
  let from = 0
  const addText = (to: number) => {
    if (to > from) pieces.push({type: 'text', value: node.value.slice(from, to), ...(node.position && {position: node.position})})
    from = to
  }
  for (const bracket of findBrackets(node.value)) {
    const cited = citedIn(bracket, sought)
    if (cited.length === 0) continue
    addText(bracket.start)
    const made = cited.map((one) => cite(one, bracket.words, sought))
    pieces.push(...made.flatMap((one) => one.words))
    from = bracket.start + bracket.words.length
    const calls = made.flatMap((one) => one.call ?? [])
    if (calls.length > 0) addText(afterClosingMarks(node.value, from))
    pieces.push(...calls)
  }
  addText(node.value.length)
  return pieces
}

/** What a bracket names, with its share of the words: all of them together are the bracket. */
interface Cited {
  /** An exhibit, or numbers of which none is there. */
  readonly of: Exhibit | readonly string[]
  /** Empty for what stands within a range, which no word names. */
  readonly value: string
}

function citedIn({words, numbers: written, isRound}: Bracket, sought: Sought): Cited[] {
  if (written.every((one) => isWord(one.words, sought))) return []
  const numbers = joinCompounds(written, sought)
  if (isRound && !numbers.every((one) => isKnown(one.words, sought))) return []
  const cited: Cited[] = []
  let from = 0
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1]
    if (number.endsRange && before) cited.push(...citedBetween(before.words, number.words, words, sought))
    const end = numbers[index + 1]?.start ?? words.length
    cited.push({of: find(number.words, sought) ?? [number.words], value: words.slice(from, end)})
    from = end
  }
  const missing = cited.flatMap(({of}) => ('id' in of ? [] : of)).filter((one) => !isKnown(one, sought))
  if (missing.length > 0) reportAbsent(missing, {...sought, asPrinted: words, exhibits: sought.texts.exhibits})
  return cited
}

/** `[letter to]` is no citation: small letters are a number only where an exhibit has it. */
function isWord(words: string, sought: Linking): boolean {
  return /^[a-z]+$/.test(words) && !isKnown(words, sought)
}

/**
 * `[附件2-1]` is no range where an exhibit has the number `2-1`; nor is it one in an imported text, where it would run
 * backwards.
 */
function joinCompounds(numbers: readonly NumberInBracket[], sought: Sought): NumberInBracket[] {
  const joined: NumberInBracket[] = []
  for (const number of numbers) {
    const before = joined.at(-1)
    const compound = `${before?.words}-${number.words}`
    const isOne = before && number.endsRange && (isKnown(compound, sought) || (sought.isImported && number.isDashed && !isForward(before.words, number.words)))
    if (isOne) joined.splice(-1, 1, {...before, words: compound})
    else joined.push(number)
  }
  return joined
}

function isForward(first: string, last: string): boolean {
  const [start, end] = [countOf(first), countOf(last)]
  return start !== undefined && end !== undefined && start.isLetter === end.isLetter && start.at <= end.at
}

/** What stands within a range, its ends aside. Reports what is wrong with the range in a text of one's own. */
function citedBetween(first: string, last: string, asPrinted: string, sought: Sought): Cited[] {
  if (!isForward(first, last)) {
    if (!sought.isImported) reportRange(`${first}–${last}`, asPrinted, sought)
    if (sought.isImported || countOf(first)?.isLetter !== countOf(last)?.isLetter) return []
  }
  const [start, end] = [countOf(first), countOf(last)]
  if (!start || !end) return []
  const cited: Cited[] = []
  let missing: string[] = []
  const endMissing = (): void => {
    if (missing.length > 0) cited.push({of: missing, value: ''})
    missing = []
  }
  for (let at = Math.min(start.at, end.at) + 1; at < Math.max(start.at, end.at); at++) {
    const number = start.isLetter ? String.fromCodePoint(at) : String(at)
    const exhibit = find(number, sought)
    if (exhibit || (missing[0] !== undefined && isKnown(missing[0], sought) !== isKnown(number, sought))) endMissing()
    if (exhibit) cited.push({of: exhibit, value: ''})
    else missing.push(number)
  }
  endMissing()
  return cited
}

/** Numbers and single letters can be counted. */
function countOf(words: string): {isLetter: boolean; at: number} | undefined {
  const number = readExhibitNumber(words)
  if (/^\d+$/.test(number)) return {isLetter: false, at: Number(number)}
  return /^[A-Z]$/.test(number) ? {isLetter: true, at: number.codePointAt(0) ?? 0} : undefined
}

function cite({of, value}: Cited, asPrinted: string, {node, passage, texts, citations, absent, unpublished}: Sought): {words: PhrasingContent[]; call?: PhrasingContent} {
  const source = placeOf(passage.file, node)
  const position = node.position && {position: node.position}
  if (!('id' in of)) {
    const id = `absent-${absent.length + 1}`
    absent.push({id, numbers: of, asPrinted, within: passage.within, isStated: of.every((one) => unpublished.has(readExhibitNumber(one))), source})
    return {words: [{type: 'anchor', id, length: value.length, ...position}, ...(value === '' ? [] : [{type: 'text' as const, value, ...position}])]}
  }
  const id = `citation-${citations.length + 1}`
  citations.push({id, exhibit: of.id, asPrinted, within: passage.within, source})
  texts.pending.set(id, {kind: 'citation', citation: id, body: [], source})
  const printed = value.trimEnd()
  const citation: CitationNode = {type: 'citation', id, exhibit: of.id, value: printed, ...position}
  // A space at the end of a box is not printed, so it stands between the boxes.
  const space: PhrasingContent[] = printed === value ? [] : [{type: 'text', value: value.slice(printed.length), ...position}]
  return {words: [citation, ...space], call: {type: 'footnoteReference', identifier: id, ...position}}
}

function find(words: string, {exhibits}: Linking): Exhibit | undefined {
  return exhibits.get(readExhibitNumber(words))
}

/** Whether an exhibit has the number, or the settings say why none has. */
function isKnown(words: string, {exhibits, unpublished}: Linking): boolean {
  const number = readExhibitNumber(words)
  return exhibits.has(number) || unpublished.has(number)
}

function reportRange(range: string, asPrinted: string, {node, passage}: Sought): void {
  report(passage.file, 'resolve-range-is-in-order', `Unexpected range ${range} in ${asPrinted}, expected one from a smaller number or letter to a larger one`, {
    place: node.position,
    hint: 'Turn the range round, or name its exhibits one by one.',
  })
}

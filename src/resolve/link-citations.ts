import type {PhrasingContent, Root, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {Citation, CitationNode, Exhibit} from '../model/dossier.ts'
import {exhibitNumbers, exhibitWords, readExhibitNumber} from '../model/exhibit-label.ts'
import {nearestName} from '../model/nearest-name.ts'
import {report} from '../report/report.ts'
import {placeOf} from './place-of.ts'
import {isBody, type Passage, type Texts} from './texts.ts'

const joint = '\\s*(?:、|,|，|;|；|&|和|及|与|與|and|to|-|–|—|至)\\s*'
const rangeJoint = /^\s*(?:-|–|—|至|to)\s*$/
/** `[邮件1]`, `[附件一]`, `[Exhibits A, B]`, `【邮件 3】`: label and numbers within brackets. */
const pattern = new RegExp(`[\\[【［]\\s*(?:${exhibitWords})s?\\s*(?:no\\.?|nr\\.?|#|№|第)?\\s*(?:${exhibitNumbers})(?:号|號)?(?:${joint}(?:${exhibitNumbers}))*\\s*[\\]】］]`, 'giu')
const numberAlone = new RegExp(`(?:${exhibitNumbers})(?=号|號|\\s*[\\]】］]|${joint})`, 'giu')

/**
 * Turns the words of the articles that point at exhibits into citations, each followed by a call of its note.
 * Words in code and in links stay as they are.
 *
 * Reports `resolve-citation-exists` for a citation of an exhibit that is not there.
 */
export function linkCitations(texts: Texts): Citation[] {
  const citations: Citation[] = []
  for (const passage of texts.passages) {
    if (passage.kind === 'article' && isBody(passage.content)) linkIn(passage.content, passage, texts, citations)
  }
  return citations
}

function linkIn(body: Root, passage: Passage, texts: Texts, citations: Citation[]): void {
  visit(body, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'inlineCode' || node.type === 'code') return SKIP
    if (node.type !== 'text' || !parent || index === undefined) return undefined
    const pieces = split(node, passage, texts, citations)
    if (pieces.length === 1) return undefined
    ;(parent.children as PhrasingContent[]).splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

function split(node: Text, passage: Passage, texts: Texts, citations: Citation[]): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let from = 0
  const addText = (to: number) => {
    if (to > from) pieces.push({type: 'text', value: node.value.slice(from, to), ...(node.position && {position: node.position})})
    from = to
  }
  for (const match of node.value.matchAll(pattern)) {
    const cited = citedIn({match, node, passage, texts})
    if (cited.length === 0) continue
    addText(match.index)
    const made = cited.map((one) => cite({...one, node, passage, texts, citations}))
    pieces.push(...made.map((one) => one.citation))
    from = match.index + match[0].length
    // A call follows the mark that closes its phrase.
    const closing = closingMarks.exec(node.value.slice(from, from + 8))?.[0] ?? ''
    addText(from + closing.length)
    pieces.push(...made.map((one) => one.call))
  }
  addText(node.value.length)
  return pieces
}

const closingMarks = /^[。，、；：！？）》」』】”’.,;:!?)\]]+/u

/** An exhibit that a bracket names, with its share of the words: from the end of the one before to the next number. */
interface Cited {
  readonly exhibit: Exhibit
  /** Empty for an exhibit within a range, which no word names. */
  readonly value: string
}

function citedIn({match, node, passage, texts}: {match: RegExpExecArray; node: Text; passage: Passage; texts: Texts}): Cited[] {
  const [words] = match
  const numbers = [...words.matchAll(numberAlone)]
  const cited: Cited[] = []
  let from = 0
  numbers.forEach((number, index) => {
    const next = numbers[index + 1]
    const before = numbers[index - 1]
    const exhibit = find(number[0], texts.exhibits)
    if (!exhibit) return reportUnknown({words: number[0], asPrinted: words, node}, passage, texts)
    const isRange = before !== undefined && rangeJoint.test(words.slice(before.index + before[0].length, number.index))
    if (isRange) cited.push(...within(before[0], exhibit, texts.exhibits).map((one) => ({exhibit: one, value: ''})))
    const end = next?.index ?? words.length
    cited.push({exhibit, value: words.slice(from, end)})
    from = end
  })
  const last = cited.at(-1)
  if (last && from < words.length) cited[cited.length - 1] = {...last, value: last.value + words.slice(from)}
  return cited
}

/** The exhibits between the first number of a range and its last one. */
function within(first: string, last: Exhibit, exhibits: readonly Exhibit[]): readonly Exhibit[] {
  const start = exhibits.findIndex((exhibit) => readExhibitNumber(exhibit.number) === readExhibitNumber(first))
  return start < 0 ? [] : exhibits.slice(start + 1, Math.max(start + 1, exhibits.indexOf(last)))
}

function cite(input: {value: string; exhibit: Exhibit; node: Text; passage: Passage; texts: Texts; citations: Citation[]}): {citation: CitationNode; call: PhrasingContent} {
  const {value, exhibit, node, passage, texts, citations} = input
  const id = `citation-${citations.length + 1}`
  const source = placeOf(passage.file, node)
  citations.push({id, exhibit: exhibit.id, asPrinted: value, within: passage.within, source})
  texts.pending.set(id, {kind: 'citation', citation: id, body: [], source})
  const position = node.position && {position: node.position}
  return {citation: {type: 'citation', id, exhibit: exhibit.id, value, ...position}, call: {type: 'footnoteReference', identifier: id, ...position}}
}

function find(words: string, exhibits: readonly Exhibit[]): Exhibit | undefined {
  const wanted = readExhibitNumber(words)
  return exhibits.find((exhibit) => readExhibitNumber(exhibit.number) === wanted)
}

function reportUnknown(cited: {words: string; asPrinted: string; node: Text}, passage: Passage, texts: Texts): void {
  const {words, asPrinted, node} = cited
  const known = texts.exhibits.map((exhibit) => exhibit.number)
  const near = nearestName(words, known)
  report(passage.file, 'resolve-citation-exists', `Unexpected citation ${asPrinted}, expected the number of an exhibit that is there`, {
    place: node.position,
    expected: known,
    hint: known.length === 0 ? 'There is no exhibit: add one under exhibits/, or escape the bracket as \\[ to print the words.' : `The exhibits are ${known.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}.`,
  })
}

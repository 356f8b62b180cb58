import type {Exhibit, Message, UnfoundFigure} from '../model/dossier.ts'
import type {Moment} from '../model/moment.ts'
import type {Block, Reading} from './blocks.ts'
import {isWithin, readFigures, readPossibleFigures, type Figure} from './read-figures.ts'
import {sentenceEndsAroundQuotations} from './sentences.ts'
import {wordsAroundCitations} from './words-around-citations.ts'

/**
 * Amounts, dates and percentages for which an article cites an exhibit that does not contain them: those of the citing
 * sentence, and those before it, back to the citation before or the beginning of the paragraph. What a translation has
 * changed is found so, too; what stands in the headers of an exhibit, or is said at its head, counts as its own. A figure is
 * listed once for a sentence.
 */
export function checkFigures(readings: readonly Reading[], exhibits: readonly Exhibit[]): UnfoundFigure[] {
  const known = new Map<string, readonly Figure[]>()
  const figuresOf = (id: string): readonly Figure[] => {
    const found = known.get(id) ?? figuresOfExhibit(id, readings, exhibits)
    known.set(id, found)
    return found
  }
  return readings.filter(({passage}) => passage.kind === 'article').flatMap(({blocks}) => blocks.flatMap((block) => checkBlock(block, figuresOf)))
}

function checkBlock(block: Block, figuresOf: (exhibit: string) => readonly Figure[]): UnfoundFigure[] {
  if (block.citations.length === 0) return []
  const figures = readFigures(block.text)
  if (figures.length === 0) return []
  const ends = sentenceEndsAroundQuotations(block.text)
  const groups = groupAtOnePlace(block)
  const found = groups.flatMap((group, index) => {
    const from = groups[index - 1]?.[0]?.offset ?? 0
    const [first] = group
    if (!first) return []
    const at = block.text.slice(0, first.offset).trimEnd().length
    const sentence = startBefore(ends, Math.max(0, at - 1))
    // A sentence goes on behind a citation in its middle, up to the next one.
    const to = groups[index + 1]?.[0]?.offset ?? Infinity
    const end = Math.min(to, ends.find((one) => one >= at) ?? block.text.length)
    const cited = group.flatMap(({node}) => figuresOf(node.exhibit))
    return figures
      .filter((one) => one.start >= from && one.start < end && !cited.some((other) => isWithin(one, other)))
      .map((one): UnfoundFigure => ({words: one.words, kind: one.kind, citation: first.node.id, where: one.start >= sentence ? 'sentence' : 'before', sentence: wordsAroundCitations(block, {from: startBefore(ends, one.start), to: ends.find((other) => other > one.start) ?? block.text.length})}))
  })
  return found.filter((one, index) => !found.slice(0, index).some((other) => other.words === one.words && other.sentence === one.sentence))
}

/** Citations with no word between them are for the same claim. */
function groupAtOnePlace({citations, text}: Block): Block['citations'][] {
  const groups: Block['citations'][number][][] = []
  for (const citation of citations) {
    const last = groups.at(-1)
    const between = last?.[0] ? text.slice(last[0].offset, citation.offset) : 'a'
    if (last && !/[\p{L}\p{N}]/u.test(between)) last.push(citation)
    else groups.push([citation])
  }
  return groups
}

function startBefore(ends: readonly number[], offset: number): number {
  return ends.findLast((end) => end <= offset) ?? 0
}

function figuresOfExhibit(id: string, readings: readonly Reading[], exhibits: readonly Exhibit[]): Figure[] {
  const exhibit = exhibits.find((one) => one.id === id)
  const texts = readings.filter(({passage}) => passage.within === id).flatMap(({blocks}) => blocks.flatMap(({text}) => readPossibleFigures(text)))
  return [...texts, ...(exhibit?.messages ?? []).flatMap(datesOf), ...(exhibit?.paper?.date ? dateOf(exhibit.paper.date) : []), ...headOf(exhibit).flatMap(readPossibleFigures)]
}

/** What is printed at the head of an exhibit beside the headers of messages, which are read with its texts. */
function headOf(exhibit: Exhibit | undefined): string[] {
  return [exhibit?.title ?? '', ...(exhibit?.preface ?? []), ...(exhibit?.paper?.fields ?? []).map(({value}) => value)]
}

function datesOf({date, parts}: Message): Figure[] {
  return [...(date ? dateOf(date) : []), ...parts.flatMap((part) => ('type' in part ? [] : datesOf(part)))]
}

function dateOf({local, asPrinted}: Moment): Figure[] {
  const {year, month, day} = local ?? {}
  return year === undefined ? [] : [{kind: 'date', words: asPrinted, start: 0, year, ...(month !== undefined && {month}), ...(day !== undefined && {day})}]
}

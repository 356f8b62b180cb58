import type {ElementContent} from 'hast'
import type {Chapter} from '../model/book.ts'
import type {CollationResult, Quotation} from '../model/quotation.ts'
import type {Bench} from './bench.ts'
import {comparedWords} from './compared-words.ts'
import {fillWord} from './compile-templates.ts'
import {resultWords, rowOf} from './result-words.ts'
import {exhibitName} from './words-of.ts'

const results: readonly CollationResult[] = ['same', 'differing', 'similar', 'missing', 'brief']

/** Letters of a figure that is not broken at the end of a line. */
const longestWhole = 18

/** Quotations beside the passages of the exhibits, and figures that the exhibits cited do not contain. */
export function collationChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['collation'] ?? ''
  const slots: Record<string, readonly ElementContent[]> = {}
  const compared = dossier.quotations.filter((one) => one.result !== 'brief')
  const view = {
    title,
    counts: results.flatMap((result) => {
      const count = dossier.quotations.filter((one) => one.result === result).length
      return count === 0 ? [] : [fillWord(words, 'collation-count', [words[`collation-${result}`], count])]
    }),
    quotations: compared.map((one) => quotationView(one, bench, slots)),
    brief: dossier.quotations.filter((one) => one.result === 'brief').map(({id, words: own}) => ({id, row: rowOf(id), words: own})),
    figures: dossier.unfoundFigures.map(({words: figure, citation, sentence, where}, index) => {
      slots[`figure-${index}`] = comparedWords(aroundFigure(sentence, figure), 'differing', dossier.language)
      const cited = dossier.exhibits.find((one) => one.id === dossier.citations.find(({id}) => id === citation)?.exhibit)
      return {figure, isShort: figure.length <= longestWhole, citation, slot: `figure-${index}`, isBefore: where === 'before', exhibit: cited ? {id: cited.id, name: exhibitName(cited, words)} : undefined}
    }),
  }
  return {
    id: 'collation',
    kind: 'collation',
    part: 'back',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'next',
    language: dossier.language,
    title,
    body: bench.fill('collation', view, slots),
  }
}

function quotationView(quotation: Quotation, {dossier, words}: Bench, slots: Record<string, readonly ElementContent[]>): object {
  const {id, result, words: own, passage, cited} = quotation
  const mark = result === 'differing' ? 'differing' : result === 'same' ? 'left-out' : undefined
  const exhibit = dossier.exhibits.find((one) => one.id === (passage?.exhibit ?? cited))
  slots[`${id}-quoted`] = comparedWords(passage?.quoted ?? [{words: own, inBoth: true}], mark, dossier.language)
  slots[`${id}-passage`] = passage ? comparedWords(passage.words, mark, exhibit?.language ?? dossier.language) : []
  return {
    id,
    row: rowOf(id),
    result: resultWords(quotation, {words}),
    kind: result,
    quoted: `${id}-quoted`,
    passage: passage ? {id: passage.id, slot: `${id}-passage`} : undefined,
    exhibit: exhibit ? {id: exhibit.id, name: exhibitName(exhibit, words)} : undefined,
    elsewhere: passage !== undefined && cited !== undefined && passage.exhibit !== cited ? exhibitNameById(cited, dossier.exhibits, words) : '',
  }
}

function exhibitNameById(id: string, exhibits: Bench['dossier']['exhibits'], words: Bench['words']): string {
  const exhibit = exhibits.find((one) => one.id === id)
  return exhibit ? exhibitName(exhibit, words) : ''
}

function aroundFigure(sentence: string, figure: string): {words: string; inBoth: boolean}[] {
  const at = sentence.indexOf(figure)
  if (at === -1) return [{words: sentence, inBoth: true}]
  return [{words: sentence.slice(0, at), inBoth: true}, {words: figure, inBoth: false}, {words: sentence.slice(at + figure.length), inBoth: true}].filter((one) => one.words !== '')
}

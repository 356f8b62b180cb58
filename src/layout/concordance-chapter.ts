import type {ElementContent} from 'hast'
import type {Chapter} from '../model/book.ts'
import type {Citation, Exhibit, Quotation} from '../model/dossier.ts'
import type {Bench} from './bench.ts'
import {rowOf} from './collation-chapter.ts'
import {comparedWords} from './compared-words.ts'
import {exhibitName} from './words-of.ts'

/** Longest claim that is printed whole, in UTF-16 units; a Han character takes the room of two. */
const longestClaim = 180

/** For each exhibit every place that cites it, with the claim it stands for, and every place that only quotes it. */
export function concordanceChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['concordance'] ?? ''
  const slots: Record<string, readonly ElementContent[]> = {}
  const view = {
    title,
    severalArticles: dossier.articles.length > 1,
    exhibits: dossier.exhibits.map((exhibit) => ({id: exhibit.id, name: exhibitName(exhibit, words), title: exhibit.title, places: placesOf(exhibit, bench, slots)})),
    uncited: dossier.exhibits.filter((one) => one.citedBy.length === 0).map((one) => ({id: one.id, name: exhibitName(one, words)})),
  }
  return {
    id: 'concordance',
    kind: 'concordance',
    part: 'back',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'next',
    language: dossier.language,
    title,
    body: bench.fill('concordance', view, slots),
  }
}

function placesOf(exhibit: Exhibit, {dossier, words}: Bench, slots: Record<string, readonly ElementContent[]>): object[] {
  const put = (id: string, text: string): string => {
    slots[`claim-${id}`] = comparedWords([{words: shortened(text), inBoth: true}], undefined, dossier.language)
    return `claim-${id}`
  }
  const cited = dossier.citations.filter((one) => one.exhibit === exhibit.id)
  const quoted = dossier.quotations.filter((one) => one.passage?.exhibit === exhibit.id)
  const inClaim = (quotation: Quotation): boolean => cited.some((one) => isIn(quotation, one.claim))
  const articles = dossier.articles.map(({id}) => id)
  const place = ({within, source}: Citation | Quotation) => ({article: articles.indexOf(within), line: source.line})
  // A citation follows the words that it is for: in one paragraph quotations come first.
  return [
    ...quoted
      .filter((one) => one.cited !== exhibit.id || !inClaim(one))
      .map((one) => ({...place(one), id: one.id, slot: put(one.id, one.words), how: words[one.cited === exhibit.id ? 'concordance-cited' : 'concordance-quoted'] ?? '', results: [{row: rowOf(one.id), result: words[`collation-${one.result}`] ?? ''}]})),
    ...cited.map((one) => {
      const quotations = quoted.filter((quotation) => quotation.cited === exhibit.id && isIn(quotation, one.claim))
      return {...place(one), id: one.id, slot: put(one.id, one.claim), how: words['concordance-cited'] ?? '', results: quotations.map(({id, result}) => ({row: rowOf(id), result: words[`collation-${result}`] ?? ''}))}
    }),
  ].sort((a, b) => a.article - b.article || a.line - b.line)
}

function isIn({words}: Quotation, claim: string): boolean {
  return claim.replace(/\s+/g, ' ').includes(words)
}

/** Ends with a mark of omission where it is too long. */
function shortened(text: string): string {
  let room = longestClaim
  for (let at = 0; at < text.length; at++) {
    room -= text.charCodeAt(at) >= 0x2e80 ? 2 : 1
    if (room < 0) return `${text.slice(0, at).trimEnd()}…`
  }
  return text
}

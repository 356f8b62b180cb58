import type {ElementContent} from 'hast'
import type {Chapter} from '../model/book.ts'
import type {AbsentCitation, Citation, Exhibit} from '../model/dossier.ts'
import {nodesIn} from '../model/nodes-in.ts'
import type {Paraphrase, Quotation} from '../model/quotation.ts'
import type {Bench} from './bench.ts'
import {comparedWords} from './compared-words.ts'
import {concerns, markOf} from './result-words.ts'
import {shortenClaim, shortenQuotation} from './shorten-claim.ts'
import {exhibitName} from './words-of.ts'

/** For each exhibit every place that cites it, with the claim it stands for, and every place that only quotes or paraphrases it. */
export function concordanceChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['concordance'] ?? ''
  const slots: Record<string, readonly ElementContent[]> = {}
  const view = {
    title,
    severalArticles: dossier.articles.length > 1,
    exhibits: dossier.exhibits.map((exhibit) => ({id: exhibit.id, name: exhibitName(exhibit, words), title: exhibit.title, places: placesOf(exhibit, bench, slots)})),
    absent: absentViews(bench, slots),
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

/** Where an article has to do with an exhibit. */
interface ConcordancePlace {
  /** Anchor in the article. */
  readonly id: string
  readonly slot: string
  readonly how: string
  readonly results: readonly {readonly row: string; readonly result: string}[]
  /** Passages of the exhibit that the claim paraphrases, each with its anchor. */
  readonly paraphrases: readonly {readonly target: string; readonly words: string}[]
}

function placesOf(exhibit: Exhibit, bench: Bench, slots: Record<string, readonly ElementContent[]>): ConcordancePlace[] {
  const {dossier, words} = bench
  const put = (id: string, text: string): string => {
    slots[`claim-${id}-${exhibit.id}`] = comparedWords([{words: text, inBoth: true}], undefined, dossier.language)
    return `claim-${id}-${exhibit.id}`
  }
  const cited = dossier.citations.filter((one) => one.exhibit === exhibit.id)
  const quoted = dossier.quotations.filter((one) => concerns(one, exhibit))
  const paraphrased = dossier.paraphrases.filter((one) => one.exhibit === exhibit.id)
  const claims = new Map(cited.map((one) => [one.id, {...one, quotations: quoted.filter((quotation) => quotation.cited === exhibit.id && isIn(quotation, one)), paraphrases: paraphrased.filter((other) => isIn(other, one))}]))
  const inClaims = new Set([...claims.values()].flatMap(({quotations, paraphrases}) => [...quotations, ...paraphrases].map(({id}) => id)))
  const order = orderOfPlaces(dossier.articles)
  const result = (one: Quotation) => markOf(one, exhibit, bench)
  const passage = (one: Paraphrase) => ({target: one.passage?.id ?? exhibit.id, words: shortenQuotation(one.passage?.words ?? '')})
  return [
    ...quoted
      .filter(({id}) => !inClaims.has(id))
      .map((one) => ({id: one.id, slot: put(one.id, `${words['quote-open'] ?? ''}${shortenQuotation(one.words)}${words['quote-close'] ?? ''}`), how: words[howQuoted(one, exhibit)] ?? '', results: [result(one)], paraphrases: []})),
    ...paraphrased
      .filter(({id}) => !inClaims.has(id))
      .map((one) => ({id: one.id, slot: put(one.id, shortenClaim(one.words)), how: words['concordance-paraphrased'] ?? '', results: [], paraphrases: [passage(one)]})),
    ...[...claims.values()].map(({quotations, paraphrases, ...one}) => ({
      id: one.id,
      slot: put(one.id, shortenClaim(one.claim)),
      how: paraphrases.length > 0 ? (words['concordance-cited-paraphrased'] ?? '') : (words['concordance-cited'] ?? ''),
      results: quotations.map(result),
      paraphrases: paraphrases.map(passage),
    })),
  ].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}

/** Citations of what is not among the exhibits, one for those of a bracket; its numbers, where there is more than one in it. */
function absentViews({dossier, words}: Bench, slots: Record<string, readonly ElementContent[]>): object[] {
  const groups: AbsentCitation[] = []
  for (const one of dossier.absent) {
    const last = groups.at(-1)
    const isSame = last && (['asPrinted', 'claim', 'within', 'isStated'] as const).every((key) => last[key] === one[key]) && last.source.line === one.source.line
    if (isSame) groups.splice(-1, 1, {...last, numbers: [...last.numbers, ...one.numbers.filter((number) => !last.numbers.includes(number))]})
    else groups.push(one)
  }
  return groups.map(({id, asPrinted, numbers, claim, isStated}) => {
    slots[`claim-${id}`] = comparedWords([{words: shortenClaim(claim), inBoth: true}], undefined, dossier.language)
    const comma = words['list-comma'] ?? ''
    const named = numbers.length > 6 ? `${numbers.slice(0, 5).join(comma)} … ${numbers.at(-1) ?? ''}` : numbers.join(comma)
    const isPlain = asPrinted.endsWith(named, asPrinted.length - 1) && !/\d\D+\d/.test(asPrinted)
    return {id, slot: `claim-${id}`, words: asPrinted, numbers: isPlain ? '' : named, how: words[isStated ? 'concordance-unpublished' : 'concordance-absent'] ?? ''}
  })
}

/** How an exhibit has to do with a quotation that is in no claim of it; a block quotation has its citation before or behind it. */
function howQuoted({cited, kind}: Quotation, exhibit: Exhibit): string {
  if (cited !== exhibit.id) return 'concordance-quoted'
  return kind === 'block' ? 'concordance-cited' : 'concordance-nearby'
}

/** Citations and anchors as they follow each other in the articles. */
function orderOfPlaces(articles: Bench['dossier']['articles']): ReadonlyMap<string, number> {
  const order = new Map<string, number>()
  for (const {body} of articles) for (const {id} of nodesIn(body, 'citation', 'anchor')) order.set(id, order.size)
  return order
}

/** Whether words of the article are part of a claim, or the other way round. */
function isIn({words, within, source}: Quotation | Paraphrase, citation: Citation): boolean {
  if (within !== citation.within) return false
  return citation.claim.includes(words) || (source.line === citation.source.line && citation.claim !== '' && words.includes(citation.claim))
}

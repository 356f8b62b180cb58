import type {VFile} from 'vfile'
import type {Change} from '../model/change.ts'
import {exhibitWords} from '../model/exhibit-label.ts'
import type {Citation, Dossier, Exhibit, Original} from '../model/dossier.ts'
import type {LocatedEdit} from '../model/edit.ts'
import type {Lists} from '../model/lists.ts'
import type {ShownPicture} from '../model/picture.ts'
import type {Settings} from '../model/settings.ts'
import type {Draft} from '../model/source.ts'
import {attachNotes} from './attach-notes.ts'
import {attachParaphrases} from './attach-paraphrases.ts'
import {checkFigures} from './check-figures.ts'
import {checkOrder} from './check-order.ts'
import {checkLinks} from './check-links.ts'
import {putAnchors, readBlocks, type AnchorPlan} from './blocks.ts'
import {collateQuotations} from './collate-quotations.ts'
import {collectEvents} from './collect-events.ts'
import {deriveIdentifier} from './derive-identifier.ts'
import {joinCopies} from './join-copies.ts'
import {linkCitations} from './link-citations.ts'
import {markDifferences} from './mark-differences.ts'
import {nameEverything} from './name-everything.ts'
import {numberNotes} from './number-notes.ts'
import {planParaphraseAnchors} from './plan-paraphrase-anchors.ts'
import {readClaims} from './read-claims.ts'
import {readTexts} from './read-texts.ts'
import {blankedIn, findBlankedWords} from './find-blanked.ts'
import {redactInput} from './redact.ts'
import {redactionsMade} from './redaction-places.ts'
import {checkUnpublished} from './report-absent.ts'
import {reportUncited} from './report-uncited.ts'

/** What the resolve stage needs. */
export interface ResolveInput {
  readonly drafts: readonly Draft[]
  readonly settings: Settings
  readonly originals: readonly Original[]
  readonly pictures: readonly ShownPicture[]
  readonly changes: readonly Change[]
  /** What the editor changed by hand in the sources. Default: nothing. */
  readonly edits?: readonly LocatedEdit[]
  /** Paths of other files that the outputs name; none when missing. */
  readonly named?: readonly string[]
  /** Pictures that templates and style sheets of one's own show. Default: none. */
  readonly ownPictures?: readonly {readonly file: VFile; readonly line: number; readonly name: string}[]
  /** People, events and terms of the editor; none when missing. */
  readonly lists?: Lists
  /** Takes complaints about the dossier as a whole. */
  readonly file: VFile
}

/**
 * Drafts to the Dossier: exhibits numbered, threads taken apart, mailboxes to people, citations to exhibits, notes to
 * calls. Whoever holds the result has nothing left to look up. The drafts stay as they are.
 *
 * Reports `resolve-…` on the files of the drafts; always returns a Dossier of what could be resolved.
 */
export function resolveDossier(given: ResolveInput): Dossier {
  const {input, journal} = redactInput(given)
  const lists = input.lists ?? noLists
  const read = readTexts(input.drafts, input.settings)
  const texts = {...read, exhibits: joinCopies(read.exhibits)}
  attachNotes(texts, lists)
  const paraphrases = attachParaphrases(texts, lists, input.file)
  const unpublished = input.settings.unpublished ?? []
  const found = linkCitations(texts, unpublished)
  checkUnpublished(unpublished, {exhibits: texts.exhibits, absent: found.absent}, input.file)
  const readings = readBlocks(texts)
  const claims = readClaims(readings)
  const citations = found.citations.map((one) => ({...one, claim: claims.get(one.id) ?? ''}))
  const absent = found.absent.map((one) => ({...one, claim: claims.get(one.id) ?? ''}))
  const anchors: AnchorPlan = new Map()
  const unfoundFigures = checkFigures(readings, texts.exhibits)
  const quotations = collateQuotations(readings, anchors, journal)
  planParaphraseAnchors(paraphrases, readings, anchors)
  const {people, index} = nameEverything({texts, lists, readings, anchors, file: input.file})
  const blankedWords = findBlankedWords(readings, texts, anchors)
  putAnchors(anchors)
  checkLinks(texts, [...citations, ...quotations, ...paraphrases, ...[...quotations, ...paraphrases].flatMap(({passage}) => passage ?? [])].map(({id}) => id))
  const notes = numberNotes(texts)
  const fileOf = (path: string): VFile | undefined => texts.passages.find((one) => one.file.path === path)?.file
  const exhibits = markDifferences(withLabels(texts.exhibits.map((exhibit) => withCitations(exhibit, citations))), fileOf)
  reportUncited(exhibits, texts)
  const doubtful = checkOrder(exhibits, fileOf)
  return {
    settings: input.settings,
    title: input.settings.title ?? texts.articles[0]?.title ?? exhibits[0]?.title ?? '',
    language: texts.language,
    identifier: deriveIdentifier([...given.drafts.map(({file}) => file), ...lists.files], input.originals),
    articles: texts.articles,
    exhibits,
    people,
    index,
    events: collectEvents({articles: texts.articles, exhibits, lists, doubtful, chronology: input.settings.chronology, file: input.file}),
    notes,
    citations,
    absent,
    quotations,
    paraphrases,
    unfoundFigures,
    originals: input.originals,
    pictures: input.pictures,
    changes: input.changes,
    imported: lists.imported ?? [],
    edits: input.edits ?? [],
    redactions: redactionsMade({redactions: given.settings.redactions ?? [], journal, articles: texts.articles, exhibits, passages: texts.passages, notes}),
    blanked: blankedIn(exhibits, {words: blankedWords, notes, texts, journal}),
  }
}

const noLists: Lists = {people: [], events: [], terms: [], files: []}

/** What exhibits are called in a citation: `邮件` in `[邮件十二]`. */
const word = new RegExp(exhibitWords, 'iu')

function withCitations(exhibit: Exhibit, citations: readonly Citation[]): Exhibit {
  const own = citations.filter((one) => one.exhibit === exhibit.id)
  const label = own.map((one) => word.exec(one.asPrinted)?.[0]).find((one) => one !== undefined)
  return {...exhibit, citedBy: own.map((one) => one.id), ...(label !== undefined && {label})}
}

/** What is cited nowhere is called as most of the others are. */
function withLabels(exhibits: readonly Exhibit[]): Exhibit[] {
  const times = new Map<string, number>()
  for (const {label} of exhibits) if (label !== undefined) times.set(label, (times.get(label) ?? 0) + 1)
  const [usual] = [...times].sort(([, a], [, b]) => b - a)[0] ?? []
  return exhibits.map((exhibit) => (exhibit.label === undefined && usual !== undefined ? {...exhibit, label: usual} : exhibit))
}

import type {VFile} from 'vfile'
import type {Paraphrase} from '../model/quotation.ts'
import {readExhibitNumber} from '../model/exhibit-label.ts'
import type {ListedParaphrase, Lists} from '../model/lists.ts'
import {nearestName} from '../model/nearest-name.ts'
import {report} from '../report/report.ts'
import {findOnce} from './find-once.ts'
import type {FoundWords} from './find-passage.ts'
import {putReference, type HeaderOffsets} from './put-reference.ts'
import {isBody, type Texts} from './texts.ts'

/**
 * Finds the paraphrases that the editor lists, and puts a call behind the words of the article and one behind those of the
 * exhibit: their notes lead to each other.
 *
 * Reports `resolve-paraphrase-exhibit`, `resolve-paraphrase-passage`.
 */
export function attachParaphrases(texts: Texts, {paraphrases = [], files}: Lists, whole: VFile): Paraphrase[] {
  const file = files.find(({path}) => path === 'paraphrases.yaml') ?? whole
  const offsets: HeaderOffsets = new WeakMap()
  // Each is found and given its calls before the next is looked for: a call cuts the text that it stands in.
  const found = paraphrases.flatMap((listed, index) => {
    const places = findPlaces(listed, texts, file)
    if (!places) return []
    const {exhibit, place, passage} = places
    const id = `paraphrase-${index + 1}`
    for (const [at, there] of [['article', place], ['exhibit', passage]] as const) {
      if (!there) continue
      const identifier = referenceOf(id, at)
      texts.pending.set(identifier, {kind: 'paraphrase', paraphrase: {id, at}, body: [], source: listed.place})
      putReference(there, identifier, offsets)
    }
    return [{
      id,
      words: tidy(place.words),
      within: place.passage.within,
      exhibit,
      source: {file: place.passage.file.path, line: place.line ?? 1},
      ...(passage && {passage: {id: isBody(passage.passage.content) ? `paraphrased-${index + 1}` : exhibit, words: tidy(passage.words)}}),
    }]
  })
  const articles = texts.articles.map(({id}) => id)
  return found.sort((a, b) => articles.indexOf(a.within) - articles.indexOf(b.within) || a.source.line - b.source.line)
}

/** Identifier of the footnoteReference that calls the note at an end of a paraphrase; no source has it. */
export function referenceOf(id: string, at: 'article' | 'exhibit'): string {
  return `paraphrases.yaml#${id}-${at}`
}

/** Where a paraphrase and its passage stand; `undefined` where anything about it was reported. */
function findPlaces(listed: ListedParaphrase, texts: Texts, file: VFile): {exhibit: string; place: FoundWords; passage: FoundWords | undefined} | undefined {
  const rule = 'resolve-paraphrase-passage'
  const exhibit = texts.exhibits.find(({number}) => readExhibitNumber(number) === readExhibitNumber(listed.exhibit))
  if (!exhibit) reportUnknown(listed, texts, file)
  const articles = texts.passages.filter(({kind}) => kind === 'article')
  const [place] = findOnce(listed.words, articles, {file, place: listed.place, rule, text: 'the articles'}, true)
  if (!exhibit) return undefined
  const own = texts.passages.filter(({within}) => within === exhibit.id)
  const [passage] = listed.passage === undefined ? [] : findOnce(listed.passage, own, {file, place: listed.passagePlace, rule, text: `exhibit ${exhibit.number}`}, true)
  return place && (passage || listed.passage === undefined) ? {exhibit: exhibit.id, place, passage} : undefined
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function reportUnknown({exhibit, exhibitPlace}: ListedParaphrase, {exhibits}: Texts, file: VFile): void {
  const known = exhibits.map(({number}) => number)
  const near = nearestName(exhibit, known)
  report(file, 'resolve-paraphrase-exhibit', `Unexpected exhibit ${exhibit} of a paraphrase, expected the number of an exhibit that is there`, {
    place: exhibitPlace,
    expected: known,
    hint: known.length === 0 ? 'There is no exhibit: add one under exhibits/.' : `The exhibits are ${known.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}.`,
  })
}

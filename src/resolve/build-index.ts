import type {VFile} from 'vfile'
import type {IndexEntry, Note, Person} from '../model/dossier.ts'
import type {ListedTerm, Lists} from '../model/lists.ts'
import {hintNearest} from '../model/nearest-name.ts'
import {report} from '../report/report.ts'
import {nameKey, type FoundPerson} from './collect-people.ts'
import type {Mentions} from './collect-mentions.ts'
import type {Named} from './find-mentions.ts'
import {personName, spellingName, termName, type IndexName} from './index-names.ts'
import {readFamilyName, type WordOrder} from './compare-words.ts'

/** Terms of the editor's list, and the names of definitions that stand wherever a chapter has them; each with an id to find it by. */
export function namedTerms(terms: readonly ListedTerm[], notes: readonly Pick<Note, 'annotation' | 'about'>[]): (Named & {readonly term: ListedTerm})[] {
  const known = new Set(terms.flatMap((one) => [one.term, ...one.also]).map(nameKey))
  const defined = notes.flatMap(({annotation, about}): ListedTerm[] => {
    if (annotation !== 'definition' || about === undefined || known.has(nameKey(about))) return []
    known.add(nameKey(about))
    return [{term: about, kind: 'term', also: [], place: {file: '', line: 1}}]
  })
  return [...terms, ...defined].map((term, index) => ({id: `term-${index + 1}`, spellings: [term.term, ...term.also], term}))
}

interface IndexInput {
  readonly people: readonly (Person & Pick<FoundPerson, 'listed'>)[]
  readonly terms: ReturnType<typeof namedTerms>
  readonly mentions: Mentions
  readonly order: WordOrder
  /** BCP 47, of the dossier. */
  readonly language: string
  /** Place of an anchor in the text, messages and mentions alike. */
  readonly positionOf: (anchor: string) => number
}

/**
 * The index: people and terms with every place that names them, messages that people wrote or received among them;
 * other words for them refer to them where a text uses these, put in order as their entries are. What stands nowhere is
 * not in it.
 */
export function buildIndex({people, terms, mentions, order, language, positionOf}: IndexInput): IndexEntry[] {
  const entries = [
    ...people.map((person): Open => ({
      key: person.id, name: person.name, ...personName(person.name, person.listed?.sort), kind: person.listed?.isOrganisation ? 'organisation' : 'person',
      places: [...new Set([...person.authored, ...person.wrote, ...person.received, ...person.copied, ...person.mentions.map(({id}) => id)])].sort((a, b) => positionOf(a) - positionOf(b)),
    })),
    ...terms.filter(({term}) => term.see === undefined).map(({id, term}): Open => ({key: id, name: term.term, ...termName(term.term, term.sort, language), kind: term.kind, places: [...new Set((mentions.places.get(id) ?? []).map((one) => one.id))]})),
  ].filter(({places}) => places.length > 0)
  const sortOf = new Map(people.map(({id, listed}) => [id, listed?.sort]))
  const byName = new Map([...entries].reverse().map((one) => [nameKey(one.name), one]))
  const references = [
    ...entries.flatMap(({key, name, kind}) => [...(mentions.spellings.get(key) ?? [])].filter((one) => isOther(one, name)).map((spelling): Open => {
      const own = kind === 'person' ? spellingName(spelling, {name, sort: sortOf.get(key), language}) : termName(spelling, undefined, language)
      return {key: `${key} ${spelling}`, name: spelling, ...own, kind, places: [], see: key}
    })),
    ...terms.flatMap(({id, term}) => {
      const target = term.see === undefined ? undefined : byName.get(nameKey(term.see))
      return target ? [{key: id, name: term.term, ...termName(term.term, term.sort, language), kind: term.kind, places: [], see: target.key} satisfies Open] : []
    }),
  ]
  const sorted = [...entries, ...references].sort((a, b) => order.compare(keyOf(a), keyOf(b)) || order.compare(a.words, b.words))
  const ids = new Map(sorted.map(({key}, index) => [key, `index-${index + 1}`]))
  return sorted.map(({key, words, sort, kind, places, see}) => ({id: ids.get(key) ?? '', words, kind, letter: order.letterOf(keyOf({kind, sort})), places, ...(see !== undefined && {see: ids.get(see) ?? ''})}))
}

interface Open extends IndexName {
  readonly key: string
  /** As it stands in the lists. */
  readonly name: string
  readonly kind: IndexEntry['kind']
  readonly places: readonly string[]
  readonly see?: string
}

/** What an entry is put in order by; a family name is read as one. */
function keyOf({kind, sort}: Pick<Open, 'kind' | 'sort'>): string {
  return kind === 'person' ? readFamilyName(sort) : sort
}

/** A part of the name itself needs no reference, nor does the name turned round. */
function isOther(spelling: string, name: string): boolean {
  const turned = spelling.split(/,\s*/).reverse().join(' ')
  return ![spelling, turned].some((one) => ` ${nameKey(name)} `.includes(` ${nameKey(one)} `))
}

/** Reports `resolve-term-once` for a word of two entries and for an entry to see that is not there, `resolve-term-appears` for terms that stand nowhere. */
export function checkTerms(named: ReturnType<typeof namedTerms>, mentions: Mentions, {lists, names, file}: {lists: Lists; names: readonly string[]; file: VFile}): void {
  const listFile = lists.files.find(({path}) => path === 'terms.yaml') ?? file
  const owners = new Map<string, ListedTerm>()
  for (const {term} of named) for (const word of [term.term, ...term.also]) {
    const owner = owners.get(nameKey(word))
    if (!owner) owners.set(nameKey(word), term)
    else report(listFile, 'resolve-term-once', `Unexpected second "${word}" in terms.yaml, expected each word once`, {place: term.place, hint: 'Keep it with one of the entries.', related: {place: owner.place, says: `${owner.term} stands here`}})
  }
  const known = [...named.map(({term}) => term.term), ...names]
  for (const {term} of named) {
    if (term.see !== undefined && !known.some((one) => nameKey(one) === nameKey(term.see ?? ''))) {
      report(listFile, 'resolve-term-once', `Unexpected entry to see "${term.see}", expected one of the index`, {place: term.place, hint: hintNearest(term.see, known)})
    }
  }
  const people = new Set(names.map(nameKey))
  // A sender who is listed as an organisation is found among the people.
  const absent = named.filter(({id, term}) => term.see === undefined && !mentions.places.has(id) && term.place.file !== '' && !people.has(nameKey(term.term)))
  const [first] = absent
  if (first) {
    report(listFile, 'resolve-term-appears', `Unexpected terms that stand in no text: ${absent.slice(0, 8).map(({term}) => term.term).join(', ')}${absent.length > 8 ? ` and ${absent.length - 8} more` : ''}, expected words of the dossier`, {place: first.term.place, hint: 'They are not printed. Check the spelling, add one under `also`, or take them out.'})
  }
}

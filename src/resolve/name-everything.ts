import type {VFile} from 'vfile'
import type {IndexEntry, Message, Person} from '../model/dossier.ts'
import type {ListedPerson, Lists} from '../model/lists.ts'
import type {AnchorPlan, Reading} from './blocks.ts'
import {buildIndex, checkTerms, namedTerms} from './build-index.ts'
import {checkPeople} from './check-people.ts'
import {nameFinder, type Named} from './find-mentions.ts'
import {collectMentions, type Mentions} from './collect-mentions.ts'
import {collectPeople, corresponds} from './collect-people.ts'
import {readFamilyName, wordOrder} from './compare-words.ts'
import type {Texts} from './texts.ts'

/** What people and the index are made from. */
export interface NamesInput {
  readonly texts: Texts
  readonly lists: Lists
  readonly readings: readonly Reading[]
  readonly anchors: AnchorPlan
  readonly file: VFile
}

/**
 * People with everything they wrote, articles included, received, and where the texts name them, and the index of people, organisations and
 * terms: both in the order of the dossier's language. Listed people whom nothing names are left out.
 *
 * Reports `resolve-person-once`, `resolve-person-appears`, `resolve-person-spelled-once`, `resolve-term-once`,
 * `resolve-term-appears`.
 */
export function nameEverything({texts, lists, readings, anchors, file}: NamesInput): {people: Person[]; index: IndexEntry[]} {
  const found = collectPeople(texts, [...lists.people, ...organisationsIn(lists)])
  const terms = namedTerms(lists.terms, [...texts.pending.values()])
  const messages = messagesByLine(texts)
  const names = [...found, ...terms]
  const inTexts = collectMentions({readings, names, anchors, anchorOf: ({passage}, name) => (name.startsWith('term-') ? messages.get(passage.content) : undefined)})
  const mentions = withTitles(inTexts, {texts, readings, names})
  const order = wordOrder(texts.language)
  checkPeople({people: found, named: new Set(mentions.spellings.keys()), lists, readings, file})
  checkTerms(terms, mentions, {lists, names: found.map(({name}) => name), file})
  const appearing = found
    .map((person) => ({...person, mentions: (mentions.places.get(person.id) ?? []).map(({id, within}) => ({id, within}))}))
    .filter((one) => corresponds(one) || one.authored.length + one.mentions.length > 0)
    .sort((a, b) => order.compare(readFamilyName(a.listed?.sort ?? a.name), readFamilyName(b.listed?.sort ?? b.name)))
  const people = appearing.filter((one) => !one.listed?.isOrganisation || corresponds(one)).map(({listed: _listed, spellings, addresses: _addresses, ...person}): Person => {
    const seen = mentions.spellings.get(person.id) ?? new Set()
    return {...person, variants: [...new Set([...person.variants, ...spellings.filter((one) => one !== person.name && seen.has(one))])]}
  })
  return {people, index: lists.people.length + terms.length > 0 ? buildIndex({people: appearing, terms, mentions, order, language: texts.language, positionOf: positions(texts, readings, mentions)}) : []}
}

/** Organisations that a header may name. */
function organisationsIn({terms}: Lists): ListedPerson[] {
  return terms.filter(({kind, see}) => kind === 'organisation' && see === undefined).map(({term, also, sort, place}) => ({name: term, also, place, isOrganisation: true, ...(sort !== undefined && {sort})}))
}

/** Names in the titles of exhibits that are no mail are mentions too, and organisations and terms in what the editor says of them: the exhibit is the place. */
function withTitles({places, spellings}: Mentions, {texts, readings, names}: {texts: Texts; readings: readonly Reading[]; names: readonly Named[]}): Mentions {
  const find = nameFinder(names)
  const all = new Map([...places].map(([id, list]) => [id, [...list]]))
  const seen = new Map(spellings)
  for (const {id, title, body, paper} of texts.exhibits) {
    if (!body) continue
    const reading = readings.findIndex(({passage}) => passage.content === body)
    const said = (paper?.fields ?? []).flatMap(({value}) => find({text: value})).filter((one) => one.id.startsWith('term-'))
    const named = new Map([...said, ...find({text: title})].map((one) => [one.id, one.spelling]))
    for (const [name, spelling] of named) {
      seen.set(name, new Set([...(seen.get(name) ?? []), spelling]))
      all.set(name, [...(all.get(name) ?? []), {id, within: id, reading: reading - 0.5}].sort((a, b) => a.reading - b.reading))
    }
  }
  return {places: all, spellings: seen}
}

/** Id of the message that a header line belongs to. */
function messagesByLine({exhibits}: Texts): ReadonlyMap<unknown, string> {
  const found = new Map<unknown, string>()
  const enter = (message: Message): void => {
    for (const line of message.headers) found.set(line, message.id)
    for (const part of message.parts) if (!('type' in part)) enter(part)
  }
  for (const {messages} of exhibits) messages.forEach(enter)
  return found
}

/** Messages stand where their first header line or body does, mentions where their body does, in the order they were found in. */
function positions({articles, exhibits}: Texts, readings: readonly Reading[], {places}: Mentions): (anchor: string) => number {
  const byContent = new Map<unknown, number>(readings.map(({passage}, index) => [passage.content, index]))
  const found = new Map<string, number>()
  const enter = (message: Message): void => {
    const contents = [...message.headers, ...message.parts.filter((part) => 'type' in part)]
    found.set(message.id, Math.min(...contents.flatMap((one) => byContent.get(one) ?? [])))
    for (const part of message.parts) if (!('type' in part)) enter(part)
  }
  for (const {id, body} of articles) found.set(id, (byContent.get(body) ?? 0) - 0.5)
  for (const {id, messages, body} of exhibits) {
    if (body) found.set(id, (byContent.get(body) ?? 0) - 0.5)
    messages.forEach(enter)
  }
  for (const list of places.values()) for (const {id, reading} of list) {
    if (id.startsWith('mention-')) found.set(id, reading + Number(id.slice('mention-'.length)) / 1e9)
    else if (!found.has(id)) found.set(id, reading)
  }
  return (anchor) => found.get(anchor) ?? 0
}

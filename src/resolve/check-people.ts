import type {VFile} from 'vfile'
import type {Lists, ListedPerson} from '../model/lists.ts'
import {report} from '../report/report.ts'
import type {Reading} from './blocks.ts'
import {corresponds, isAddress, nameKey, type FoundPerson} from './collect-people.ts'
import {nameFinder} from './find-mentions.ts'

/** Names in a message: the others are counted. */
const mostNamed = 8

/**
 * Checks the editor's list of people against itself and the texts, and suggests what may belong together.
 *
 * Reports `resolve-person-once` for a spelling that stands twice, `resolve-person-appears` for listed people whom no text
 * names, `resolve-person-spelled-once` for people of the headers who may be one, and for parts of names.
 *
 * @param named ids of the people whom a body names
 * @param file takes complaints when there is no list
 */
export function checkPeople({people, named, lists, readings, file}: {people: readonly FoundPerson[]; named: ReadonlySet<string>; lists: Lists; readings: readonly Reading[]; file: VFile}): void {
  const listFile = lists.files.find(({path}) => path === 'people.yaml')
  checkSpellings(lists.people, listFile ?? file)
  const appears = (one: FoundPerson): boolean => corresponds(one) || one.authored.length > 0 || named.has(one.id)
  reportAbsent(people.filter((one) => one.listed && !appears(one)), listFile ?? file)
  suggestInHeaders(people.filter((one) => !one.listed || appears(one)), listFile ?? file)
  if (listFile) suggestParts(people.filter(appears), readings, listFile)
}

function checkSpellings(list: readonly ListedPerson[], file: VFile): void {
  const owners = new Map<string, ListedPerson>()
  for (const person of list) for (const spelling of [person.name, ...person.also]) {
    const owner = owners.get(nameKey(spelling))
    if (!owner) owners.set(nameKey(spelling), person)
    else {
      const isOwn = owner === person
      report(file, 'resolve-person-once', isOwn ? `Unexpected spelling "${spelling}" that ${person.name} has already, expected each spelling once` : `Unexpected spelling "${spelling}" of ${person.name} that ${owner.name} has too, expected it for one person`, {
        place: person.place,
        hint: isOwn ? 'Take it out of `also`: nobody is their own alias.' : 'Leave it to the one whom the texts mean by it.',
        related: isOwn ? undefined : {place: owner.place, says: `${owner.name} stands here`},
      })
    }
  }
}

function reportAbsent(absent: readonly FoundPerson[], file: VFile): void {
  const [first] = absent
  if (!first) return
  const names = absent.slice(0, mostNamed).map(({name}) => name).join(', ')
  const more = absent.length > mostNamed ? ` and ${absent.length - mostNamed} more` : ''
  report(file, 'resolve-person-appears', `Unexpected people whom no text names: ${names}${more}, expected people of the dossier`, {place: first.listed?.place, hint: 'They are not printed. Check the spelling, add one under `also`, or take them out.'})
}

/** One address with two names, and names whose words are among those of another. */
function suggestInHeaders(people: readonly FoundPerson[], file: VFile): void {
  const loose = people.filter((one) => !one.listed)
  if (loose.length === 0) return
  const byAddress = new Map<string, FoundPerson[]>()
  const byWord = new Map<string, FoundPerson[]>()
  for (const person of people) {
    for (const address of person.addresses) byAddress.set(address, [...(byAddress.get(address) ?? []), person])
    for (const word of wordsOf(person.name)) byWord.set(word, [...(byWord.get(word) ?? []), person])
  }
  const told = new Set<string>()
  for (const person of loose) {
    const words = wordsOf(person.name)
    const alike = (byWord.get(words[0] ?? '') ?? []).filter((one) => one !== person && words.every((word) => wordsOf(one.name).includes(word)))
    const others = [...person.addresses.flatMap((address) => byAddress.get(address) ?? []).filter((one) => one !== person), ...(isAddress(person.name) ? [] : alike)]
    for (const other of new Set(others)) {
      const pair = [person.id, other.id].sort().join(' ')
      if (told.has(pair)) continue
      told.add(pair)
      report(file, 'resolve-person-spelled-once', `Unexpected “${person.name}” beside “${other.name}” in the headers, expected one entry in people.yaml if they are one person, or two if they are not`, {
        hint: `If they are one: “- name: ${other.name}” with “also: [${person.name}]”. They are printed as two.`,
      })
    }
  }
}

/** `Elon` alone, where only `Elon Musk` is listed. */
function suggestParts(people: readonly FoundPerson[], readings: readonly Reading[], file: VFile): void {
  const known = new Set(people.flatMap((one) => one.spellings.map(nameKey)))
  const owners = new Map<string, FoundPerson[]>()
  for (const person of people) {
    const words = person.name.split(/\s+/)
    if (words.length < 2 || !person.listed || person.listed.isOrganisation) continue
    for (const word of words) if (/^\p{Lu}\p{Script=Latin}{2,}$/u.test(word) && !known.has(nameKey(word))) owners.set(word, [...(owners.get(word) ?? []), person])
  }
  if (owners.size === 0) return
  const find = nameFinder([...people.map(({id, spellings}) => ({id, spellings})), ...[...owners.keys()].map((word) => ({id: `part ${word}`, spellings: [word]}))])
  const counts = new Map<string, number>()
  for (const {blocks} of readings) for (const block of blocks) if (block.runs.length > 0) for (const {id, spelling} of find(block)) if (id.startsWith('part ')) counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  for (const [word, count] of counts) {
    const [owner, ...others] = owners.get(word) ?? []
    if (!owner) continue
    const who = [owner, ...others].map(({name}) => name).join(' or ')
    report(file, 'resolve-person-spelled-once', `Unexpected “${word}”, ${count} times in the texts, expected to know whether it is ${who}`, {place: owner.listed?.place, hint: `If it is, add it: “also: [${word}]”. It is not counted as a mention.`})
  }
}

function wordsOf(name: string): string[] {
  return isAddress(name) ? [] : nameKey(name).split(/[\s,.]+/).filter(Boolean)
}

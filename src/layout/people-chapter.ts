import type {Chapter} from '../model/book.ts'
import type {Person} from '../model/dossier.ts'
import {isOfficeName} from '../model/office-names.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'

/** People in the matrix: more would not fit on a page. */
const mostInMatrix = 10

/** Everyone who wrote, the article included, received or is named: who it is, what and on which pages; and who wrote to whom, as a matrix. */
export function peopleChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const isMixed = dossier.people.some((one) => corresponds(one) && isOffice(one))
  const title = words[isMixed ? 'people-mixed' : 'people'] ?? ''
  const correspondents = busiest(dossier.people)
  const writers = correspondents.filter((one) => correspondents.some((other) => countBetween(one, other) > 0))
  const view = {
    title,
    lead: words[isMixed ? 'people-mixed-lead' : 'people-lead'] ?? '',
    anyMentions: dossier.people.some((one) => one.mentions.length > 0),
    people: dossier.people.map((person) => ({
      id: person.id,
      name: person.name,
      role: person.role ?? '',
      author: authorWords(person, bench),
      variants: person.variants,
      wrote: [...person.authored, ...person.wrote].map((id) => ({id})),
      received: person.received.map((id) => ({id})),
      copied: person.copied.map((id) => ({id})),
      mentions: person.mentions.map(({id}) => ({id})),
    })),
    matrix: correspondents.length < 3 || writers.length === 0 ? [] : writers.map((writer) => ({
      number: correspondents.indexOf(writer) + 1,
      name: writer.name,
      cells: correspondents.map((reader) => ({count: writer === reader && countBetween(writer, reader) === 0 ? '–' : (countBetween(writer, reader) || '')})),
    })),
    columns: correspondents.map(({name}, index) => ({number: index + 1, name})),
    cut: dossier.people.filter(corresponds).length > correspondents.length ? fillWord(words, 'matrix-cut', [correspondents.length]) : '',
  }
  return {
    id: 'people',
    kind: 'people',
    part: 'front',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'next',
    language: dossier.language,
    title,
    body: bench.fill('people', view),
  }
}

/** That somebody wrote the article, or which of several. */
function authorWords({authored}: Person, {dossier, words}: Bench): string {
  if (authored.length === 0) return ''
  if (dossier.articles.length === 1) return words['role-author'] ?? ''
  const titles = dossier.articles.filter(({id}) => authored.includes(id)).map(({title}) => `${words['title-open'] ?? ''}${title}${words['title-close'] ?? ''}`)
  return fillWord(words, 'role-author-of', [titles.join(words['list-comma'] ?? ', ')])
}

/** Whether a name, or an address without one, may be that of an office, a company or a list. */
function isOffice({name, variants}: Person): boolean {
  return [name, ...variants].some(isOfficeName)
}

function corresponds({wrote, received, copied}: Person): boolean {
  return wrote.length + received.length + copied.length > 0
}

/** In the order of the list, those with most messages where they are too many. */
function busiest(people: readonly Person[]): Person[] {
  const all = people.filter(corresponds)
  const messages = ({wrote, received, copied}: Person): number => wrote.length + received.length + copied.length
  const kept = new Set([...all].sort((a, b) => messages(b) - messages(a)).slice(0, mostInMatrix))
  return all.filter((one) => kept.has(one))
}

/** Messages that one wrote and the other received or got a copy of. */
function countBetween({wrote}: Person, {received, copied}: Person): number {
  const got = new Set([...received, ...copied])
  return wrote.filter((id) => got.has(id)).length
}

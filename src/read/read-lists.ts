import type {VFile} from 'vfile'
import type {z} from 'zod'
import type {Lists} from '../model/lists.ts'
import type {Place} from '../model/place.ts'
import {checkYaml} from './check-yaml.ts'
import {decodeText} from './decode-text.ts'
import {eventsSchema, importedSchema, paraphrasesSchema, peopleSchema, termsSchema} from './lists-schema.ts'

/** Names of the editor's lists in a source folder, and of what the import wrote of its own changes. */
export const listNames = ['people.yaml', 'events.yaml', 'terms.yaml', 'paraphrases.yaml', 'imported.yaml'] as const

/**
 * Reads the editor's lists. A list with anything wrong counts as empty; the messages say what.
 *
 * Reports `read-text-is-utf8`, `read-list-syntax`, `read-list-fields`.
 */
export function readLists(files: readonly VFile[]): Lists {
  const people = readList(files, 'people.yaml', peopleSchema)
  const events = readList(files, 'events.yaml', eventsSchema)
  const terms = readList(files, 'terms.yaml', termsSchema)
  const paraphrases = readList(files, 'paraphrases.yaml', paraphrasesSchema)
  const imported = readList(files, 'imported.yaml', importedSchema)
  return {
    people: people.map(({name, also, role, sort, place, ...contexts}) => ({name: name.trim(), also: also ?? [], place, ...contextsOf(contexts), ...(role !== undefined && {role}), ...(sort !== undefined && {sort})})),
    events: events.map(({date, title, source, place}) => ({date, title, place, ...(source !== undefined && {source})})),
    terms: terms.map(({term, kind, also, sort, see, place, ...contexts}) => ({term: term.trim(), kind: kind ?? 'term', also: also ?? [], place, ...contextsOf(contexts), ...(sort !== undefined && {sort}), ...(see !== undefined && {see})})),
    ...(paraphrases.length > 0 && {paraphrases: paraphrases.map(({words, exhibit, passage, place, placeOf}) => ({words, exhibit, place, exhibitPlace: placeOf('exhibit'), passagePlace: placeOf('passage'), ...(passage !== undefined && {passage})}))}),
    ...(imported.length > 0 && {imported: imported.map(({place: _, placeOf: __, ...change}) => change)}),
    files,
  }
}

function contextsOf({not, in: within}: {readonly not?: string[] | undefined; readonly in?: string[] | undefined}): {not?: string[]; in?: string[]} {
  return {...(not && {not}), ...(within && {in: within})}
}

function readList<T extends object>(files: readonly VFile[], name: string, schema: z.ZodType<T[]>): (T & {readonly place: Place; readonly placeOf: (field: string) => Place})[] {
  const file = files.find(({path}) => path === name)
  const text = file && decodeText(file)
  if (!file || text === undefined || !text.split('\n').some(isContent)) return []
  const checked = checkYaml(file, {schema, text, syntaxRule: 'read-list-syntax', fieldsRule: 'read-list-fields'})
  return checked ? checked.data.map((entry, index) => ({...entry, place: checked.placeOf([index]), placeOf: (field: string) => checked.placeOf([index, field])})) : []
}

/** False for a line of YAML that is blank or a comment. */
function isContent(line: string): boolean {
  return !/^\s*(?:#.*)?$/.test(line)
}

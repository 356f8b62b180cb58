import type {VFile} from 'vfile'
import type {z} from 'zod'
import {hintNearest} from '../model/nearest-name.ts'
import type {Meta} from '../model/source.ts'
import {report} from '../report/report.ts'
import {frontmatterSchema, kinds} from './frontmatter-schema.ts'
import {readYaml, type Plain, type ReadYaml} from './read-yaml.ts'

/** The frontmatter of a source, and the lines of the file in which its title and its cover stand. */
export interface Frontmatter {
  readonly meta: Meta
  readonly titleLine?: number
  readonly coverLine?: number
}

/**
 * Reads the frontmatter of a source and checks it against the shapes of the model. What the path tells need not be
 * written: a file in `exhibits/` is an exhibit numbered by its name, one in `notes/` belongs to the source it is named
 * after, any other is an article. An empty value is a missing one, but in `headers`.
 *
 * Reports `parse-frontmatter-is-valid`, `parse-frontmatter-key-once` and `parse-frontmatter-key-known`.
 *
 * @param yaml the text between the fences; `undefined` when there is none
 * @param firstLine line of the file in which `yaml` begins
 */
export function readFrontmatter(file: VFile, yaml: string | undefined, firstLine: number): Frontmatter | undefined {
  const read = yaml === undefined ? emptyYaml : readYaml(file, yaml, firstLine)
  if (!read) return undefined
  if (typeof read.value !== 'object' || Array.isArray(read.value)) {
    complain({file, read}, [], 'Unexpected frontmatter that is no list of fields, expected lines `key: value`')
    return undefined
  }
  const written = withoutEmpty(read.value) as Record<string, Plain>
  const meta = check({file, read}, {...impliedBy(file.path ?? '', written), ...written})
  return meta && {meta, ...('title' in written && {titleLine: read.lineOf(['title'])}), ...('cover' in written && {coverLine: read.lineOf(['cover'])})}
}

interface Source {
  readonly file: VFile
  readonly read: ReadYaml
}

const emptyYaml: ReadYaml = {value: {}, lineOf: () => 1}

function withoutEmpty(value: Plain): Plain {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(withoutEmpty)
  const kept = Object.entries(value).filter(([, entry]) => entry !== '')
  return Object.fromEntries(kept.map(([key, entry]) => [key, key === 'headers' ? renamed(entry, '__proto__', ownProto) : withoutEmpty(entry)]))
}

/** Stands for a label `__proto__`, which the check of shapes would pass over: no YAML holds such a sign. */
const ownProto = '\u0000__proto__'

/** A map with another name of a key, in its place. */
function renamed<Value>(map: Value, from: string, to: string): Value {
  if (typeof map !== 'object' || map === null || Array.isArray(map) || !Object.hasOwn(map, from)) return map
  return Object.fromEntries(Object.entries(map).map(([key, entry]) => [key === from ? to : key, entry])) as Value
}

function withOwnProto<Of extends {readonly headers: Readonly<Record<string, string>>; readonly forwarded?: readonly Of[] | undefined}>(message: Of): Of {
  return {...message, headers: renamed(message.headers, ownProto, '__proto__'), ...(message.forwarded && {forwarded: message.forwarded.map(withOwnProto)})}
}

/** What the path of a source says: its kind, and by its name the number of an exhibit or the target of notes. */
function impliedBy(path: string, written: Record<string, Plain>): Record<string, Plain> {
  const folders = path.split(/[\\/]/)
  const stem = (folders.pop() ?? '').replace(/\.[^.]*$/, '')
  const folderKind = folders.includes('exhibits') ? 'exhibit' : folders.includes('notes') ? 'notes' : 'article'
  const kind = written['kind'] ?? folderKind
  if (kind === 'exhibit') return {kind, number: exhibitNumber(stem)}
  if (kind === 'notes') return {kind, for: stem.replace(/^(exhibit|article)[-_ ]0*(\w+)$/, '$1 $2')}
  return {kind}
}

function exhibitNumber(stem: string): string {
  return /^(?:exhibit[-_ ]?)?0*(\d+|[A-Za-z])(?![A-Za-z0-9])/.exec(stem)?.[1] ?? stem
}

function check(source: Source, data: Record<string, Plain>): Meta | undefined {
  const result = frontmatterSchema.safeParse(data)
  if (result.success) {
    const meta = result.data as Meta
    return meta.kind === 'exhibit' ? {...meta, messages: meta.messages.map(withOwnProto)} : meta
  }
  const issues = result.error.issues.flatMap(issue => innermost(issue))
  const unknown = issues.filter(issue => issue.code === 'unrecognized_keys')
  for (const issue of unknown) dropUnknown(source, data, issue)
  if (unknown.length > 0) return check(source, data)
  for (const issue of issues) complain(source, issue.path, reasonOf(issue, valueAt(data, issue.path)))
  return undefined
}

/** Of a choice of shapes only the complaints of the shape meant are of use: the one that got furthest. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const deepest = issue.errors.find(branch => branch.every(inner => inner.path.length > 0 || inner.code === 'unrecognized_keys'))
  if (!deepest) return [issue]
  return deepest.flatMap(inner => innermost({...inner, path: [...issue.path, ...inner.path]} as z.core.$ZodIssue))
}

function dropUnknown(source: Source, data: Record<string, Plain>, issue: z.core.$ZodIssueUnrecognizedKeys): void {
  const holder = valueAt(data, issue.path)
  if (typeof holder !== 'object' || Array.isArray(holder)) return
  for (const key of issue.keys) {
    report(source.file, 'parse-frontmatter-key-known', `Unexpected key \`${key}\`, expected one that is known here`, {
      place: {file: source.file.path, line: source.read.lineOf([...issue.path, key])},
      hint: hintNearest(key, keysKnownAt(issue.path, data))
    })
    delete holder[key]
  }
}

/** Keys known in the map at a path, by the names that lead there. */
function keysKnownAt(path: readonly PropertyKey[], data: Record<string, Plain>): string[] {
  const names = path.filter(name => typeof name === 'string')
  const last = names.at(-1)
  if (last === 'original') return ['file', 'lines']
  if (last === 'dropped') return ['lines', 'text', 'reason']
  if (last === 'messages' || last === 'forwarded') return ['headers', 'original', 'quoted', 'forwarded']
  const shape = frontmatterSchema.options.find(option => option.shape.kind.value === data['kind'])
  return shape ? Object.keys(shape.shape) : []
}

function valueAt(data: Plain, path: readonly PropertyKey[]): Plain | undefined {
  let value: Plain | undefined = data
  for (const name of path) {
    if (typeof value !== 'object') return undefined
    value = (value as Record<PropertyKey, Plain>)[name]
  }
  return value
}

function complain(source: Source, path: readonly PropertyKey[], reason: string): void {
  report(source.file, 'parse-frontmatter-is-valid', reason, {
    place: {file: source.file.path, line: source.read.lineOf(path)},
    hint: path.length > 0 ? `Mend \`${path.join('.')}\` in the frontmatter.` : undefined
  })
}

function reasonOf(issue: z.core.$ZodIssue, value: Plain | undefined): string {
  const name = issue.path.join('.')
  const found = `Unexpected ${describe(value)} for \`${name}\``
  if (name === 'kind') return `${found}, expected ${kinds.join(', ')}`
  if (issue.code === 'custom') return `${found}, ${issue.message}`
  if (value === undefined) return `Unexpected frontmatter without \`${name}\`, expected ${expectedBy(issue)}`
  return `${found}, expected ${expectedBy(issue)}`
}

function describe(value: Plain | undefined): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'map'
  return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return 'text'
  return {array: 'a list', object: 'a map', record: 'a map'}[issue.expected as string] ?? 'text'
}

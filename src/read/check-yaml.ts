import type {VFile} from 'vfile'
import {isMap, isNode, isPair, LineCounter, parseDocument, visit, type Document, type Pair, type YAMLParseError, type YAMLWarning} from 'yaml'
import {toJSONSchema, type z} from 'zod'
import {hintNearest} from '../model/nearest-name.ts'
import type {Place} from '../model/place.ts'
import {report} from '../report/report.ts'
import type {RuleId} from '../report/rules.ts'

/** YAML to check. */
export interface YamlToCheck<T> {
  /** What it must look like. The `error` words of its parts say what is expected: "a date such as 2024-03-07". */
  readonly schema: z.ZodType<T>
  readonly text: string
  /** Line of the file at which `text` begins; 1 by default. */
  readonly firstLine?: number
  /** Rule for what is no YAML. */
  readonly syntaxRule: RuleId
  /** Rule for unknown fields and values of the wrong kind. */
  readonly fieldsRule: RuleId
}

/** Checked data, and where each part of it stands. */
export interface CheckedYaml<T> {
  readonly data: T
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

/**
 * Reads YAML 1.2 (core schema: dates stay text, no tags, no merge keys) and checks its fields, each finding with its
 * line. An empty text is an empty mapping.
 *
 * @returns `undefined` when anything was reported.
 */
export function checkYaml<T>(file: VFile, check: YamlToCheck<T>): CheckedYaml<T> | undefined {
  const lines = new LineCounter()
  const placeAt = (offset: number): Place => {
    const {line, col} = lines.linePos(offset)
    return {file: file.path, line: line + (check.firstLine ?? 1) - 1, column: col}
  }
  const parsed = parse(check.text, lines)
  if ('failure' in parsed) {
    const {failure, offset} = parsed
    const place = placeAt(offset)
    return void report(file, check.syntaxRule, `Unexpected YAML, expected plain fields: ${failure}`, {place, hint: yamlHint})
  }
  const {document, value} = parsed
  const placeOf = (path: readonly PropertyKey[]) => placeAt(offsetOf(document, path))
  const checked = check.schema.safeParse(value)
  if (checked.success) return {data: checked.data, placeOf}
  for (const issue of checked.error.issues) reportIssue(file, {issue, check, value, placeOf})
  return undefined
}

const yamlHint = 'Put a text with a colon, “#”, “@” or “!” in it between quotation marks.'

type Parsed = {readonly document: Document; readonly value: unknown} | {readonly failure: string; readonly offset: number}

/** The first thing wrong is told alone: what follows it is mostly its echo. */
function parse(text: string, lineCounter: LineCounter): Parsed {
  try {
    // The library looks for keys that stand twice in quadratic time.
    const document = parseDocument(text, {lineCounter, version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'error'})
    const [problem] = [...document.errors, ...document.warnings]
    const failure = problem ? {failure: reasonOf(problem), offset: problem.pos[0]} : findSecondKey(document)
    if (failure) return failure.failure.includes('call stack') ? tooDeep : failure
    return {document, value: document.toJS({maxAliasCount: 50}) ?? {}}
  } catch (error) {
    if (error instanceof RangeError) return tooDeep
    // The library says so of aliases that lead nowhere, or to too much.
    if (error instanceof ReferenceError) return {failure: error.message, offset: 0}
    throw error
  }
}

const tooDeep = {failure: 'nesting deeper than can be read', offset: 0}

function reasonOf({code, message}: YAMLParseError | YAMLWarning): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins'
  const [first = message] = message.split('\n')
  return first.replace(/[.:]$/, '')
}

function findSecondKey(document: Document): {failure: string; offset: number} | undefined {
  let found: {failure: string; offset: number} | undefined
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const {key} of map.items) {
        const name = String(key)
        if (seen.has(name)) found ??= {failure: `“${name}” stands twice`, offset: (isNode(key) && key.range?.[0]) || 0}
        seen.add(name)
      }
      return found && visit.BREAK
    },
  })
  return found
}

interface Finding<T> {
  readonly issue: z.core.$ZodIssue
  readonly check: YamlToCheck<T>
  readonly value: unknown
  readonly placeOf: CheckedYaml<T>['placeOf']
}

function reportIssue<T>(file: VFile, {issue, check, value, placeOf}: Finding<T>): void {
  const where = issue.path.length > 0 ? ` in “${issue.path.join('.')}”` : ''
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(check.schema, issue.path)
    for (const key of issue.keys) {
      const reason = `Unexpected field “${key}”${where}, expected one of the fields that exist`
      report(file, check.fieldsRule, reason, {place: placeOf([...issue.path, key]), hint: hintNearest(key, known), expected: known})
    }
    return
  }
  const found = valueAt(value, issue.path)
  const known = issue.code === 'invalid_value' ? issue.values.map(String) : []
  const expected = known.length > 0 ? known.join(' or ') : issue.message
  const hint = typeof found === 'string' ? hintNearest(found, known) : quoteHint(found, expected)
  const reason = found === undefined ? `Unexpected gap${where}` : `Unexpected ${describe(found)}${where}`
  report(file, check.fieldsRule, `${reason}, expected ${expected}`, {place: placeOf(issue.path), hint})
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'empty text' : `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`
  if (value === null) return 'empty value'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'fields' : `${typeof value} ${String(value)}`
}

function quoteHint(value: unknown, expected: string): string | undefined {
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  return isScalar && expected.startsWith('text') ? `Put it between quotation marks: "${String(value)}".` : undefined
}

/** Names of the fields that the schema knows at a path. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let part: JsonSchema | undefined = toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}) as JsonSchema
  for (const step of path) part = typeof step === 'number' ? part?.items : (part?.properties?.[String(step)] ?? part?.additionalProperties)
  return Object.keys(part?.properties ?? {})
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema
  readonly items?: JsonSchema
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value
  for (const step of path) {
    found = typeof found === 'object' && found !== null && Object.hasOwn(found, step) ? (found as Record<PropertyKey, unknown>)[step] : undefined
  }
  return found
}

/** Where the pair of the path's last step begins, else its value, else whatever of the path is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const pair = isMap(holder) ? holder.items.find(item => keyOf(item) === String(path[length - 1])) : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function keyOf(item: unknown): string | undefined {
  return isPair(item) ? String((item as Pair).key) : undefined
}

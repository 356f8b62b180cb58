import type {VFile} from 'vfile'
import {isAlias, isMap, isScalar, LineCounter, parseDocument, type Document, type Node, type Pair, type YAMLMap} from 'yaml'
import {report} from '../report/report.ts'

/** A value of YAML as plain data: every scalar stays the text that was written. */
export type Plain = string | Plain[] | {[key: string]: Plain}

/** YAML as data, and the way back from a value to its line. */
export interface ReadYaml {
  readonly value: Plain
  /** Line in the file of the value at a path, or of its nearest parent that stands in the text. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** Most values, aliases followed: far above any real frontmatter, far below what would fill the memory. */
const maxValues = 100_000
/** Deepest nesting. */
const maxDepth = 100

/**
 * Reads YAML 1.2 into plain data. Scalars are not typed (`schema: 'failsafe'`), so that `2024-03-07`, `1` and `no` stay
 * the words they are. Tags mean nothing and are refused; aliases are followed within a budget.
 *
 * Reports `parse-frontmatter-is-valid` and `parse-frontmatter-key-once`.
 *
 * @param firstLine line of the file in which the YAML begins
 * @returns `undefined` when it is not YAML at all
 */
export function readYaml(file: VFile, yaml: string, firstLine: number): ReadYaml | undefined {
  const lines = new LineCounter()
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1
  const document = compose(yaml, lines)
  if (typeof document === 'string') return complain(file, document, firstLine)
  for (const error of document.errors) complain(file, plainWords(error.message), lineAt(error.pos[0]))
  if (document.errors.length > 0) return undefined
  const reader = {file, document, lineAt, values: 0, failed: false}
  const value = document.contents ? convert(reader, document.contents, 0) : {}
  if (reader.failed) return undefined
  return {value, lineOf: path => lineAt(offsetOf(document, path))}
}

interface Reader {
  readonly file: VFile
  readonly document: Document.Parsed
  readonly lineAt: (offset: number) => number
  values: number
  failed: boolean
}

function compose(yaml: string, lineCounter: LineCounter): Document.Parsed | string {
  try {
    return parseDocument(yaml, {schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error', lineCounter})
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The composer recurses: thousands of brackets in brackets end its stack.
    return `Unexpected YAML nested too deeply, expected at most ${maxDepth} levels`
  }
}

function complain(file: VFile, reason: string, line: number): undefined {
  report(file, 'parse-frontmatter-is-valid', reason, {
    place: {file: file.path, line},
    hint: 'Write one `key: value` a line; put a value that holds `: ` or ` #`, or begins with a mark, in quotation marks.'
  })
}

function plainWords(message: string): string {
  return `Unexpected YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
}

function convert(reader: Reader, node: Node, depth: number): Plain {
  reader.values++
  const refusal = refuse(reader, node, depth)
  if (refusal !== undefined) {
    if (!reader.failed) complain(reader.file, refusal, reader.lineAt(node.range?.[0] ?? 0))
    reader.failed = true
    return ''
  }
  if (isAlias(node)) {
    const target = node.resolve(reader.document)
    return target ? convert(reader, target, depth + 1) : ''
  }
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : node.source ?? ''
  if (isMap(node)) return convertMap(reader, node, depth)
  if ('items' in node) return (node.items as Node[]).map(item => convert(reader, item, depth + 1))
  return ''
}

function refuse(reader: Reader, node: Node, depth: number): string | undefined {
  if (depth > maxDepth) return `Unexpected YAML nested too deeply, expected at most ${maxDepth} levels`
  if (reader.values > maxValues) return `Unexpected amount of YAML, expected at most ${maxValues} values`
  if ('tag' in node && node.tag !== undefined) return `Unexpected tag ${node.tag}, expected a plain value`
  return undefined
}

function convertMap(reader: Reader, map: YAMLMap, depth: number): Plain {
  const entries = new Map<string, Plain>()
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? convert(reader, pair.key, depth + 1) : undefined
    const line = reader.lineAt(pair.key?.range?.[0] ?? 0)
    if (typeof key !== 'string') {
      if (!reader.failed) complain(reader.file, 'Unexpected list or map as a key, expected a word', line)
      reader.failed = true
    } else if (entries.has(key)) {
      report(reader.file, 'parse-frontmatter-key-once', `Unexpected second \`${key}\`, expected each key once`, {
        place: {file: reader.file.path, line},
        hint: 'Keep one of the two.'
      })
      reader.failed = true
    } else {
      entries.set(key, pair.value ? convert(reader, pair.value, depth + 1) : '')
    }
  }
  // fromEntries defines own properties: a key `__proto__` is a key like any other.
  return Object.fromEntries(entries)
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const pair = isMap(parent)
      ? (parent.items as Pair<Node, Node | null>[]).find(item => isScalar(item.key) && item.key.value === path[length - 1])
      : undefined
    const node = pair?.key ?? document.getIn(path.slice(0, length), true)
    if (node && typeof node === 'object' && 'range' in node) return (node as Node).range?.[0] ?? 0
  }
  return 0
}

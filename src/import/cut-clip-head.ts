import {isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair} from 'yaml'

/** A key of the frontmatter of a clipped page, with all its lines. */
export interface ClipEntry {
  readonly key: string
  /** Its words, those of a list joined by commas; `undefined` for what is no word: a map, nothing. */
  readonly value: string | undefined
  /** Indices of its lines in the page, the last included: all up to the next key. */
  readonly first: number
  readonly last: number
}

/** The frontmatter of a clipped page. */
export interface ClipHead {
  readonly entries: readonly ClipEntry[]
  /** Index of the first line of the page. */
  readonly end: number
  /** Why it is no YAML, where it is none: its lines were read one by one. */
  readonly trouble?: {readonly says: string; readonly line: number}
}

/** Most lines that are looked through for the end of the frontmatter. */
const farthest = 2000

/** Deepest list in a list whose words are taken. */
const maxDepth = 20

const keyLine = /^(?!- )(?:"[^"]+"|'[^']+'|[^\s"'#:][^:]{0,80}?|[^\s"'#:]\S{0,80}?)\s*:(?:\s|$)/

/**
 * Cuts a page at the frontmatter of a clipping tool: YAML between lines `---`, or TOML between lines `+++` (of which only
 * lines `key = value` are read). YAML that is none, but has keys, is read line by line. `undefined`: the page begins with text.
 */
export function cutClipHead(lines: readonly string[]): ClipHead | undefined {
  const fence = (lines[0] ?? '').trimEnd()
  if (fence !== '---' && fence !== '+++') return undefined
  const ends = fence === '---' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/
  const close = lines.slice(1, farthest).findIndex((line) => ends.test(line)) + 1
  if (close === 0) return undefined
  const inside = lines.slice(1, close)
  if (fence === '+++') return {entries: readLines(inside, {key: /^([\w."'-]+)\s*=/, isToml: true}), end: close + 1}
  const read = readYaml(inside)
  if (read === undefined) return undefined
  if (!('says' in read)) return {entries: read, end: close + 1}
  return inside.every(isOfYaml) && inside.some((line) => keyLine.test(line)) ? {entries: readLines(inside, {key: keyLine, isToml: false}), end: close + 1, trouble: read} : undefined
}

/** A key, what is indented under it, an entry of a list, a comment, the end of a bracket: no line of a text. */
function isOfYaml(line: string): boolean {
  return line.trim() === '' || /^(?:\s|- |-$|#|[\]}])/.test(line) || keyLine.test(line)
}

/** Entries in their order; why it is no YAML; `undefined` when it is YAML, but no map of words. */
function readYaml(lines: readonly string[]): ClipEntry[] | {says: string; line: number} | undefined {
  const counter = new LineCounter()
  const document = compose(lines.join('\n'), counter)
  if (document === undefined) return {says: 'too many brackets in brackets', line: 2}
  const [error] = document.errors
  if (error) return {says: error.message, line: counter.linePos(error.pos[0]).line + 1}
  if (document.contents === null) return []
  if (!isMap(document.contents)) return undefined
  const pairs = document.contents.items as Pair<Node, Node | null>[]
  if (!pairs.every(({key}) => isScalar(key))) return {says: 'a key that is no word', line: 2}
  const starts = pairs.map(({key}) => counter.linePos(key.range?.[0] ?? 0).line)
  // Two keys on one line are a map in braces: all of it is one entry.
  if (starts.some((start, index) => start === starts[index + 1])) return [{key: '', value: undefined, first: 1, last: lines.length}]
  return pairs.map(({key, value}, index) => ({
    key: String((key as {value?: unknown}).value ?? ''),
    value: wordsOf(value, document, 0),
    first: index === 0 ? 1 : (starts[index] as number),
    last: (starts[index + 1] ?? lines.length + 1) - 1,
  }))
}

function compose(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent', lineCounter})
  } catch {
    // The composer recurses: thousands of brackets in brackets end its stack.
    return undefined
  }
}

function wordsOf(node: Node | null, document: Document, depth: number): string | undefined {
  if (node === null || depth > maxDepth) return undefined
  if (isAlias(node)) return wordsOf(node.resolve(document) ?? null, document, depth + 1)
  if (isSeq(node)) return node.items.map((item) => wordsOf(item as Node, document, depth + 1)).filter(Boolean).join(', ') || undefined
  if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '') return undefined
  return node.type === 'PLAIN' && /^(?:~|null|Null|NULL)$/.test(node.value) ? undefined : node.value
}

/** Line by line: a key with its value where that stands on its line; lines that follow belong to the key above. */
function readLines(lines: readonly string[], {key, isToml}: {readonly key: RegExp; readonly isToml: boolean}): ClipEntry[] {
  const entries: {key: string; value: string | undefined; first: number; last: number}[] = []
  let isInTable = false
  for (const [index, line] of lines.entries()) {
    isInTable ||= isToml && /^\s*\[/.test(line)
    const found = isInTable ? undefined : key.exec(line)
    const last = entries.at(-1)
    if (found) entries.push({key: unquoted(found[0].replace(/\s*[:=]\s*$/, '')), value: valueOf(line.slice(found[0].length).trim()), first: index + 1, last: index + 1})
    else if (last) Object.assign(last, {last: index + 1, ...(line.trim() !== '' && {value: undefined})})
    else entries.push({key: '', value: undefined, first: 1, last: index + 1})
  }
  return entries
}

function valueOf(written: string): string | undefined {
  const list = /^\[(.*)\]$/.exec(written)?.[1]
  const value = list === undefined ? unquoted(written) : [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single).join(', ')
  return value === '' || /^[[{|>&*]/.test(value) ? undefined : value
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}

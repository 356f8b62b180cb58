import {parseDocument} from 'yaml'
import type {Dropped} from '../model/source.ts'
import {headFieldOf, type Head, type HeadField} from './head-fields.ts'
import type {Line} from '../model/mail/split-lines.ts'

/** What a clipping tool wrote before the page. */
export interface ClipFields {
  readonly fields: Head
  /** Lines that the fields were read from. */
  readonly used: readonly Line[]
  /** Fields that a source has no place for. */
  readonly dropped: readonly Dropped[]
  /** Index of the first line of the page. */
  readonly end: number
}

/** Most lines that are looked through for the end of the frontmatter. */
const farthest = 200

/**
 * Reads the YAML frontmatter that some clipping tools write (`title: …`, `source: …`): fields of an article go to the
 * article, others are named as left out. Text that is no such frontmatter stays text.
 */
export function readClipFields(lines: readonly Line[]): ClipFields {
  const none: ClipFields = {fields: {}, used: [], dropped: [], end: 0}
  if (rawOf(lines[0]).trimEnd() !== '---') return none
  const close = lines.slice(1, farthest).findIndex((line) => rawOf(line).trimEnd() === '---')
  if (close < 0) return none
  const inside = lines.slice(1, close + 1)
  const values = readYaml(inside.map(rawOf).join('\n'))
  if (!values) return none
  const fields: Partial<Record<HeadField, string>> = {}
  const used: Line[] = []
  const dropped: Dropped[] = []
  for (const group of groupByKey(inside)) {
    const key = keyOf(group)
    const field = headFieldOf(key)
    const value = wordsOf(values.get(key))
    if (field !== undefined && fields[field] === undefined && value !== '') {
      fields[field] = value
      used.push(...group)
    } else if (value !== '') dropped.push(dropGroup(group))
  }
  return {fields, used, dropped, end: close + 2}
}

function rawOf(line: Line | undefined): string {
  return line === undefined ? '' : line.prefix + line.text
}

/** Only plain keys with words or lists of words; no tags, no types. */
function readYaml(text: string): Map<string, unknown> | undefined {
  try {
    const document = parseDocument(text, {schema: 'failsafe', logLevel: 'silent'})
    const value: unknown = document.toJS({mapAsMap: true, maxAliasCount: 0})
    return document.errors.length === 0 && value instanceof Map && [...value.keys()].every((key) => typeof key === 'string') ? (value as Map<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  return typeof value === 'string' ? value.replace(/\[\[([^\]|]*)(?:\|[^\]]*)?\]\]/g, '$1').replace(/\s+/g, ' ').trim() : ''
}

/** A key and the indented lines under it. */
function groupByKey(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && /^(?:\s|- |$)/.test(rawOf(line))) last.push(line)
    else groups.push([line])
  }
  return groups
}

function keyOf(group: readonly Line[]): string {
  const raw = rawOf(group[0])
  return raw.slice(0, Math.max(0, raw.search(/:(?:\s|$)/))).trim().replace(/^(["'])(.*)\1$/, '$2')
}

function dropGroup(group: readonly Line[]): Dropped {
  const first = group[0]?.number ?? 1
  return {lines: {first, last: group.at(-1)?.number ?? first}, text: group.map(rawOf).join(' ').replace(/\s+/g, ' ').trim(), reason: 'Frontmatter of the clipping tool that a source has no field for'}
}

import type {VFile} from 'vfile'
import type {Dropped} from '../model/source.ts'
import {report} from '../report/report.ts'
import {cutClipHead, type ClipEntry} from './cut-clip-head.ts'
import {headFieldOf, type Head, type HeadField} from './head-fields.ts'
import {decodeEntities} from '../model/mail/plain-words.ts'
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

/**
 * Reads the frontmatter of clipping tools and of the makers of sites (`title: …`, `source: …`): fields of an article go to
 * the article, others are named as left out, and so are the lines of a field that hold more than its words. An empty field
 * is nothing to keep. Text that is no such frontmatter stays text.
 *
 * Reports `import-frontmatter-has-place`, once, and `import-frontmatter-is-yaml`.
 */
export function readClipFields(lines: readonly Line[], file: VFile): ClipFields {
  const raw = lines.map((line) => line.prefix + line.text)
  const head = cutClipHead(raw)
  if (!head) return {fields: {}, used: [], dropped: [], end: 0}
  if (head.trouble) reportTrouble(head.trouble, file)
  const fields: Partial<Record<HeadField, string>> = {}
  const used: Line[] = []
  const dropped: Dropped[] = []
  const unused: string[] = []
  for (const entry of head.entries) {
    const field = headFieldOf(entry.key)
    const value = fieldWords(field, entry)
    const text = raw.slice(entry.first, entry.last + 1).join(' ').replace(/\s+/g, ' ').trim()
    const isUsed = field !== undefined && value !== undefined && fields[field] === undefined
    if (isUsed) {
      fields[field] = value
      used.push(...lines.slice(entry.first, entry.last + 1))
    }
    if (isUsed ? signsOf(text) === signsOf(entry.key + value) : isEmpty(text, entry)) continue
    if (!isUsed) unused.push(entry.key)
    dropped.push({lines: rangeOf(lines, entry), text, reason: 'Frontmatter of the clipping tool that a source has no field for'})
  }
  if (unused.length > 0) reportUnused(unused, {dropped, file})
  return {fields, used, dropped, end: head.end}
}

/** The words of a field; `undefined` where there are none, or no address where one belongs. */
function fieldWords(field: HeadField | undefined, {value}: ClipEntry): string | undefined {
  const words = decodeEntities(value ?? '').replace(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, '$1').replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim()
  if (field === 'link' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(words)) return undefined
  if (field === 'cover' && !/^[a-z][a-z0-9+.-]*:\/\/\S+$|^[^\s<>]+\.(?:png|jpe?g|webp|gif)$/i.test(words)) return undefined
  return words === '' ? undefined : words
}

/** Whether nothing stands beside the key: no words, no comment. */
function isEmpty(text: string, {key, value}: ClipEntry): boolean {
  const signs = signsOf(text)
  return value === undefined && (signs === signsOf(key) || (key !== '' && /^(?:null)$/i.test(signs.slice(signsOf(key).length))))
}

/** All but white space and the marks of YAML: what a field must have of its lines. */
function signsOf(text: string): string {
  return decodeEntities(text).replace(/[\s:,"'[\]{}~=|>-]/g, '')
}

function rangeOf(lines: readonly Line[], {first, last}: ClipEntry): Dropped['lines'] {
  return {first: lines[first]?.number ?? 1, last: lines[last]?.number ?? 1}
}

function reportUnused(keys: readonly string[], {dropped, file}: {readonly dropped: readonly Dropped[]; readonly file: VFile}): void {
  const named = [...new Set(keys.filter((key) => key !== '').map((key) => `\`${key}\``))].join(', ')
  report(file, 'import-frontmatter-has-place', `Unexpected ${named || 'lines'} in the frontmatter of the page, expected title, author, date, place, link or cover, each once`, {
    place: {file: file.path, line: dropped[0]?.lines.first ?? 1},
    hint: 'What is unused was left out, and is named under `dropped` in article.md.',
  })
}

function reportTrouble({says, line}: {readonly says: string; readonly line: number}, file: VFile): void {
  report(file, 'import-frontmatter-is-yaml', `Unexpected frontmatter that is no YAML, expected lines \`key: value\`: ${says.charAt(0).toLowerCase()}${says.slice(1)}`, {
    place: {file: file.path, line},
    hint: 'Its lines were read one by one; what is unused is named under `dropped` in article.md.',
  })
}

import {stringify} from 'yaml'
import type {LineRange} from '../model/place.ts'
import type {ArticleMeta, Dropped, ExhibitMeta, MessageMeta, Origin} from '../model/source.ts'

/** Writes a source file: frontmatter in YAML, a blank line, the body. Lines of the original are written as `98-119`. */
export function writeSource(meta: ArticleMeta | ExhibitMeta, body: string): string {
  const written = meta.kind === 'article' ? writeArticle(meta) : writeExhibit(meta)
  return `---\n${writeYaml(written)}---\n${body === '' ? '' : `\n${body}\n`}`
}

/** YAML with one line a value, whatever its length. */
export function writeYaml(value: unknown): string {
  return stringify(value, {lineWidth: 0, aliasDuplicateObjects: false})
}

/** `98-119`, `7`, several joined by a comma. */
export function writeRanges(ranges: readonly LineRange[]): string {
  return ranges.map(({first, last}) => (first === last ? String(first) : `${first}-${last}`)).join(', ')
}

function writeArticle({original, dropped, ...fields}: ArticleMeta): object {
  return {...fields, ...(original && {original: writeOrigin(original)}), ...(dropped && dropped.length > 0 && {dropped: dropped.map(writeDropped)})}
}

function writeExhibit({original, preface, messages, ...fields}: ExhibitMeta): object {
  return {
    ...fields,
    ...(original && {original: writeOrigin(original)}),
    ...(preface && preface.length > 0 && {preface}),
    messages: messages.map(writeMessage),
  }
}

function writeMessage({headers, quoted, original, forwarded}: MessageMeta): object {
  return {...(quoted && {quoted}), headers, ...(original && {original: writeOrigin(original)}), ...(forwarded && forwarded.length > 0 && {forwarded: forwarded.map(writeMessage)})}
}

function writeOrigin({file, lines}: Origin): object {
  return {file, ...(lines && lines.length > 0 && {lines: writeRanges(lines)})}
}

function writeDropped({lines, text, reason}: Dropped): object {
  return {lines: writeRanges([lines]), text, reason}
}

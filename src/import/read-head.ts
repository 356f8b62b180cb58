import type {VFile} from 'vfile'
import {splitHeaderLine} from '../model/header-label.ts'
import {report} from '../report/report.ts'
import {headFieldOf, type Head, type HeadField} from './head-fields.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import type {Block} from '../model/mail/split-blocks.ts'
import type {Line} from '../model/mail/split-lines.ts'

/** The head of an article, and what follows it. */
export interface ReadHead {
  readonly fields: Head
  /** Lines that the fields were read from: no text of the article. */
  readonly used: readonly Line[]
  readonly rest: readonly Block[]
}

/** Longest value of a field, so that a sentence with a colon stays a sentence; addresses may be longer. */
const maxWords = 120

/** Longest line that may hold several fields, in UTF-16 units. */
const longestLine = 400

/**
 * Reads title, author, date, place, link and cover from the first heading and the loose `label: value` lines before the
 * text. Values stay as printed.
 *
 * @param known fields that were read before; the page's own do not replace them
 *
 * Reports `import-title-present`, and `import-head-field-known` for a line among the fields that is none, or one that
 * says a field again: it stays in the text.
 */
export function readHead({blocks, known, file}: {blocks: readonly Block[]; known: ReadHead['fields']; file: VFile}): ReadHead {
  const fields: Partial<Record<HeadField, string>> = {...known}
  const used: Line[] = []
  const left: Block[] = []
  let next = 0
  for (; next < blocks.length; next += 1) {
    const block = blocks[next] as Block
    if (isTitle(block) && (fields.title === undefined || fields.title === wordsOf(block))) {
      fields.title = wordsOf(block)
      used.push(...block.lines)
    } else if (block.kind === 'paragraph' && block.depth === 0 && block.lines.some((line) => readField(line.text))) {
      const rest = takeFields({block, fields, used, file})
      if (rest) left.push(rest)
    } else break
  }
  if (fields.title === undefined) {
    report(file, 'import-title-present', 'Unexpected page without a title, expected a heading at its head', {
      place: {file: file.path, line: 1},
      hint: 'Write a title into article.md.',
    })
  }
  return {fields, used, rest: [...left, ...blocks.slice(next)]}
}

function isTitle(block: Block): boolean {
  return block.kind === 'heading' && block.level === 1 && block.depth === 0 && wordsOf(block) !== ''
}

function wordsOf(block: Block): string {
  return plainWords(block.lines.map((line) => line.text).join(' '))
}

function takeFields({block, fields, used, file}: {block: Block; fields: Partial<Record<HeadField, string>>; used: Line[]; file: VFile}): Block | undefined {
  const rest: Line[] = []
  for (const line of block.lines) {
    const found = readFields(line)
    if (found.length > 0 && found.every((one) => one !== undefined && fields[one.field] === undefined)) {
      for (const one of found) if (one) fields[one.field] = one.value
      used.push(line)
      continue
    }
    rest.push(line)
    report(file, 'import-head-field-known', `Unexpected line “${plainWords(line.text).slice(0, 60)}” among the fields at the head, expected author, date, place, link or cover, each once`, {
      place: {file: file.path, line: line.number},
      hint: 'It was left at the beginning of the text: move it to the frontmatter of article.md, or leave it there.',
    })
  }
  return rest.length > 0 ? {...block, lines: rest} : undefined
}

interface FoundField {
  readonly field: HeadField
  readonly value: string
}

/** The fields of a line; `undefined` among them for what stands beside one and is none. */
function readFields(line: Line): readonly (FoundField | undefined)[] {
  const whole = readField(line.text)
  if (whole === undefined) return []
  if (line.text.length > longestLine) return [whole]
  const pieces = line.text.split(/(?<!\\)\||｜|[\s\u3000](?=[^\s:：]{1,8}[:：](?!\/\/))/u).filter((piece) => piece.trim() !== '')
  const found = pieces.map(readField)
  // A bar parts whatever stands beside it; a blank does only where a field follows.
  const isParted = /(?<!\\)\||｜/u.test(line.text) ? found.some((one) => one !== undefined) : !found.includes(undefined)
  return isParted ? found : [whole]
}

function readField(text: string): FoundField | undefined {
  const parts = splitHeaderLine(text.replace(/^[\s*_]+/, ''))
  const field = parts && headFieldOf(plainWords(parts.label))
  if (!parts || !field) return undefined
  const address = field === 'link' || field === 'cover'
  const value = address ? readAddress(parts.value) : plainWords(parts.value)
  return value === undefined || value === '' || (!address && value.length > maxWords) ? undefined : {field, value}
}

/** `http://…`, `<http://…>`; another thing is no address. */
function readAddress(value: string): string | undefined {
  const bare = value.replace(/^[\s*<]+|[\s*>]+$/g, '')
  return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(bare) || /^[\w./-]+\.(?:png|jpe?g|webp|gif)$/i.test(bare) ? bare : undefined
}

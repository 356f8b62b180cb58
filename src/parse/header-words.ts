import {toString} from 'mdast-util-to-string'
import type {Change} from '../model/change.ts'
import {fieldOf, splitHeaderLine} from '../model/header-label.ts'
import {mailHeaders} from '../model/mail/mail-headers.ts'
import type {Header, HeaderBlock} from '../model/mail/read-header.ts'
import type {Line} from '../model/mail/split-lines.ts'
import {parseMarkdown} from './parse-markdown.ts'

/** A header line as it reads, and what the editorial log says of it. */
export interface HeaderWords {
  readonly label: string
  readonly value: string
  readonly change: Change
}

/** What a header line may not hold to become one of a message: links, code, notes, HTML. */
const marked = /\]\(|\]\[|`|\[\^|\^\[|~~|<!--|<\/?[a-z][a-z0-9]{0,10}[\s/>]/i

/** Whether a text holds links, code, notes or HTML: marks that a field of the frontmatter cannot have. */
export function hasMarks(text: string): boolean {
  return marked.test(text)
}

/**
 * Labels and values of headers as they read; `undefined` where anything but words is among them.
 *
 * @param lines of the file, all of them
 * @param file path of the source, for the log
 */
export function readHeaderWords(headers: readonly Header[], lines: readonly Line[], file: string): HeaderWords[] | undefined {
  const words = plainTexts(headers.map(({first, last}) => textOf(lines, first, last)))
  const read = words?.flatMap((text, index) => {
    const {first, last, field} = headers[index] as Header
    const parts = splitHeaderLine(text)
    if (!parts || fieldOf(parts.label) !== field) return []
    const place = {file, line: first, ...(last > first && {endLine: last})}
    return [{...parts, change: {rule: mailHeaders, place, before: text.slice(0, text.length - parts.value.length).trim(), after: parts.label}}]
  })
  return read?.length === headers.length ? read : undefined
}

/** Each header has lines of its own and stands once, and there is nothing on them but words. */
export function hasPlainHeaders({headers}: HeaderBlock, lines: readonly Line[]): boolean {
  const labels = new Set(headers.map(({label}) => label))
  if (labels.size < headers.length) return false
  return headers.every(({first, last}, index) => {
    const before = headers[index - 1]?.last ?? first - 1
    const gap = lines.slice(before, first - 1)
    return first > before && gap.every((line) => line.text.trim() === '') && !hasMarks(textOf(lines, first, last))
  })
}

/** The words of texts, each a paragraph or heading by itself; `undefined` where one is anything else. */
export function plainTexts(texts: readonly string[]): string[] | undefined {
  const {children} = parseMarkdown(texts.join('\n\n'), {isMail: true})
  if (children.length !== texts.length || children.some(({type}) => type !== 'paragraph')) return undefined
  return children.map((node) => ('children' in node ? node.children.map((child) => (child.type === 'break' ? ' ' : toString(child))).join('') : '').replace(/\s*\n\s*/g, ' ').trim())
}

function textOf(lines: readonly Line[], first: number, last: number): string {
  return lines.slice(first - 1, last).map((line) => line.text.trim()).filter((line) => line !== '').join('\n')
}

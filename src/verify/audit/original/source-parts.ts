import {parse} from 'yaml'

/** A source as its original is held against it. */
export interface SourceParts {
  /** The frontmatter. */
  readonly meta: unknown
  /** Words and labels of fields that have no place in the order of the text. */
  readonly fields: readonly string[]
  /** The body, each message after its header lines. */
  readonly body: string
}

interface RawMessage {
  readonly headers?: Readonly<Record<string, unknown>>
  readonly forwarded?: readonly RawMessage[]
}

/** Parts a source of frontmatter and body. Header lines come before the text of their message, as in the original. */
export function partsOfSource(source: string): SourceParts {
  const [, yaml = '', body = source] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? []
  const meta = parse(yaml, {schema: 'failsafe', logLevel: 'silent'}) as unknown
  return {meta, fields: wordsOfFields(meta), body: withHeaders(body, messagesIn(meta))}
}

/** Header lines by number, in the order in which messages are numbered: 1, 1.1, 2. */
function messagesIn(meta: unknown): [string, string][] {
  const numbered = (messages: readonly RawMessage[], above: string): [string, string][] => messages.flatMap(({headers = {}, forwarded}, index) => {
    const number = `${above}${index + 1}`
    const lines = Object.entries(headers).map(([label, value]) => `${label}: ${String(value)}`)
    return [[number, lines.join('\n')] as [string, string], ...numbered(Array.isArray(forwarded) ? forwarded : [], `${number}.`)]
  })
  const {messages} = (typeof meta === 'object' && meta !== null ? meta : {}) as {messages?: readonly RawMessage[]}
  return numbered(Array.isArray(messages) ? messages : [], '')
}

/** A message without text has no mark: its header lines stand before those of the next that has. */
function withHeaders(body: string, messages: readonly [string, string][]): string {
  let next = 0
  const until = (number: string | undefined): string => {
    const at = number === undefined ? messages.length - 1 : messages.findIndex(([own]) => own === number)
    const lines = messages.slice(next, at + 1).map(([, words]) => words)
    next = Math.max(next, at + 1)
    return lines.join('\n')
  }
  const hasMarks = /^<!-- message [\d.]+ -->$/m.test(body)
  const opened = hasMarks ? body.replace(/^<!-- message ([\d.]+) -->$/gm, (_, number: string) => until(number)) : `${until('1')}\n${body}`
  return `${opened}\n${until(undefined)}`
}

function wordsOfFields(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsOfFields)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'headers' ? [] : [key, ...wordsOfFields(one)]))
}

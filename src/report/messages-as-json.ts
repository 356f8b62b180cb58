import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** A message for another program. Lines and columns count from 1; `null` where there is none. */
export interface JsonMessage {
  /** Relative to the source folder. */
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly rule: string | null
  readonly severity: 'error' | 'warning'
  readonly reason: string
  /** What to do, and a second place that has to do with it. */
  readonly hint: string | null
  readonly expected: readonly string[]
}

/** All messages of the files, in the order of the files and of their lines. */
export function messagesAsJson(files: readonly VFile[]): JsonMessage[] {
  return files.flatMap(file => [...file.messages].sort(byPlace).map(message => asJson(file, message)))
}

function asJson(file: VFile, message: VFileMessage): JsonMessage {
  const end = message.place && 'end' in message.place ? message.place.end : undefined
  return {
    file: file.path,
    line: message.line ?? null,
    column: message.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    rule: message.ruleId ?? null,
    severity: message.fatal ? 'error' : 'warning',
    reason: message.reason,
    hint: message.note ?? null,
    expected: message.expected ?? [],
  }
}

function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

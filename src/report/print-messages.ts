import {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {reporter} from 'vfile-reporter'
import {countMessages, countWords} from './count-messages.ts'
import {visible} from './visible.ts'

/** How messages are shown to a person. */
export interface PrintOptions {
  /** Put before the paths of the files, so that they lead there from where the person is; `''` for nothing. */
  readonly folder: string
  readonly colors: boolean
}

/** So many messages of one rule in one file are printed; the rest is counted. JSON holds all of them. */
const mostOfOneRule = 10

/**
 * Messages as lines for a terminal, file by file, each with its hint, and their number at the end. Empty when there are
 * none.
 */
export function printMessages(files: readonly VFile[], options: PrintOptions): string {
  const shown = joinByPath(files).map(file => shorten(file, options.folder))
  if (shown.length === 0) return ''
  const lines = reporter(shown, {color: options.colors, verbose: true, quiet: true}).split('\n')
  // The reporter's own count at the end counts only what is shown.
  const end = lines.lastIndexOf('')
  const plain = lines.slice(0, end < 0 ? lines.length : end).filter(line => !isNoteHead(line))
  return `${plain.join('\n')}\n\n${countWords(countMessages(files))}\n`
}

/** A file may have been read more than once; it is printed as one. */
function joinByPath(files: readonly VFile[]): VFile[] {
  const joined = new Map<string, VFile>()
  for (const file of files) {
    if (file.messages.length === 0) continue
    const known = joined.get(file.path) ?? new VFile({path: file.path})
    known.messages.push(...file.messages)
    joined.set(file.path, known)
  }
  return [...joined.values()]
}

function shorten(file: VFile, folder: string): VFile {
  const shown = new VFile({path: visible(pathFrom(folder, file.path))})
  const byRule = new Map<string, VFileMessage[]>()
  for (const message of file.messages) {
    const rule = message.ruleId ?? ''
    const same = byRule.get(rule)
    if (same) same.push(message)
    else byRule.set(rule, [message])
  }
  for (const messages of byRule.values()) {
    shown.messages.push(...messages.slice(0, mostOfOneRule).map(printable))
    const last = messages[mostOfOneRule - 1]
    if (last && messages.length > mostOfOneRule) shown.messages.push(restOf(last, messages.length - mostOfOneRule))
  }
  return shown
}

function pathFrom(folder: string, path: string): string {
  if (path === '.') return folder || '.'
  return folder ? `${folder}/${path}` : path
}

function printable(message: VFileMessage): VFileMessage {
  const copy = new VFileMessage(visible(message.reason), {place: message.place, ruleId: message.ruleId})
  copy.fatal = message.fatal
  if (message.note) copy.note = visible(message.note)
  // The reporter prints a stack where there is one; a finding has none.
  copy.stack = ''
  return copy
}

/** Stands where the last one shown stands, so that it follows it. */
function restOf(last: VFileMessage, count: number): VFileMessage {
  const rest = printable(last)
  rest.message = `… and ${count} more`
  rest.note = undefined
  return rest
}

/** The word `[note]:` on a line of its own says nothing; the hint is set in under its message all the same. */
function isNoteHead(line: string): boolean {
  return line.includes('[note]')
}

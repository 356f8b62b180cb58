import type {VFile} from 'vfile'

/** How many messages of each weight the files carry. */
export interface MessageCount {
  readonly errors: number
  readonly warnings: number
}

/** Counts errors and warnings. */
export function countMessages(files: readonly VFile[]): MessageCount {
  const messages = files.flatMap(file => file.messages)
  const errors = messages.filter(message => message.fatal).length
  return {errors, warnings: messages.length - errors}
}

/** `1 error, 2 warnings`; empty when there is neither. */
export function countWords({errors, warnings}: MessageCount): string {
  return [plural(errors, 'error'), plural(warnings, 'warning')].filter(Boolean).join(', ')
}

function plural(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}

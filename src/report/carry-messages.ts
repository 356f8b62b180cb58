import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** A message as plain data, which passes from one thread to another. */
export type CarriedMessage = Pick<VFileMessage, 'reason' | 'place' | 'ruleId' | 'fatal' | 'note' | 'expected'>

/** Messages as plain data. */
export function packMessages(messages: readonly VFileMessage[]): CarriedMessage[] {
  return messages.map(({reason, place, ruleId, fatal, note, expected}) => ({reason, place, ruleId, fatal, note, expected}))
}

/** Puts messages on a file as `report` did in the other thread. */
export function putMessages(file: VFile, carried: readonly CarriedMessage[]): void {
  for (const {reason, place, ruleId, fatal, note, expected} of carried) {
    const message = file.message(reason, {ruleId, source: 'dossier', place})
    message.fatal = fatal
    message.url = undefined
    if (expected) message.expected = expected
    if (note !== undefined) message.note = note
  }
}

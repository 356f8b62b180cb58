import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Position} from 'unist'
import type {Place} from '../model/place.ts'
import {rules, type RuleId} from './rules.ts'

/** What may stand beside the reason of a complaint. */
export interface Details {
  /** Where: a node's position, or a place. `undefined`: the file as a whole. */
  readonly place?: Position | Place | undefined
  /** What to do about it, one sentence. */
  readonly hint?: string | undefined
  /** What was expected there. */
  readonly expected?: readonly string[] | undefined
  /** A second place that has to do with it, with its words. */
  readonly related?: {readonly place: Place; readonly says: string} | undefined
}

/**
 * The one way to complain. Puts a message on `file`, weighed by the table of rules; never throws.
 *
 * @param file the source (or artifact) that the finding is about
 * @param rule id of the rule, from the table
 * @param reason what is there and what was expected, one sentence: "Unexpected X, expected Y"
 */
export function report(file: VFile, rule: RuleId, reason: string, details: Details = {}): VFileMessage {
  const message = file.message(reason, {ruleId: rule, source: 'dossier', place: pointOf(details.place)})
  message.fatal = rules[rule].severity === 'error'
  message.url = undefined
  if (details.expected) message.expected = [...details.expected]
  const notes = [details.hint, details.related && `${details.related.says} (${details.related.place.file}:${details.related.place.line})`]
  const note = notes.filter(Boolean).join('\n')
  if (note) message.note = note
  return message
}

function pointOf(place: Details['place']) {
  if (!place) return undefined
  if ('start' in place) return place
  const start = {line: place.line, column: place.column ?? 1}
  return place.endLine ? {start, end: {line: place.endLine, column: 1}} : start
}

import type {Field} from '../dossier.ts'
import {readMoment} from '../read-moment.ts'
import type {HeaderBlock} from './read-header.ts'

const mailboxes: ReadonlySet<Field> = new Set(['from', 'to', 'cc', 'bcc', 'reply-to'])
/** Longest value, in UTF-16 units; a list of mailboxes may be longer. */
const longestValue = 1000

/**
 * Whether headers that stand in a text without a word of the editor are those of a mail for certain: who sent it, and
 * whom to, when or what about, with an address, a time of day, all four, or a line above that says that a message
 * follows. `From: London / To: Paris` is none.
 *
 * @param introducedBy the line above that says that a message follows
 */
export function isCertainHeader({headers, sure}: HeaderBlock, introducedBy: string | undefined): boolean {
  if (!sure) return false
  const fields = new Set(headers.map(({field}) => field))
  const main = (['from', 'to', 'date', 'subject'] as const).filter((field) => fields.has(field)).length
  if (!fields.has('from') || main < 2 || main !== headers.filter(({field}) => ['from', 'to', 'date', 'subject'].includes(field)).length) return false
  if (headers.some(({field, value}) => value.length > longestValue && !mailboxes.has(field))) return false
  if (main === 4 || introducedBy !== undefined) return true
  return headers.some(({field, value}) => (mailboxes.has(field) ? /@|[<＜]\s*[>＞]/.test(value) : field === 'date' && readMoment(value).local?.hour !== undefined))
}

import type {Mailbox} from '../model/mailbox.ts'
import {isDayFirst} from '../model/day-first.ts'
import {paperFields, type Paper} from '../model/paper.ts'
import {readMailboxes} from '../model/read-mailboxes.ts'
import {readMoment} from '../model/read-moment.ts'
import type {Draft, ExhibitMeta} from '../model/source.ts'
import {checkMoment} from './check-moment.ts'
import {placeOfWords} from './place-of.ts'

/**
 * What the frontmatter says of an exhibit that is no mail: what it is, whom from and to, its date, which is understood as
 * those of headers are. `undefined` when it says nothing.
 *
 * Reports `resolve-date-understood` and `resolve-weekday-agrees`.
 */
export function readPaper({file, meta}: Draft & {meta: ExhibitMeta}): Paper | undefined {
  const fields = paperFields.flatMap((field) => (meta[field] === undefined ? [] : [{field, value: meta[field].trim()}])).filter(({value}) => value !== '')
  if (fields.length === 0) return undefined
  const date = meta.date === undefined ? undefined : readMoment(meta.date.trim(), {dotsAreDayFirst: isDayFirst({language: meta.language})})
  if (date) checkMoment(file, date, {where: 'of the exhibit', place: placeOfWords(file, date.asPrinted, 'date')})
  const mailboxes = (value: string | undefined): Mailbox[] => readMailboxes(value ?? '')
  return {
    from: mailboxes(meta.from),
    to: mailboxes(meta.to),
    cc: mailboxes(meta.cc),
    fields,
    ...(meta.paper !== undefined && {form: meta.paper}),
    ...(date && {date}),
  }
}

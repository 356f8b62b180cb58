import type {Lists} from '../model/lists.ts'
import type {Mailbox} from '../model/mailbox.ts'
import {readMailboxes} from '../model/read-mailboxes.ts'
import {fieldOf} from '../model/header-label.ts'
import {isRedactedWhole, redactorFor} from '../model/redaction.ts'
import type {Redaction} from '../model/settings.ts'
import type {Draft, MessageMeta} from '../model/source.ts'

const fields = new Set(['from', 'to', 'cc', 'bcc', 'reply-to'])

/**
 * Redactions with the mail addresses that stand beside their names in headers, and in the list of people: an address
 * that stays would name whose name is gone. One that stands beside another name, too, is left out: it is not only theirs.
 */
export function widenRedactions(redactions: readonly Redaction[], drafts: readonly Draft[], lists: Pick<Lists, 'people'>): Redaction[] {
  if (redactions.length === 0) return []
  const redactor = redactorFor(redactions)
  const found = redactions.map(() => new Set<string>())
  const shared = new Set<string>()
  const add = (names: readonly string[], address: string): void => {
    const gone = names.filter((name) => isRedactedWhole(redactor.redact(name)))
    for (const of of gone.flatMap((name) => redactor.rangesIn(name).flatMap((range) => range.of))) found[of]?.add(address.toLowerCase())
    if (gone.length === 0) shared.add(address.toLowerCase())
  }
  for (const {name, address} of drafts.flatMap(mailboxesOf)) if (name !== undefined && address?.includes('@')) add([name], address)
  for (const {name, also} of lists.people) {
    const names = [name, ...also].filter((one) => !one.includes('@'))
    for (const address of also) if (/^\S+@\S+$/.test(address)) add(names, address)
  }
  return redactions.map((one, index) => {
    const also = [...(found[index] ?? [])].filter((address) => !shared.has(address)).sort()
    return also.length === 0 ? one : {...one, also}
  })
}

function mailboxesOf({meta}: Draft): Mailbox[] {
  const inMessage = ({headers, forwarded = []}: MessageMeta): Mailbox[] => [
    ...Object.entries(headers).flatMap(([label, value]) => (fields.has(fieldOf(label) ?? '') ? readMailboxes(value) : [])),
    ...forwarded.flatMap(inMessage),
  ]
  return meta.kind === 'exhibit' ? meta.messages.flatMap(inMessage) : []
}

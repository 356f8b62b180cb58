import type {Exhibit, Message, Person} from '../model/dossier.ts'
import type {Mailbox} from '../model/mailbox.ts'

/** A person being put together. */
interface OpenPerson {
  readonly names: string[]
  readonly wrote: string[]
  readonly received: string[]
  readonly copied: string[]
}

/**
 * Everyone named in the headers of messages. Mailboxes with one name (case and spaces aside) or one address are one
 * person; nothing else is merged. Sorted by name. Blanked mailboxes without a name belong to nobody.
 */
export function collectPeople(exhibits: readonly Exhibit[]): Person[] {
  const byKey = new Map<string, OpenPerson>()
  for (const message of exhibits.flatMap((exhibit) => exhibit.messages.flatMap(withForwarded))) {
    for (const mailbox of message.from) find(mailbox, byKey)?.wrote.push(message.id)
    for (const mailbox of message.to) find(mailbox, byKey)?.received.push(message.id)
    for (const mailbox of message.cc) find(mailbox, byKey)?.copied.push(message.id)
  }
  const people = [...new Set(byKey.values())].map(({names: [name = '', ...variants], ...lists}) => ({
    name,
    variants,
    wrote: unique(lists.wrote),
    received: unique(lists.received),
    copied: unique(lists.copied),
  }))
  const used = new Set<string>()
  return people.sort((a, b) => (key(a.name) < key(b.name) ? -1 : 1)).map((person) => ({id: idFor(person.name, used), ...person}))
}

function withForwarded(message: Message): Message[] {
  return [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withForwarded(part)))]
}

function find(mailbox: Mailbox, byKey: Map<string, OpenPerson>): OpenPerson | undefined {
  const name = mailbox.name ?? mailbox.address
  if (name === undefined) return undefined
  const keys = [mailbox.name && key(mailbox.name), mailbox.address && key(mailbox.address)].filter((one) => one !== undefined && one !== '')
  const person = keys.map((one) => byKey.get(one as string)).find((one) => one) ?? {names: [], wrote: [], received: [], copied: []}
  for (const one of keys) byKey.set(one as string, person)
  if (!person.names.includes(name)) person.names.push(name)
  return person
}

function key(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)]
}

function idFor(name: string, used: Set<string>): string {
  const slug = `person-${key(name).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`
  let id = slug
  for (let count = 2; used.has(id); count++) id = `${slug}-${count}`
  used.add(id)
  return id
}

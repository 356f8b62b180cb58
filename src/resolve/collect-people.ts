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
 * person, wherever name and address first meet; nothing else is merged. A person is called by the first name found
 * that is no address, the rest are variants. Sorted by name. Blanked mailboxes without a name belong to nobody.
 */
export function collectPeople(exhibits: readonly Exhibit[]): Person[] {
  const messages = exhibits.flatMap((exhibit) => exhibit.messages.flatMap(withForwarded))
  const byKey = joinMailboxes(messages.flatMap(({from, to, cc}) => [...from, ...to, ...cc]))
  for (const message of messages) {
    for (const mailbox of message.from) find(mailbox, byKey)?.wrote.push(message.id)
    for (const mailbox of message.to) find(mailbox, byKey)?.received.push(message.id)
    for (const mailbox of message.cc) find(mailbox, byKey)?.copied.push(message.id)
  }
  const people = [...new Set(byKey.values())].map(({names, ...lists}) => {
    const name = names.find((one) => !isAddress(one)) ?? names[0] ?? ''
    return {
      name,
      variants: names.filter((one) => one !== name),
      wrote: unique(lists.wrote),
      received: unique(lists.received),
      copied: unique(lists.copied),
    }
  })
  const used = new Set<string>()
  return people.sort((a, b) => (key(a.name) < key(b.name) ? -1 : 1)).map((person) => ({id: idFor(person.name, used), ...person}))
}

function withForwarded(message: Message): Message[] {
  return [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withForwarded(part)))]
}

/** One person for all keys that some mailbox joins. First of all keys, because the mailbox that joins two may come last. */
function joinMailboxes(mailboxes: readonly Mailbox[]): Map<string, OpenPerson> {
  const joined = new Map<string, string>()
  const rootOf = (one: string): string => {
    let root = one
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next
    if (root !== one) joined.set(one, root)
    return root
  }
  const keys = mailboxes.flatMap((mailbox) => {
    const [first, second] = keysOf(mailbox)
    if (first !== undefined && second !== undefined && rootOf(first) !== rootOf(second)) joined.set(rootOf(second), rootOf(first))
    return keysOf(mailbox)
  })
  const people = new Map<string, OpenPerson>()
  for (const one of keys.map(rootOf)) if (!people.has(one)) people.set(one, {names: [], wrote: [], received: [], copied: []})
  return new Map(keys.map((one) => [one, people.get(rootOf(one)) as OpenPerson]))
}

function find(mailbox: Mailbox, byKey: ReadonlyMap<string, OpenPerson>): OpenPerson | undefined {
  const person = byKey.get(keysOf(mailbox)[0] ?? '')
  const name = mailbox.name ?? mailbox.address
  if (person && name !== undefined && !person.names.includes(name)) person.names.push(name)
  return person
}

function keysOf({name, address}: Mailbox): string[] {
  return [name, address].flatMap((one) => (one === undefined || key(one) === '' ? [] : [key(one)]))
}

function isAddress(name: string): boolean {
  return /^\S+@\S+$/.test(name)
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

import type {Exhibit, Message, Person} from '../model/dossier.ts'
import type {ListedPerson} from '../model/lists.ts'
import type {Mailbox} from '../model/mailbox.ts'
import {isRedactedWhole} from '../model/redaction.ts'
import {readAuthors} from './read-authors.ts'
import type {Texts} from './texts.ts'

/** A person whose mentions in the texts are not looked for yet, and every spelling to look for. */
export interface FoundPerson extends Omit<Person, 'mentions'> {
  readonly listed: ListedPerson | undefined
  /** Names of the headers and of the list; no addresses. */
  readonly spellings: readonly string[]
  readonly notContexts?: readonly string[]
  readonly inContexts?: readonly string[]
  /** Addresses in the headers, in small letters. */
  readonly addresses: readonly string[]
}

/** A person being put together. */
interface OpenPerson {
  readonly listed: ListedPerson | undefined
  readonly names: string[]
  readonly addresses: Set<string>
  readonly authored: string[]
  readonly wrote: string[]
  readonly received: string[]
  readonly copied: string[]
}

/**
 * Everyone named in the headers of messages (a copy of one is no second letter), as writer or reader of a letter, as author of an article, or in the editor's list. Mailboxes with one name (case and spaces aside) are
 * one person; different names are that only where the list says so. An address alone is the person who has it, where only
 * one does. A person of the list is called as there, any other by the first name found that is no address. Blanked
 * mailboxes without a name belong to nobody, nor do those whose name the editor took out. An organisation of the list is
 * among them only where it wrote or received; as author of an article it is the source, and stands in the index only. In no order yet.
 */
export function collectPeople({articles, exhibits}: Pick<Texts, 'articles' | 'exhibits'>, list: readonly ListedPerson[]): FoundPerson[] {
  const letters = exhibits.flatMap(lettersOf)
  const find = peopleFinder(letters.flatMap(({from, to, cc}) => [...from, ...to, ...cc]).filter(isSomebody), list)
  for (const message of letters) {
    for (const mailbox of message.from.filter(isSomebody)) find.personOf(mailbox)?.wrote.push(message.id)
    for (const mailbox of message.to.filter(isSomebody)) find.personOf(mailbox)?.received.push(message.id)
    for (const mailbox of message.cc.filter(isSomebody)) find.personOf(mailbox)?.copied.push(message.id)
  }
  for (const {id, author} of articles) for (const name of readAuthors(author, find.isKnown)) find.personOf({name, asPrinted: name, redacted: false})?.authored.push(id)
  const used = new Set<string>()
  return find.people().filter((one) => !one.listed?.isOrganisation || corresponds(one) || one.authored.length > 0).map(({listed, names, addresses, ...lists}) => {
    const name = listed?.name ?? names.find((one) => !isAddress(one)) ?? names[0] ?? ''
    return {
      id: idFor(name, used),
      name,
      variants: names.filter((one) => one !== name),
      ...(listed?.role !== undefined && {role: listed.role}),
      authored: unique(lists.authored),
      wrote: unique(lists.wrote),
      received: unique(lists.received),
      copied: unique(lists.copied),
      listed,
      ...(listed?.not && {notContexts: listed.not}),
      ...(listed?.in && {inContexts: listed.in}),
      spellings: unique([name, ...(listed?.also ?? []), ...names]).filter((one) => !isAddress(one)),
      addresses: [...addresses],
    }
  })
}

/** Two names that the editor took out look the same: neither is anybody. */
function isSomebody({name}: Mailbox): boolean {
  return name === undefined || !isRedactedWhole(name)
}

/** Whether somebody wrote, received or was copied. */
export function corresponds({wrote, received, copied}: Pick<Person, 'wrote' | 'received' | 'copied'>): boolean {
  return wrote.length + received.length + copied.length > 0
}

/** Who wrote to whom: messages by their anchors, a letter by that of its exhibit. */
function lettersOf({id, messages, paper}: Exhibit): Pick<Message, 'id' | 'from' | 'to' | 'cc'>[] {
  return [...(paper ? [{...paper, id}] : []), ...messages.flatMap(withForwarded).filter(({copyOf}) => copyOf === undefined)]
}

function withForwarded(message: Message): Message[] {
  return [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withForwarded(part)))]
}

interface PeopleFinder {
  personOf(mailbox: Mailbox): OpenPerson | undefined
  /** Whether a name stands in the list or in a header. */
  isKnown(name: string): boolean
  people(): OpenPerson[]
}

function peopleFinder(mailboxes: readonly Mailbox[], list: readonly ListedPerson[]): PeopleFinder {
  const byKey = new Map<string, OpenPerson>()
  const nameKey = rememberKeys()
  const open = (listed?: ListedPerson): OpenPerson => ({listed, names: [], addresses: new Set(), authored: [], wrote: [], received: [], copied: []})
  for (const listed of list) {
    const person = open(listed)
    for (const spelling of [listed.name, ...listed.also]) if (!byKey.has(nameKey(spelling))) byKey.set(nameKey(spelling), person)
  }
  const namesOf = namesByAddress(mailboxes, nameKey)
  const keyOf = ({name, address}: Mailbox): string | undefined => {
    const [own, at] = [name === undefined || isRedactedWhole(name) ? '' : nameKey(name), address === undefined ? '' : nameKey(address)]
    if (own !== '' && byKey.get(own)?.listed) return own
    if (at !== '' && byKey.get(at)?.listed) return at
    const names = at === '' ? undefined : namesOf.get(at)
    const only = names?.size === 1 ? [...names][0] : undefined
    return (own === '' || own === at ? (only ?? at) : own) || undefined
  }
  return {
    personOf: (mailbox) => {
      const key = keyOf(mailbox)
      if (key === undefined) return undefined
      const person = byKey.get(key) ?? open()
      byKey.set(key, person)
      const name = mailbox.name === undefined || isRedactedWhole(mailbox.name) ? mailbox.address : mailbox.name
      if (name !== undefined && !person.names.includes(name)) person.names.push(name)
      if (mailbox.address !== undefined) person.addresses.add(nameKey(mailbox.address))
      return person
    },
    isKnown: (name) => byKey.has(nameKey(name)),
    people: () => [...new Set(byKey.values())],
  }
}

/** {@link nameKey}, each name once: the same few stand in every header. */
function rememberKeys(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const key = known.get(name) ?? nameKey(name)
    known.set(name, key)
    return key
  }
}

/** Names, as keys, that stand with each address. */
function namesByAddress(mailboxes: readonly Mailbox[], nameKey: (name: string) => string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const {name, address} of mailboxes) {
    if (name === undefined || address === undefined || nameKey(name) === nameKey(address)) continue
    names.set(nameKey(address), (names.get(nameKey(address)) ?? new Set()).add(nameKey(name)))
  }
  return names
}

/** True for what is an address and no name. */
export function isAddress(name: string): boolean {
  return /^\S+@\S+$/.test(name)
}

/** A name in one form: case, width and spaces aside; between Han characters there are none. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').trim()
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)]
}

function idFor(name: string, used: Set<string>): string {
  const slug = `person-${nameKey(name).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`
  let id = slug
  for (let count = 2; used.has(id); count++) id = `${slug}-${count}`
  used.add(id)
  return id
}

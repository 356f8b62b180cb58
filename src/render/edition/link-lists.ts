import type {Element} from 'hast'
import type {Chapter} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import {element, hasClass, pageTargetOf, wordsIn} from './elements.ts'

/** Lists that name a message or an article: rows of the chronology, people. By the anchor they name. */
export interface NamedIn {
  /** Anchor of the row. */
  readonly events: ReadonlyMap<string, string>
  /** Anchor and name of each person. */
  readonly people: ReadonlyMap<string, readonly {readonly id: string; readonly name: string}[]>
}

/**
 * Finds what the chronology and the list of people name, gives the rows of the chronology anchors, and makes each lead
 * to its message. To be asked before page numbers are written.
 */
export function linkLists(chapters: readonly Pick<Chapter, 'kind' | 'body'>[]): NamedIn {
  const events = new Map<string, string>()
  const people = new Map<string, {id: string; name: string}[]>()
  for (const {kind, body} of chapters) {
    for (const row of elementsIn(body).filter((one) => one.tagName === 'tr')) {
      const targets = elementsIn(row).flatMap((one) => pageTargetOf(one) ?? [])
      if (kind === 'chronology') for (const target of targets) events.set(target, eventRow(row, target, events.size + 1))
      if (kind === 'people') for (const target of targets) people.set(target, withPerson(people.get(target) ?? [], row))
    }
  }
  return {events, people}
}

function eventRow(row: Element, target: string, number: number): string {
  const id = String(row.properties['id'] ?? `event-${number}`)
  row.properties['id'] = id
  const where = elementsIn(row).find((one) => hasClass(one, 'where'))
  if (where && !elementsIn(where).some((one) => one.tagName === 'a')) where.children = [element('a', {href: `#${target}`}, where.children)]
  return id
}

function withPerson(known: readonly {id: string; name: string}[], row: Element): {id: string; name: string}[] {
  const id = row.properties['id']
  const cell = row.children.find((one): one is Element => one.type === 'element')
  if (id === undefined || !cell || known.some((one) => one.id === id)) return [...known]
  const name = wordsIn({...cell, children: cell.children.filter((one) => one.type === 'text')}) || wordsIn(cell)
  return [...known, {id: String(id), name}]
}

/** The line under a message's header, or an article's, that leads to the lists that name it; `undefined` for none. */
export function seeAlso(anchor: string, {events, people}: NamedIn, words: Readonly<Record<string, string>>): Element | undefined {
  const event = events.get(anchor)
  const links = [
    ...(event === undefined ? [] : [element('a', {href: `#${event}`}, [words['chronology'] ?? ''])]),
    ...(people.get(anchor) ?? []).map(({id, name}) => element('a', {href: `#${id}`}, [name])),
  ]
  if (links.length === 0) return undefined
  const apart = links.flatMap((link) => [' ', element('span', {className: ['way']}, [link])])
  return element('p', {className: ['see-also', 'furniture']}, [element('span', {className: ['label']}, [words['see-also'] ?? '']), ...apart])
}

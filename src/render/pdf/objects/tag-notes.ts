import type {Bodies} from './elements-by-kind.ts'
import {entriesOf, latin1, referencesIn} from './scan-value.ts'

/**
 * Makes notes of the elements that hold them (ISO 14289-1 §7.9: `Note`, each with an ID of its own), found by the link of
 * the label that a note begins with.
 *
 * @param labels numbers of the annotations of those links, in the order of the notes
 * @param links numbers of the elements of links
 * @param root number of the structure tree's root
 * @returns how many notes were tagged
 */
export function tagNotes(bodies: Bodies, {labels, links, root}: {readonly labels: readonly number[]; readonly links: readonly number[]; readonly root: number}): number {
  const elementOf = elementsByAnnotation(bodies, links)
  const ids: [string, number][] = []
  for (const label of new Set(labels)) {
    const note = noteAround(bodies, elementOf.get(label))
    if (note === undefined || ids.some(([, known]) => known === note)) continue
    const id = `note${String(ids.length + 1).padStart(8, '0')}`
    bodies[note] = withKind(bodies[note] as Uint8Array, id)
    ids.push([id, note])
  }
  if (ids.length > 0) addIds(bodies, root, ids)
  return ids.length
}

const reference = /\/Obj (\d+) 0 R/g

/** Link elements by the number of each annotation they refer to. */
function elementsByAnnotation(bodies: Bodies, links: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const number of links) {
    const body = bodies[number] as Uint8Array
    for (const [, annotation] of latin1(body, 0, body.length).matchAll(reference)) found.set(Number(annotation), number)
  }
  return found
}

/** The element around the paragraph that the label begins. */
function noteAround(bodies: Bodies, link: number | undefined): number | undefined {
  const paragraph = parentOf(bodies, link)
  return parentOf(bodies, paragraph)
}

function parentOf(bodies: Bodies, number: number | undefined): number | undefined {
  const body = number === undefined ? undefined : bodies[number]
  const parent = body && entriesOf(body).get('P')
  return parent && referencesIn(body, parent)[0]
}

function withKind(body: Uint8Array, id: string): Uint8Array {
  const words = latin1(body, 0, body.length).replace(/\/S\s*\/\w+/, '/S /Note').replace(/\/ID\s*\([^)]*\)/, '')
  return Buffer.from(words.replace(/>>\s*$/, `/ID (${id})>>`), 'latin1')
}

/** Adds a leaf to the tree of ids: `note…` comes after Chromium's own `node…`. */
function addIds(bodies: Bodies, root: number, ids: readonly [string, number][]): void {
  const leaf = bodies.push(Buffer.from(`<</Limits [(${ids[0]?.[0]}) (${ids.at(-1)?.[0]})] /Names [${ids.map(([id, number]) => `(${id}) ${number} 0 R`).join(' ')}]>>`, 'latin1')) - 1
  const top = bodies[root] as Uint8Array
  const tree = entriesOf(top).get('IDTree')
  const node = tree && referencesIn(top, tree)[0]
  const kids = node === undefined ? undefined : entriesOf(bodies[node] as Uint8Array).get('Kids')
  if (node === undefined || !kids) {
    bodies[root] = Buffer.from(latin1(top, 0, top.length).replace(/\/IDTree\s+\d+ 0 R/, '').replace(/>>\s*$/, `/IDTree <</Kids [${leaf} 0 R]>>>>`), 'latin1')
    return
  }
  const old = bodies[node] as Uint8Array
  bodies[node] = Buffer.from(`${latin1(old, 0, kids.end - 1)} ${leaf} 0 R${latin1(old, kids.end - 1, old.length)}`, 'latin1')
}

import type {Bodies} from './elements-by-kind.ts'
import {entriesOf, latin1, referencesIn} from './scan-value.ts'

/**
 * Puts what a list item holds into a body of its own (ISO 32000-2 §14.8.4.8.3: `LI` has `Lbl` and `LBody` alone), as
 * Chromium does not. Items that hold content without elements are left as they are.
 *
 * @param items numbers of the elements of list items
 */
export function tagLists(bodies: Bodies, items: readonly number[]): void {
  for (const item of items) {
    const body = bodies[item] as Uint8Array
    const kids = entriesOf(body).get('K')
    const numbers = kids ? referencesIn(body, kids) : []
    if (!kids || numbers.length === 0 || !/^[[\s\dR\]]*$/.test(latin1(body, kids.start, kids.end))) continue
    const holder = bodies.push(Buffer.from(`<</Type /StructElem /S /LBody /P ${item} 0 R /K ${latin1(body, kids.start, kids.end)}>>`, 'latin1')) - 1
    bodies[item] = Buffer.from(`${latin1(body, 0, kids.start)}[${holder} 0 R]${latin1(body, kids.end, body.length)}`, 'latin1')
    for (const kid of numbers) bodies[kid] = under(bodies[kid], holder)
  }
}

/** The element with another parent. */
function under(body: Uint8Array | undefined, parent: number): Uint8Array | undefined {
  const entry = body && entriesOf(body).get('P')
  return entry ? Buffer.from(`${latin1(body, 0, entry.start)}${parent} 0 R${latin1(body, entry.end, body.length)}`, 'latin1') : body
}

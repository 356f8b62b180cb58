import {entriesOf, latin1, referencesIn} from './scan-value.ts'
import type {Bodies} from './tag-notes.ts'

/**
 * Puts what a list item holds into a body of its own (ISO 32000-2 §14.8.4.8.3: `LI` has `Lbl` and `LBody` alone), as
 * Chromium does not. Items that hold content without elements are left as they are.
 */
export function tagLists(bodies: Bodies): void {
  const items = [...bodies.entries()].filter(([, body]) => body !== undefined && body.length < 100_000 && isItem(body))
  for (const [item, body] of items) {
    if (!body) continue
    const kids = entriesOf(body).get('K')
    const numbers = kids ? referencesIn(body, kids) : []
    if (!kids || numbers.length === 0 || !/^[[\s\dR\]]*$/.test(latin1(body, kids.start, kids.end))) continue
    const holder = bodies.push(Buffer.from(`<</Type /StructElem /S /LBody /P ${item} 0 R /K ${latin1(body, kids.start, kids.end)}>>`, 'latin1')) - 1
    bodies[item] = Buffer.from(`${latin1(body, 0, kids.start)}[${holder} 0 R]${latin1(body, kids.end, body.length)}`, 'latin1')
    for (const kid of numbers) bodies[kid] = under(bodies[kid], holder)
  }
}

function isItem(body: Uint8Array): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return bytes.includes('/LI') && /\/S\s*\/LI\b/.test(latin1(body, 0, body.length))
}

/** The element with another parent. */
function under(body: Uint8Array | undefined, parent: number): Uint8Array | undefined {
  const entry = body && entriesOf(body).get('P')
  return entry ? Buffer.from(`${latin1(body, 0, entry.start)}${parent} 0 R${latin1(body, entry.end, body.length)}`, 'latin1') : body
}

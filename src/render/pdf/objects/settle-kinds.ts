import {entriesOf, latin1, referencesIn} from './scan-value.ts'
import type {Bodies} from './tag-notes.ts'

/**
 * Gives elements the kinds that PDF 1.7 has for them (ISO 32000-1 §14.8.4), in place: runs in a language of their own are
 * `Span`, a figure around a picture and its words is a `Div`, since the picture within bears the description.
 */
export function settleKinds(bodies: Bodies): void {
  for (const [number, body] of bodies.entries()) {
    if (!body || body.length > longestElement) continue
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    if (bytes.includes('/Lang') && isKind(body, 'NonStruct')) bodies[number] = withKind(body, 'NonStruct', 'Span')
    else if (bytes.includes('/Figure') && isKind(body, 'Figure') && !bytes.includes('/Alt') && holdsElements(bodies, body)) bodies[number] = withKind(body, 'Figure', 'Div')
  }
}

/** Kinds of PDF 2.0 that Chromium writes, and what they are in PDF 1.7: value of `RoleMap`. */
export const roleMap = '<</Em /Span /Strong /Span>>'

/** Bytes. An element with more has many kids: a chapter, a table. */
const longestElement = 100_000

function isKind(body: Uint8Array, kind: string): boolean {
  return new RegExp(`/S\\s*/${kind}\\b`).test(latin1(body, 0, body.length))
}

function withKind(body: Uint8Array, kind: string, instead: string): Uint8Array {
  return Buffer.from(latin1(body, 0, body.length).replace(new RegExp(`/S\\s*/${kind}\\b`), `/S /${instead}`), 'latin1')
}

function holdsElements(bodies: Bodies, body: Uint8Array): boolean {
  const kids = entriesOf(body).get('K')
  return kids !== undefined && referencesIn(body, kids).some((kid) => {
    const element = bodies[kid]
    return element !== undefined && element.length <= longestElement && /\/StructElem\b/.test(latin1(element, 0, element.length))
  })
}

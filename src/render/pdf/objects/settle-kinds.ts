import {longestElement, type Bodies} from './elements-by-kind.ts'
import {entriesOf, latin1, referencesIn} from './scan-value.ts'

/**
 * Gives elements the kinds that PDF 1.7 has for them (ISO 32000-1 §14.8.4), in place: runs in a language of their own are
 * `Span`, a figure around a picture and its words is a `Div`, since the picture within bears the description.
 *
 * @param runs numbers of the elements that were printed without a kind of their own; those that have one by now keep it
 */
export function settleKinds(bodies: Bodies, {runs, figures}: {readonly runs: readonly number[]; readonly figures: readonly number[]}): void {
  for (const number of runs) {
    const body = bodies[number] as Uint8Array
    if (includes(body, '/Lang') && isKind(body, 'NonStruct')) bodies[number] = withKind(body, 'NonStruct', 'Span')
  }
  for (const number of figures) {
    const body = bodies[number] as Uint8Array
    if (isKind(body, 'Figure') && !includes(body, '/Alt') && holdsElements(bodies, body)) bodies[number] = withKind(body, 'Figure', 'Div')
  }
}

function includes(body: Uint8Array, words: string): boolean {
  return latin1(body, 0, body.length).includes(words)
}

/** Kinds of PDF 2.0 that Chromium writes, and what they are in PDF 1.7: value of `RoleMap`. */
export const roleMap = '<</Em /Span /Strong /Span>>'

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

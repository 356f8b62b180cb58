import type {PrintedObjects} from './read-objects.ts'
import {entriesOf, referencesIn} from './scan-value.ts'

/** A page object. */
export interface PrintedPage {
  readonly number: number
  /** Numbers of the streams that paint it. */
  readonly contents: readonly number[]
}

/** The pages of a printed file, in their order (ISO 32000-2 §7.7.3). */
export function readPages(objects: PrintedObjects): readonly PrintedPage[] {
  const walk = (number: number): readonly PrintedPage[] => {
    const body = objects.body(number)
    if (!body) return []
    const entries = entriesOf(body)
    const kids = entries.get('Kids')
    if (kids) return referencesIn(body, kids).flatMap(walk)
    const contents = entries.get('Contents')
    return [{number, contents: contents ? referencesIn(body, contents) : []}]
  }
  const catalog = objects.body(objects.root) as Uint8Array
  const pages = entriesOf(catalog).get('Pages')
  return pages ? referencesIn(catalog, pages).flatMap(walk) : []
}

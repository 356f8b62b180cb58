import type {Exhibit} from '../model/dossier.ts'
import type {Quotation} from '../model/quotation.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'
import {exhibitName} from './words-of.ts'

/** A quotation as an exhibit that has to do with it marks it. */
export interface QuotationMark {
  /** Anchor of the quotation. */
  readonly id: string
  /** Anchor of the row that compares it. */
  readonly row: string
  /** What the comparison came to, for a reader. */
  readonly result: string
}

/** Anchor of the row that compares a quotation. */
export function rowOf(quotation: string): string {
  return `collation-of-${quotation}`
}

/** True for a quotation that has its passage in an exhibit, or for which the article names it. */
export function concerns({cited, passage}: Quotation, exhibit: Exhibit): boolean {
  return passage?.exhibit === exhibit.id || cited === exhibit.id
}

/** What the comparison of a quotation came to, for a reader. */
export function resultWords({result, small}: Quotation, {words}: Pick<Bench, 'words'>): string {
  return words[`collation-${result}${small ? `-${small}` : ''}`] ?? ''
}

/** What the comparison of a quotation came to, as it is said beside an exhibit: that its words stand in another one, or nowhere, too. */
export function markOf(quotation: Quotation, exhibit: Exhibit, {dossier, words}: Bench): QuotationMark {
  const {id, passage} = quotation
  const found = resultWords(quotation, {words})
  const other = passage && passage.exhibit !== exhibit.id ? dossier.exhibits.find((one) => one.id === passage.exhibit) : undefined
  return {id, row: rowOf(id), result: other ? fillWord(words, 'collation-result-in', [found, exhibitName(other, words)]) : found}
}

import type {AuditSummary} from './model/audit-summary.ts'
import type {Dossier, Message} from './model/dossier.ts'
import type {PrintForm} from './model/print-form.ts'

/** Counts for a person. */
export interface Summary {
  readonly articles: number
  readonly exhibits: number
  /** Those forwarded or quoted within others too, but for copies of messages that are there. */
  readonly messages: number
  /** Messages within others that are copies of messages that are there. */
  readonly copies: number
  readonly notes: number
  readonly citations: number
  /** Citations of what is not among the exhibits. */
  readonly absent: number
  /** `undefined` where nothing was laid out in pages. */
  readonly pages?: number
  /** Page numbers in print, each compared with the folio of the page it leads to; `undefined` where nothing was printed. */
  readonly pageNumbers?: number
  /** Warnings silenced in the settings. */
  readonly silenced: number
  /** Whether the browser's sandbox was on; `undefined` where none was used. */
  readonly sandbox?: boolean
  /** The proof that nothing was lost; `undefined` where no book was made. */
  readonly audit?: AuditSummary
  /** Looks of the print, in counts; `undefined` where none was made. */
  readonly form?: PrintForm
  /** Whether the e-book has a list of printed pages; `undefined` without an e-book. */
  readonly hasPageList?: boolean
}

/** Counts what a dossier holds. */
export function summaryOf({articles, exhibits, notes, citations, absent}: Dossier, silenced: number): Summary {
  const messages = exhibits.reduce((count, exhibit) => count + countWithForwarded(exhibit.messages), 0)
  const copies = exhibits.reduce((count, exhibit) => count + countCopies(exhibit.messages), 0)
  return {articles: articles.length, exhibits: exhibits.length, messages: messages - copies, copies, notes: notes.length, citations: citations.length, absent: absent.reduce((count, {numbers}) => count + numbers.length, 0), silenced}
}

function countWithForwarded(messages: readonly Message[]): number {
  return messages.reduce((count, {parts}) => count + 1 + countWithForwarded(parts.filter((part): part is Message => !('type' in part))), 0)
}

function countCopies(messages: readonly Message[]): number {
  return messages.reduce((count, {parts, copyOf}) => count + (copyOf === undefined ? 0 : 1) + countCopies(parts.filter((part): part is Message => !('type' in part))), 0)
}

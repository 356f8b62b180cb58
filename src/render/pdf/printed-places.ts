import type {Book} from '../../model/book.ts'
import type {FinishOptions, PrintedPlace} from './finish-pdf.ts'
import type {Geometry} from './geometry.ts'
import {packFiles} from './objects/attachment-objects.ts'
import type {Plan} from './plan-pages.ts'
import {internalOrigin, labelAddress, pageOrigin} from './print-html.ts'

/** Points to a CSS pixel. */
const pointsPerPx = 0.75
/** Height of a page in points as Chromium writes it: whole dots at 300 dpi. */
const dotsPerInch = 300

/** What the PDF has to know of its pages: where anchors are, outline, labels, and what the dossier is called. */
export function printedPlaces(book: Book, plan: Plan, geometry: Geometry): FinishOptions {
  const {sheets, anchors} = plan
  return {
    internalOrigin,
    pageOrigin,
    anchors: printedAnchors(plan, geometry),
    outline: book.navigation,
    pageLabels: labelRuns(sheets),
    title: book.title,
    authors: book.authors,
    language: book.language,
    identifier: book.identifier,
    attachments: packFiles(book.attachments),
    noteLabels: new Map(book.chapters.flatMap((chapter) => chapter.notes.flatMap((note) => note.calls)).map((call, order) => [labelAddress(call), order])),
    linkWords: (anchor) => wordsOf(book, sheets[anchors.get(anchor)?.page ?? -1]?.folio),
    digest: book.digest,
    ...(book.settings.issued !== undefined && {issued: book.settings.issued}),
  }
}

/** Where the anchors stand in print. */
export function printedAnchors({anchors}: Plan, geometry: Geometry): ReadonlyMap<string, PrintedPlace> {
  const heightPt = printedHeightPt(geometry)
  const leftPt = (page: number): number => (page % 2 === 0 ? geometry.innerPx : geometry.outerPx) * pointsPerPx
  return new Map([...anchors].map(([id, {page, yPx}]) => [id, {page, x: leftPt(page), y: heightPt - yPx * pointsPerPx}]))
}

/** Words for a link within the dossier: the page it leads to. */
function wordsOf({words}: Book, folio: string | undefined): string {
  return folio === undefined ? '' : (words['page-reference'] ?? '{}').replace('{}', folio)
}

/** Height of a printed page. */
export function printedHeightPt({heightPx}: Geometry): number {
  return Math.round(heightPx / 96 * dotsPerInch) / dotsPerInch * 72
}

/** Runs of sheets that count on in one style. */
function labelRuns(sheets: Plan['sheets']): FinishOptions['pageLabels'] {
  return sheets.flatMap((sheet, index) => {
    if (index > 0 && sheets[index - 1]?.roman === sheet.roman) return []
    return [{from: index, style: sheet.roman ? 'r' as const : 'D' as const, start: 1}]
  })
}

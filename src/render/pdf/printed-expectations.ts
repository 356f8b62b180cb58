import type {Book, NavigationItem} from '../../model/book.ts'
import type {Geometry} from './geometry.ts'
import type {Plan} from './plan-pages.ts'
import {printedAnchors, printedHeightPt} from './printed-places.ts'

/** What was meant to be printed, in points from the bottom left of the page: what a proof compares the print with. */
export interface PrintedExpectations {
  readonly title: string
  readonly language: string
  readonly navigation: readonly NavigationItem[]
  /** Size of the running text. */
  readonly bodySizePt: number
  textAreaOf(page: number): {readonly left: number; readonly right: number; readonly bottom: number; readonly top: number}
  /** Between the last line of the text and the notes, which is covered with white; `undefined` on a blank page. */
  coveredOf(page: number): {readonly bottom: number; readonly top: number} | undefined
  /** Printed page number by anchor. */
  readonly folios: Readonly<Record<string, string>>
  /** Every printing of every note. */
  readonly notes: readonly {readonly id: string; readonly label: string; readonly place: {readonly page: number; readonly x: number; readonly y: number}}[]
}

/** What the plan of the pages promises. */
export function printedExpectations(book: Book, plan: Plan, geometry: Geometry): PrintedExpectations {
  const anchors = printedAnchors(plan, geometry)
  const labels = new Map(book.chapters.flatMap((chapter) => chapter.notes.map((note) => [note.id, note.label] as const)))
  const top = printedHeightPt(geometry) - geometry.topPx * 0.75
  const {chapters, textHeightPx} = plan.placement
  const covered = chapters.flatMap(({blanks, pages}) => [
    ...Array.from({length: blanks}, () => undefined),
    ...pages.map(({usedPx, footPx}) => ({top: top - usedPx * 0.75, bottom: top - (textHeightPx - footPx) * 0.75})),
  ])
  return {
    title: book.title,
    language: book.language,
    navigation: book.navigation,
    folios: plan.folios,
    bodySizePt: geometry.fontPx * 0.75,
    textAreaOf: (page) => {
      const left = (page % 2 === 0 ? geometry.innerPx : geometry.outerPx) * 0.75
      return {left, right: left + geometry.textWidthPx * 0.75, top, bottom: top - geometry.textHeightPx * 0.75}
    },
    coveredOf: (page) => covered[page],
    notes: [...anchors].flatMap(([id, place]) => {
      const label = labels.get(id.replace(/-again-\d+$/, ''))
      return label === undefined ? [] : [{id, label, place}]
    }),
  }
}

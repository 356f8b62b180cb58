import type {SecondThread} from './model/world.ts'
import type {PdfFacts} from './verify/pdf/pdf-facts.ts'
import {joinPdf, readPdf, readPdfPages, type ReadPages} from './verify/pdf/read-pdf.ts'

/** Pages from which on a second thread pays: it begins with cold code, as the first one did. */
export const manyPages = 400
/** What the second thread reads of them: a little less than half, since its answer has to be carried over. */
const shareOfSecond = 0.45

/** Reads a PDF back, a part of its pages in a second thread where there is one. Throws as {@link readPdf} does. */
export async function readBack(bytes: Uint8Array, sheets: number, thread?: SecondThread): Promise<PdfFacts> {
  if (!thread || sheets < manyPages) return readPdf(bytes)
  const middle = Math.ceil(sheets * (1 - shareOfSecond))
  const rest = thread.run('readPages', {bytes, range: {from: middle, to: Infinity}}) as Promise<ReadPages>
  const first = readPdfPages(bytes, {from: 0, to: middle})
  return joinPdf(bytes, [first, await rest])
}

import {packDrafts, readShare, type PackedDraft, type Share} from './read-drafts.ts'
import {readPdfPages, type PageRange, type ReadPages} from './verify/pdf/read-pdf.ts'

/** What a second thread does for the first, by name. Input and result are plain data. */
export const threadTasks = {
  readDrafts: (share: Share): readonly PackedDraft[] => packDrafts(readShare(share)),
  readPages: ({bytes, range}: {bytes: Uint8Array; range: PageRange}): ReadPages => readPdfPages(bytes, range),
}

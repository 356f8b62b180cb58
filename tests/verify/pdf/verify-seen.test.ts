import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {PdfPage, PdfPicture} from '../../../src/verify/pdf/pdf-facts.ts'
import {verifyProportions, verifyWordsSeen} from '../../../src/verify/pdf/verify-seen.ts'

const page = (pictures: PdfPicture[] = [], label = 'iv') => ({label, pictures}) as unknown as PdfPage
const said = (judge: (file: VFile) => void): string[] => {
  const file = new VFile()
  judge(file)
  return file.messages.map(({reason}) => reason)
}

test.each<[PdfPicture, boolean]>([
  [{widthPx: 300, heightPx: 3000, width: 300, height: 432}, true],
  [{widthPx: 300, heightPx: 3000, width: 43.2, height: 432}, false],
  [{widthPx: 1600, heightPx: 20, width: 378, height: 4.5}, false],
  [{widthPx: 400, heightPx: 300, width: 100, height: 100}, true],
  [{widthPx: 0, heightPx: 0, width: 1, height: 1}, false],
])('proportions of %j', (picture, isWrong) => expect(said((file) => verifyProportions({pages: [page([picture])]}, file)).length).toBe(isWrong ? 1 : 0))

test('hidden words are told page by page, the first pages with their words', () => {
  const hidden = Array.from({length: 5}, () => [{text: 'The brid', why: 'covered' as const}, {text: 'ge', why: 'covered' as const}])
  const reasons = said((file) => verifyWordsSeen(hidden, {pages: hidden.map(() => page())}, file))
  expect(reasons).toHaveLength(4)
  expect(reasons[0]).toBe('Unexpected words on page iv that nobody sees: “The bridge”, expected words that can be read: something is painted over them')
})

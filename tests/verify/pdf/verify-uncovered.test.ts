import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {PdfFacts, TextRun} from '../../../src/verify/pdf/pdf-facts.ts'
import {verifyUncovered} from '../../../src/verify/pdf/verify-print.ts'

const run = (text: string, y: number): TextRun => ({text, x: 100, y, width: 50, size: 10, font: 'Serif', mcid: 1, actualText: undefined, starts: [...text].map((_, at) => 100 + at * 5)})

/** A page whose text ends at 400 and whose notes begin at 200. */
function said(runs: readonly TextRun[]): readonly unknown[] {
  const file = new VFile({path: 'a.pdf'})
  const page = {index: 0, label: '1', width: 400, height: 600, unmarked: 0, missing: 0, pictures: [], runs}
  verifyUncovered({pages: [page]} as unknown as PdfFacts, {coveredOf: () => ({top: 400, bottom: 200})}, file)
  return file.messages.map(({ruleId}) => ruleId)
}

test('lines above the last one of the text, and notes, are seen', () => {
  expect(said([run('the last line', 403), run('1 a note', 190), run('   ', 300)])).toEqual([])
})

test('a line between them is covered, and is found', () => {
  expect(said([run('set lower than planned', 380)])).toEqual(['verify-pdf-words-seen'])
})

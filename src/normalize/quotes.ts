import {elisionAt} from '../model/elisions.ts'
import {report} from '../report/report.ts'
import {blocksOf, BlockText} from './block-text.ts'
import {pairQuotes} from './pair-quotes.ts'
import type {Transform} from './transform.ts'

/** Languages that quote with “ ” and ‘ ’. */
const languages = new Set(['en', 'zh', 'ko', 'nl', 'tr', 'vi', 'th', 'id', 'ms', 'hi', 'ga', 'cy'])
/** Most complaints about one file. */
const maxComplaints = 20

/**
 * Straight quotation marks become the ones meant: “ ” ‘ ’, apostrophes ’ and primes ′ ″. One mark is replaced by one.
 * Marks are paired over a whole block, across emphasis and links; one that finds no partner, or might be another character, stays.
 * In a declared language that has other marks („ “, « ») they all stay as they are: which are meant, we cannot tell.
 *
 * Reports `normalize-quotes-balance`.
 */
export const quotes: Transform = {
  id: 'quotes',
  says: 'Straight quotation marks become opening and closing ones, apostrophes or primes.',
  plugin: ({file, journal, language}) => tree => {
    if (!hasTheseMarks(language)) return
    let complaints = 0
    const blocks = blocksOf(tree)
    blocks.forEach((block, index) => {
      const words = new BlockText(block, journal)
      const next = blocks[index + 1]
      const begins = next !== undefined && next.type === block.type ? beginningOf(new BlockText(next, journal).text) : undefined
      const continues = begins === 'double'
      const {marks, unpaired} = pairQuotes(words.text, {isMark: at => words.isFree(at, at + 1), continues, continuesInSingles: begins === 'single'})
      words.edit('quotes', marks.map(({at, mark}) => ({start: at, end: at + 1, after: mark})))
      for (const at of unpaired) {
        if (++complaints > maxComplaints) continue
        report(file, 'normalize-quotes-balance', `Unexpected ${words.text[at] ?? ''} that has no sure partner, expected one in the same paragraph`, {
          place: words.placeOf(at),
          hint: `It stays as it is. Add the missing mark, or write the one you mean: …${around(words.text, at)}…`
        })
      }
    })
    if (complaints > maxComplaints) {
      report(file, 'normalize-quotes-balance', `Unexpected quotation marks without a sure partner: ${complaints - maxComplaints} more, expected none`, {
        hint: 'They stay as they are. Mend those that are named, and the next ones are.'
      })
    }
  }
}

/** What is no language tag declares nothing. */
function hasTheseMarks(language: string | undefined): boolean {
  const primary = /^[a-z]{2,3}(?=$|[-_])/.exec(language?.toLowerCase() ?? '')?.[0]
  return primary === undefined || primary === 'und' || languages.has(primary)
}

/** The mark that a paragraph begins with, unless it is that of an elided word. */
function beginningOf(text: string): 'double' | 'single' | undefined {
  const [, mark = ''] = /^\s*(["“＂'‘＇])/.exec(text) ?? []
  if (mark === '') return undefined
  if (/["“＂]/.test(mark)) return 'double'
  return mark === '‘' || elisionAt(text.slice(0, 40).trimStart().replace(/['＇’]/g, "'"), 0) === undefined ? 'single' : undefined
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 12), at + 13).replace(/\s+/g, ' ')
}

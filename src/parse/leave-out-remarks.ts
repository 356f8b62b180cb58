import type {VFile} from 'vfile'
import {takeOutRemarks} from '../model/private-remarks.ts'
import {report} from '../report/report.ts'

/** Most lines that a message names. */
const mostLines = 10

/** The body of a source without private remarks (`%%…%%`). Reports `parse-remark-is-private`, once. */
export function leaveOutRemarks(file: VFile, body: string): string {
  const {text, remarks} = takeOutRemarks(body)
  const [first] = remarks
  if (!first) return text
  const lines = [...new Set(remarks.map(({line}) => line))]
  const characters = remarks.reduce((sum, one) => sum + one.characters, 0)
  const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, mostLines).join(', ')}${lines.length > mostLines ? ' …' : ''}`
  const what = remarks.length === 1 ? 'private remark between %% signs' : `${remarks.length} private remarks between %% signs`
  report(file, 'parse-remark-is-private', `Unexpected ${what} (${where}), expected words for the reader: ${characters} characters are not printed`, {
    place: {file: file.path, line: first.line},
    hint: 'Sources that are attached have them still: take them out where nobody may read them. Meant as text, escape the signs: `\\%%`.',
  })
  return text
}

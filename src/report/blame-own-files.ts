import type {VFile} from 'vfile'
import {faultOf} from './faults.ts'
import {report} from './report.ts'

/** What a source folder may put in place of ours: what makes pages stands in these. */
const replacing = /^(?:styles\/(?:book|print|web|epub)\.css|templates\/[^/]+\.hbs)$/

/**
 * Where an output is wrong that was made with files of one's own in place of ours, it may be for these, and no fault of
 * the program: says so on each of them, and no longer of what was found.
 *
 * Reports `render-own-file-holds`.
 */
export function blameOwnFiles(files: readonly VFile[]): void {
  const own = files.filter(({path}) => replacing.test(path ?? ''))
  const wrong = files.flatMap(({messages}) => messages).filter(({fatal, ruleId}) => fatal && faultOf(ruleId) === 'program')
  if (own.length === 0 || wrong.length === 0) return
  for (const message of wrong) message.note = undefined
  for (const file of own) {
    report(file, 'render-own-file-holds', `Unexpected output with this file in place of the built-in one: ${wrong.length === 1 ? 'it has an error' : `it has ${wrong.length} errors`}, expected none`, {
      hint: file.extname === '.css'
        ? 'It takes the place of ours whole. To add rules, give it a name of its own (styles/mine.css); to change ours, begin with a copy of it.'
        : 'Try without it; what the built-in one prints, this one has to print, too.',
    })
  }
}

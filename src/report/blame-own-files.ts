import type {VFile} from 'vfile'
import {faultOf} from './faults.ts'
import {report} from './report.ts'

/** What a source folder may put in place of ours: what makes pages stands in these. */
const replacing = /^(?:styles\/(?:book|print|web|epub)\.css|templates\/[^/]+\.hbs)$/
const looks = /^(?:styles\/[^/]+\.css|templates\/[^/]+\.hbs)$/
/** What a style sheet beside ours may be to blame for. */
const ofLooks = /^verify-(?:pdf-(?:words-seen|picture-proportion|no-overlap|inside-margins|scale|fonts|notes|page-numbers|characters|tagged)|audit-pdf-)/

/** Templates and style sheets of the source folder among files. */
export function ownLooks(files: readonly VFile[]): VFile[] {
  return files.filter(({path}) => looks.test(path ?? ''))
}

/**
 * Where an output is wrong that was made with files of one's own, it may be for these, and no fault of the program: says
 * so on each of them, with the first thing that was found, and no longer of what was found.
 *
 * Reports `render-own-file-holds`.
 */
export function blameOwnFiles(files: readonly VFile[]): void {
  const wrong = files.flatMap(({messages}) => messages).filter(({fatal, ruleId}) => fatal && faultOf(ruleId) === 'program')
  for (const file of ownLooks(files)) {
    const isInPlace = replacing.test(file.path)
    const own = wrong.filter(({ruleId}) => isInPlace || ofLooks.test(ruleId ?? ''))
    const first = own.find(({ruleId}) => ruleId === 'verify-pdf-words-seen') ?? own[0]
    if (!first) continue
    for (const message of own) message.note = undefined
    report(file, 'render-own-file-holds', `Unexpected output with this file${isInPlace ? ' in place of the built-in one' : ''}: ${own.length === 1 ? 'it has an error' : `it has ${own.length} errors`}, expected none. ${first.reason}`, {hint: hintFor(file, isInPlace)})
  }
}

function hintFor({extname}: VFile, isInPlace: boolean): string {
  if (!isInPlace) return 'Try without it, then rule by rule.'
  if (extname === '.css') return 'It takes the place of ours whole. To add rules, give it a name of its own (styles/mine.css); to change ours, begin with a copy of it.'
  return 'Try without it; what the built-in one prints, this one has to print, too.'
}

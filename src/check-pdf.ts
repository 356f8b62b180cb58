import {basename, dirname} from 'node:path'
import {VFile} from 'vfile'
import type {PrintForm} from './model/print-form.ts'
import type {World} from './model/world.ts'
import {reportInternal} from './report/report-internal.ts'
import {report} from './report/report.ts'
import {countCharacters} from './verify/audit/compare-texts.ts'
import {paintedText} from './verify/audit/painted-text.ts'
import {measureForm} from './verify/form/measure-form.ts'
import {textAreaOf} from './verify/form/text-area.ts'
import {verifyAlone} from './verify/form/verify-alone.ts'
import {findDamage} from './verify/pdf/find-damage.ts'
import {isDamage} from './verify/pdf/pdf-damage.ts'
import {readPdf, readPdfAccess, readPdfStructure} from './verify/pdf/read-pdf.ts'

/** What came of checking a PDF by itself. */
export interface CheckedPdf {
  readonly file: VFile
  /** `undefined` for what is no PDF that can be read. */
  readonly facts: {readonly pages: number; readonly characters: number; readonly form: PrintForm} | undefined
}

/** Files larger than this are not read: 1 GiB. */
const largestBytes = 2 ** 30

const damaged = 'It was cut short, changed, or is no PDF: get it again from where it was made.'

/**
 * Checks a PDF by what can be told from its bytes: that it is whole, its fonts, characters, tags, links, page numbers and
 * outline, and the form of its lines and pictures. Never throws for what the file may hold.
 *
 * Reports `verify-pdf-is-readable` and what `verifyAlone` reports.
 *
 * @param path absolute
 */
export async function checkPdf(world: World, path: string): Promise<CheckedPdf> {
  const file = new VFile({path: basename(path), cwd: dirname(path)})
  const read = await world.disk.read(dirname(path), basename(path), largestBytes)
  if (!read.ok) {
    report(file, 'verify-pdf-is-readable', `Unexpected lack of ${basename(path)}: ${read.says}`, {hint: 'Name a PDF.'})
    return {file, facts: undefined}
  }
  try {
    const facts = readPdf(read.bytes)
    const structure = readPdfStructure(read.bytes)
    const {objects, streams} = findDamage(read.bytes)
    if (objects + streams > 0) report(file, 'verify-pdf-is-readable', `Unexpected damage: ${objects} objects and ${streams} streams of ${basename(path)} cannot be read, expected a PDF that is whole`, {hint: damaged})
    verifyAlone({facts, structure, access: readPdfAccess(read.bytes)}, file)
    const {text} = paintedText(facts, structure, 'codes').stream
    const areas = textAreaOf(facts)
    return {file, facts: {pages: facts.pages.length, characters: countCharacters(text), form: measureForm(facts, {textAreaOf: areas})}}
  } catch (error) {
    if (!isDamage(error)) {
      reportInternal(file, 'verify-comes-to-end', error)
      return {file, facts: undefined}
    }
    report(file, 'verify-pdf-is-readable', `Unexpected content of ${basename(path)}, expected a PDF that is whole: ${error.message}`, {hint: damaged})
    return {file, facts: undefined}
  }
}

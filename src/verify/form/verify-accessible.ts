import type {VFile} from 'vfile'
import {countMessages} from '../../report/count-messages.ts'
import {report} from '../../report/report.ts'
import {accessFaults, type ReadForAccess} from './access-faults.ts'

/**
 * Whether a print may bear the identifier of PDF/UA-1: all that can be checked of it holds, and nothing else was found
 * wrong with the print. Reports `verify-pdf-accessible` for each thing that keeps it from that.
 *
 * @param wrongLanguages words whose language the tags do not say
 * @param file with what was found of the print before
 */
export function verifyAccessible(read: ReadForAccess, wrongLanguages: readonly string[], file: VFile): boolean {
  const languages = wrongLanguages.slice(0, 3).map((words) => `words ${words} (§7.2)`)
  const faults = [...accessFaults(read), ...languages]
  for (const fault of faults) {
    report(file, 'verify-pdf-accessible', `Unexpected ${fault}, expected what PDF/UA-1 asks for`, {hint: 'The PDF was made, and does not say that it is PDF/UA-1.'})
  }
  return faults.length === 0 && countMessages([file]).errors === 0
}

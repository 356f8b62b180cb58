import type {VFile} from 'vfile'
import type {Refused} from '../model/world.ts'
import type {Details} from '../report/report.ts'
import {report} from '../report/report.ts'

/** Largest source, original, setting or template. */
export const largestFileBytes = 32 * 1024 * 1024

/**
 * Says on `file` why it was not read.
 *
 * Reports `read-file-exists`, `read-file-inside`, `read-file-is-plain`, `read-file-size`.
 */
export function reportRefusal(file: VFile, refused: Refused, place?: Details['place']): void {
  const {says} = refused
  switch (refused.why) {
    case 'outside':
      report(file, 'read-file-inside', `Unexpected way out of the source folder, expected a file in it: ${says}`, {
        place,
        hint: 'Copy the file into the source folder.',
      })
      return
    case 'wrong-kind':
      report(file, 'read-file-is-plain', `Unexpected kind of file, expected a plain one: ${says}`, {
        place,
        hint: 'Rename it or move it out of the source folder.',
      })
      return
    case 'too-large':
      report(file, 'read-file-size', `Unexpected size of ${says}, expected at most ${largestFileBytes} (32 MiB)`, {
        place,
        hint: 'Split the file.',
      })
      return
    default:
      report(file, 'read-file-exists', `Unexpected failure to read, expected a readable file: ${says}`, {
        place,
        hint: 'Check its name and its permissions.',
      })
  }
}

import type {VFile} from 'vfile'
import type {Refused} from '../model/world.ts'
import {report} from './report.ts'
import type {RuleId} from './rules.ts'

/** Says on `file` why it was not written. What stood there before stands there still. */
export function reportUnwritten(file: VFile, rule: RuleId, {why, says}: Refused): void {
  const hint = hints[why] ?? 'Choose another folder.'
  report(file, rule, `Unexpected failure to write, expected a place that can be written: ${says}; what was there is untouched`, {hint})
}

const hints: Readonly<Partial<Record<Refused['why'], string>>> = {
  'disk-full': 'Make room on the disk and run it again.',
  forbidden: 'Change the permissions, or choose another folder.',
  'read-only': 'Choose a folder on a disk that can be written.',
  'wrong-kind': 'Move away what has that name, or choose another folder.',
  outside: 'Choose a folder without links that lead out of it.',
}

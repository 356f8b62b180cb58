import {VFile} from 'vfile'
import type {FileContent, World} from '../model/world.ts'
import {report} from '../report/report.ts'
import {staleFiles} from './html/stale-files.ts'
import {staleUnproved} from './stale-unproved.ts'

/** What was written, or why nothing was. */
export interface WrittenOutputs {
  readonly outputs: readonly {readonly path: string; readonly bytes: number}[]
  /** The output that could not be written, with its message; `undefined` when all is well. */
  readonly troubled?: VFile
}

/**
 * Writes the outputs, all or none; what stood there before a failure stands there after it, and what a kill left half done is finished by the next command. Of `html/` the files of an
 * earlier build go that this one has not, and all that an earlier build left unproved; a file that no build made stays.
 *
 * Reports `render-output-written`.
 *
 * @param out absolute
 */
export async function writeOutputs(world: World, out: string, outputs: readonly FileContent[]): Promise<WrittenOutputs> {
  const written = await world.disk.write(out, outputs, async () => [...await staleFiles(world, out, outputs), ...await staleUnproved(world, out, outputs)])
  if (written.ok) return {outputs: written.files}
  const troubled = new VFile({path: written.path, cwd: out})
  const reason = `Unexpected failure to write ${written.path} in ${out}, expected a place that can be written: ${written.says}`
  report(troubled, 'render-output-written', `${reason}; ${written.why === 'unfinished' ? 'a part is written, the rest waits' : 'what was there is untouched'}`, {hint: hints[written.why] ?? 'Choose another folder with --out.'})
  return {outputs: [], troubled}
}

const hints: Readonly<Record<string, string>> = {
  'disk-full': 'Make room on the disk and run it again.',
  forbidden: 'Change the permissions, or choose another folder with --out.',
  busy: 'Wait until it has ended and run it again, or choose another folder with --out.',
  unfinished: 'Make the folder one that can be written and run it again, or “dossier verify” on it: that writes the rest.',
  'read-only': 'Choose a folder on a disk that can be written with --out.',
}

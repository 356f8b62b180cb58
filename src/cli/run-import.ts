import {join, resolve} from 'node:path'
import type {ExitCode} from '../cli.ts'
import {importSources} from '../import-sources.ts'
import type {World} from '../model/world.ts'
import {countFaults} from '../report/faults.ts'
import {printMessages} from '../report/print-messages.ts'
import {visible} from '../report/visible.ts'
import {hasColors} from './has-colors.ts'
import {originalsWords} from './summary-words.ts'

/** Words of the command line. */
export interface ImportOptions {
  readonly files: readonly string[]
  readonly into: string
  readonly force?: boolean
}

/** `dossier import`. */
export async function runImport(world: World, {files: names, into, force}: ImportOptions): Promise<ExitCode> {
  const {files, written, audit} = await importSources({
    world,
    files: names.map(name => resolve(world.currentFolder, name)),
    into: resolve(world.currentFolder, into),
    force,
  })
  world.terminal.writeError(printMessages(files, {folder: '', colors: hasColors(world)}))
  const {ours, others} = countFaults(files)
  if (others > 0) {
    world.terminal.writeError('Nothing was written.\n')
    return 1
  }
  for (const {path} of written) world.terminal.write(`${visible(join(into, path))}\n`)
  if (audit) world.terminal.write(`${originalsWords(audit)}\n`)
  if (ours === 0) world.terminal.write(written.length > 0 ? 'Review these files, then build.\n' : 'Everything is there already.\n')
  else world.terminal.writeError(`NOT PROVED: ${ours === 1 ? 'one page does' : 'pages do'} not come out whole in these files, by a fault of the program. Compare them with the original at the places named above before you build.\n`)
  return ours === 0 ? 0 : 1
}

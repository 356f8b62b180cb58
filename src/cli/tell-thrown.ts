import type {VFile} from 'vfile'
import type {World} from '../model/world.ts'
import {internalHint, isSystemError} from '../report/report-internal.ts'
import {visible} from '../report/visible.ts'

/**
 * Tells what was thrown and not caught: an internal error, or what the system refused the program. As JSON it goes to the
 * output, else in one line to the error output.
 *
 * @returns the code to exit with
 */
export function tellThrown(error: unknown, world: World, {asJson}: {asJson: boolean}): 1 | 70 {
  const isRefusal = isSystemError(error)
  const says = isRefusal ? refusalWords(error.code) : `Internal error: ${firstLineOf(error)}`
  const hint = isRefusal ? refusalHint(error.code) : internalHint
  if (asJson) world.terminal.write(`${JSON.stringify({ok: false, messages: [], [isRefusal ? 'refused' : 'internalError']: {reason: says, hint}}, null, 2)}\n`)
  else world.terminal.writeError(`${visible(says)}. ${hint}\n`)
  world.terminal.writeError(traceOf(world, error))
  return isRefusal ? 1 : 70
}

/** Traces of internal errors among the messages, where `DOSSIER_DEBUG` asks for them. */
export function tracesOf(world: World, files: readonly VFile[]): string {
  return files.flatMap(({messages}) => messages).map(({cause}) => traceOf(world, cause)).join('')
}

function traceOf({environment}: World, error: unknown): string {
  return environment['DOSSIER_DEBUG'] === '1' && error instanceof Error ? `${visible(error.stack ?? '')}\n` : ''
}

function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}

function refusalWords(code: string): string {
  return `The system refused what the program needs (${code}): ${refusals[code]?.[0] ?? 'it gives no reason'}`
}

function refusalHint(code: string): string {
  return refusals[code]?.[1] ?? 'See what this machine lacks, and run it again.'
}

const refusals: Readonly<Record<string, readonly [string, string]>> = {
  EMFILE: ['too many files are open', 'Allow more open files (“ulimit -n 1024”) and run it again.'],
  ENFILE: ['too many files are open on this machine', 'End other programs, or allow more open files, and run it again.'],
  EAGAIN: ['it starts no more processes or threads for this user', 'End other programs, or allow more processes (“ulimit -u 4096”), and run it again.'],
  ENOMEM: ['there is no memory left', 'End other programs and run it again.'],
  ENOSPC: ['the disk is full', 'Make room and run it again.'],
  EDQUOT: ['the disk quota is used up', 'Make room and run it again.'],
  EROFS: ['the disk is read-only', 'Name a folder that can be written in TMPDIR and DOSSIER_CACHE.'],
  EACCES: ['permission denied', 'Name folders that can be written in TMPDIR and DOSSIER_CACHE, or change the permissions.'],
  EPERM: ['permission denied', 'Name folders that can be written in TMPDIR and DOSSIER_CACHE, or change the permissions.'],
}

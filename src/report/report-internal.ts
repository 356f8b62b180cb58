import type {VFile} from 'vfile'
import {report} from './report.ts'

/** Rules for what threw where nothing may. */
type InternalRule = 'render-output-is-made' | 'verify-comes-to-end'

/**
 * Does a piece of work that may not throw. What it throws all the same is said of the file as an internal error, never as
 * something that is wrong with it. What the system refuses (no memory, no more open files) is none of ours, and is thrown on.
 *
 * Reports the rule given.
 *
 * @returns `undefined` when it threw
 */
export async function orInternal<T>(file: VFile, rule: InternalRule, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    return reportInternal(file, rule, error)
  }
}

/** Says of a file what was thrown, with its trace as the cause of the message. Throws on what the system refuses. */
export function reportInternal(file: VFile, rule: InternalRule, error: unknown): undefined {
  if (isSystemError(error)) throw error
  const says = error instanceof Error ? error.message : String(error)
  const message = report(file, rule, `Internal error: ${says.split('\n').join(' ')}`, {hint: internalHint})
  message.cause = error
}

/** What stands beside every internal error. */
export const internalHint = 'This is a fault of the program and says nothing of your files: please report it; DOSSIER_DEBUG=1 shows where it happened.'

/** What a system says when it has no more of something, or lets this user have none: no fault of the program. */
const refusals = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO'])

/** Whether the system refused something that the program needs, in Node's words. */
export function isSystemError(error: unknown): error is Error & {readonly code: string} {
  return error instanceof Error && 'code' in error && 'errno' in error && typeof error.errno === 'number' && refusals.has(String(error.code))
}

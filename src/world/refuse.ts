import type {Refusal, Refused} from '../model/world.ts'

/** A refusal, with what stands in the way in words. */
export function refuse(why: Refusal, says: string): Refused {
  return {ok: false, why, says}
}

/** What the system said, as a refusal. What is not of the system, and so a fault of ours, is thrown on. */
export function refusalOf(error: unknown): Refused {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const code = String(error.code)
  const known = refusals[code]
  if (known) return refuse(...known)
  return refuse('failed', code)
}

const refusals: Readonly<Record<string, [Refusal, string]>> = {
  ENOENT: ['missing', 'there is nothing by that name'],
  ENOTDIR: ['missing', 'a part of the path is no folder'],
  ENAMETOOLONG: ['missing', 'the name is longer than the system allows'],
  EISDIR: ['wrong-kind', 'it is a folder'],
  EEXIST: ['wrong-kind', 'something else of that name is in the way'],
  ENXIO: ['wrong-kind', 'it is a pipe, a socket or a device'],
  ELOOP: ['outside', 'it is a link that leads nowhere'],
  EACCES: ['forbidden', 'permission denied'],
  EPERM: ['forbidden', 'permission denied'],
  EROFS: ['read-only', 'the disk is read-only'],
  ENOSPC: ['disk-full', 'the disk is full'],
  EDQUOT: ['disk-full', 'the disk quota is used up'],
  EFBIG: ['disk-full', 'the file would be larger than the system allows'],
  EMFILE: ['failed', 'too many files are open'],
  ENFILE: ['failed', 'too many files are open'],
  EIO: ['failed', 'the disk reports an error'],
}

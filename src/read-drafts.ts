import {VFile} from 'vfile'
import type {Change} from './model/change.ts'
import {mailHeaders} from './model/mail/mail-headers.ts'
import type {Settings} from './model/settings.ts'
import type {Draft} from './model/source.ts'
import type {SecondThread} from './model/world.ts'
import {normalizeDraft} from './normalize/normalize.ts'
import {parseSource} from './parse/parse-source.ts'
import {packMessages, putMessages, type CarriedMessage} from './report/carry-messages.ts'

/** What the sources become on their way to a dossier. */
export interface Drafts {
  /** Normalized, in the order of the files; a file that cannot be parsed has none. */
  readonly drafts: readonly Draft[]
  readonly changes: readonly Change[]
  /** Puts what normalizing had to say on the files: to be called once nothing else is wrong with them. */
  tellNormalized(): void
}

/** A part of the sources, for one thread. */
export interface Share {
  readonly files: readonly {readonly path: string; readonly cwd: string; readonly bytes: Uint8Array | string}[]
  readonly settings: Settings
}

interface ReadDraft {
  readonly draft: Draft | undefined
  readonly changes: readonly Change[]
  readonly parsed: readonly CarriedMessage[]
  readonly normalized: readonly CarriedMessage[]
}

/** A draft as plain data: without its file. */
export type PackedDraft = Omit<ReadDraft, 'draft'> & {readonly draft: Omit<Draft, 'file'> | undefined}

/** Bytes of source from which on a second thread pays: it begins with cold code, as the first one did. */
export const manyBytes = 1_000_000
/** What the second thread takes of them: a little less than half, since it has to start. */
const shareOfSecond = 0.45

/**
 * Parses and normalizes every source, a part of them in a second thread where there is one. What comes of a file does
 * not depend on where it was read. Complaints of parsing are put on the files.
 */
export async function readDrafts(files: readonly VFile[], settings: Settings, thread?: SecondThread): Promise<Drafts> {
  const {own, other} = thread ? divide(files) : {own: files, other: []}
  const elsewhere = thread && other.length > 0 ? thread.run('readDrafts', {files: other.map(contentOf), settings}) as Promise<readonly PackedDraft[]> : Promise.resolve([])
  const packed = new Map<VFile, ReadDraft | PackedDraft>()
  for (const file of own) packed.set(file, readOne(new VFile({path: file.path, cwd: file.cwd, value: file.value}), settings))
  for (const [index, one] of (await elsewhere).entries()) packed.set(other[index] as VFile, one)
  const read = files.map((file) => ({file, read: packed.get(file) as PackedDraft}))
  for (const {file, read: {parsed}} of read) putMessages(file, parsed)
  return {
    drafts: read.flatMap(({file, read: {draft}}) => (draft ? [{...draft, file}] : [])),
    changes: read.flatMap(({read: {changes}}) => changes),
    tellNormalized: () => read.forEach(({file, read: {normalized}}) => putMessages(file, normalized)),
  }
}

/** The work of one thread. */
export function readShare({files, settings}: Share): ReadDraft[] {
  return files.map(({path, cwd, bytes}) => readOne(new VFile({path, cwd, value: bytes}), settings))
}

/** Drafts without what cannot pass between threads. */
export function packDrafts(read: readonly ReadDraft[]): PackedDraft[] {
  return read.map(({draft, ...rest}) => {
    if (!draft) return {...rest, draft}
    const {file: _, ...plain} = draft
    return {...rest, draft: plain}
  })
}

function readOne(file: VFile, settings: Settings): ReadDraft {
  const draft = parseSource(file, {makesMessages: settings.exhibits !== 'diplomatic' && settings.normalize[mailHeaders] !== false})
  const parsed = packMessages(file.messages)
  if (!draft) return {draft, changes: [], parsed, normalized: []}
  const normalized = normalizeDraft(draft, settings)
  const changes = [...draft.changes ?? [], ...normalized.changes].sort((a, b) => a.place.line - b.place.line)
  return {...normalized, changes, parsed, normalized: packMessages(file.messages.slice(parsed.length))}
}

function contentOf({path, cwd, value}: VFile): Share['files'][number] {
  return {path, cwd, bytes: value ?? ''}
}

function divide(files: readonly VFile[]): {own: readonly VFile[]; other: readonly VFile[]} {
  const sizes = files.map(({value}) => value?.length ?? 0)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let first = files.length
  let taken = 0
  while (first > 0 && taken + (sizes[first - 1] ?? 0) <= total * shareOfSecond) taken += sizes[--first] ?? 0
  return {own: files.slice(0, first), other: files.slice(first)}
}

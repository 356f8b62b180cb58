import {hashFile, type HashedFile, type InputFile} from '../model/input-file.ts'
import {manifestName, type Finding, type Manifest, type UnprovedManifest} from '../model/manifest.ts'
import type {AuditSummary} from '../model/audit-summary.ts'
import type {Book} from '../model/book.ts'
import type {FileContent} from '../model/world.ts'

/** What a manifest tells of. */
export interface ManifestInput {
  readonly book: Book
  readonly inputs: readonly InputFile[]
  /** Version of the program. */
  readonly version: string
  /** As the browser names itself. */
  readonly browser: string
  /** Templates, styles, scripts and words as they were used, by path. */
  readonly used: ReadonlyMap<string, string>
  /** Fonts as they were cut for the print. */
  readonly fonts: readonly HashedFile[]
  /** Versions of the packages they come from, by name. */
  readonly fontPackages: Readonly<Record<string, string>>
  readonly outputs: readonly FileContent[]
  readonly counts: Readonly<Record<string, number>>
  readonly audit?: AuditSummary | undefined
  /** What the proof found wrong with them. Default: nothing, they are proved. */
  readonly findings?: readonly Finding[] | undefined
}

/** `manifest.json`: hashes of all that went in and all that came out. The same inputs give the same bytes. */
export function writeManifest(input: ManifestInput): FileContent {
  const {book, inputs, version, browser, used, fonts, fontPackages, outputs, counts, audit, findings} = input
  const {language: _, title: __, subtitle: ___, editor: ____, issued, silence: _____, ...options} = book.settings
  const manifest: Manifest | UnprovedManifest = {
    ...(findings ? {manifest: 'unproved', findings} : {manifest: 1}),
    title: book.title,
    language: book.language,
    identifier: book.identifier,
    digest: book.digest,
    ...(issued !== undefined && {issued}),
    program: {name: 'dossier', version},
    browser,
    options,
    inputs: sorted(inputs.map(({file, kind, bytes}) => ({...hashFile(file, bytes), kind}))),
    templates: sorted([...used].map(([path, text]) => hashFile(path, text))),
    fonts: sorted(fonts),
    fontPackages,
    outputs: sorted(outputs.map(({path, content}) => hashFile(path, content))),
    counts,
    ...(audit && {audit}),
  }
  return {path: manifestName, content: `${JSON.stringify(manifest, null, 2)}\n`}
}

function sorted<T extends HashedFile>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => Buffer.compare(Buffer.from(a.file), Buffer.from(b.file)))
}

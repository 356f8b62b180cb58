import type {AuditSummary} from './audit-summary.ts'
import type {HashedFile, InputFile} from './input-file.ts'

/** `manifest.json`: what a dossier was made from and with, and what came of it. Nothing of the machine or the day. */
export interface Manifest {
  /** Version of this form. */
  readonly manifest: 1
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** URN, as in the outputs. */
  readonly identifier: string
  /** As of `digestOf(inputs)`, and as printed in the colophon. */
  readonly digest: string
  /** `YYYY-MM-DD`; missing where none is printed. */
  readonly issued?: string
  readonly program: {readonly name: string; readonly version: string}
  /** As it names itself; missing where none was used. */
  readonly browser?: string
  /** Options that the outputs depend on, as in `dossier.yaml`. */
  readonly options: Readonly<Record<string, unknown>>
  /** Files of the source folder, sorted by path. */
  readonly inputs: readonly (HashedFile & {readonly kind: InputFile['kind']})[]
  /** Templates, styles, scripts and words as they were used, sorted by path: the program's own where the sources have none. */
  readonly templates: readonly HashedFile[]
  /** Fonts of the print, cut to its text. */
  readonly fonts: readonly HashedFile[]
  /** Versions of the packages that fonts come from, by name. */
  readonly fontPackages: Readonly<Record<string, string>>
  /** Files beside the manifest, sorted by path. */
  readonly outputs: readonly HashedFile[]
  /** What was counted: pages, exhibits, notes … */
  readonly counts: Readonly<Record<string, number>>
  /** What the audit found; missing where none was made. */
  readonly audit?: AuditSummary
}

/** Name of the manifest in an output folder. */
export const manifestName = 'manifest.json'

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

/** The manifest of outputs that the proof disagrees with: it says so where another gives its version, so that nobody takes it for one. */
export interface UnprovedManifest extends Omit<Manifest, 'manifest'> {
  readonly manifest: 'unproved'
  /** What the proof found, and where. */
  readonly findings: readonly Finding[]
}

/** What is to be known of a message of the proof. */
export interface Finding {
  readonly file: string
  /** From 1; `null`: the file as a whole. */
  readonly line: number | null
  readonly column: number | null
  readonly rule: string | null
  readonly reason: string
  readonly hint: string | null
}

/** Where outputs go that were not proved, beside those that were. */
export const unprovedFolder = 'unproved'
/** The list of what the proof found, in that folder. */
export const findingsName = 'unproved.md'

/** Name of the manifest in an output folder. */
export const manifestName = 'manifest.json'

import {VFile} from 'vfile'
import type {World} from './model/world.ts'
import {readSettings} from './read/read-settings.ts'
import {readSources} from './read/read-sources.ts'
import {readTemplates} from './read/read-templates.ts'
import {applySilences} from './report/apply-silences.ts'

/** What to build. */
export interface BuildInput {
  readonly world: World
  /** A source folder, or one Markdown file that is a dossier of its own; absolute. */
  readonly folder: string
  /** Where the outputs go; absolute. */
  readonly out: string
  /** Outputs to make; all when missing. */
  readonly only?: readonly Output[] | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** The outputs there are. */
export const outputs = ['pdf'] as const
export type Output = (typeof outputs)[number]

/** Where a build is; `pages` as soon as they are known. */
export interface Progress {
  readonly stage: string
  readonly pages?: number
}

/** What came of a build. */
export interface BuildResult {
  /** The source folder, absolute: paths of the files are relative to it. */
  readonly folder: string
  /** Every file with something said of it. An error among the messages: nothing was written. */
  readonly files: readonly VFile[]
  /** Files written, relative to `out`. */
  readonly outputs: readonly {readonly path: string; readonly bytes: number}[]
  /** `undefined` when the build ended before it was known. */
  readonly summary: Summary | undefined
  /** What is missing on this machine, with the command that installs it; `undefined` when nothing is. */
  readonly missingTool?: string
}

/** Counts for a person. */
export interface Summary {
  readonly articles: number
  readonly exhibits: number
  readonly messages: number
  readonly notes: number
  readonly citations: number
  /** `undefined` where nothing was laid out in pages. */
  readonly pages?: number
  /** Warnings silenced in the settings. */
  readonly silenced: number
  /** Whether the browser's sandbox was on; `undefined` where none was used. */
  readonly sandbox?: boolean
}

/** Builds the outputs of a dossier. Never throws for what a user may write; an error among the messages ends it. */
export async function buildDossier(input: BuildInput): Promise<BuildResult> {
  return checkDossier(input)
}

/** Everything short of an output: reads, checks and resolves the sources. */
export async function checkDossier(input: Omit<BuildInput, 'out' | 'only'>): Promise<BuildResult> {
  const {world, folder, onProgress} = input
  onProgress?.({stage: 'read'})
  const sources = await readSources(world, folder)
  const settings = readSettings(sources.settings, [])
  const templates = await readTemplates(world, sources.folder)
  const settingsFile = sources.settings ?? new VFile({path: 'dossier.yaml', cwd: sources.folder})
  const files = [...sources.files, ...sources.troubled, ...templates.own, settingsFile]
  const silenced = applySilences({files, silences: settings.silence, settings: settingsFile, stages: ['read']})
  const summary = {articles: sources.files.length, exhibits: 0, messages: 0, notes: 0, citations: 0, silenced}
  return {folder: sources.folder, files, outputs: [], summary}
}

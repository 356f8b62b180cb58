import {createHash} from 'node:crypto'
import {VFile} from 'vfile'
import {unfoldClipping} from './import-sources.ts'
import {layOutBook} from './layout/lay-out-book.ts'
import type {Dossier, Original} from './model/dossier.ts'
import {wordsFor} from './model/words.ts'
import type {World} from './model/world.ts'
import {parseSource} from './parse/parse-source.ts'
import {readPictures} from './read/read-pictures.ts'
import {readSettings} from './read/read-settings.ts'
import {readSources} from './read/read-sources.ts'
import {readTemplates} from './read/read-templates.ts'
import {fontCacheIn} from './render/fonts/font-cache.ts'
import {openBrowser} from './render/pdf/open-browser.ts'
import {renderPdf} from './render/pdf/render-pdf.ts'
import {writeOutputs} from './render/write-outputs.ts'
import {applySilences} from './report/apply-silences.ts'
import {countMessages} from './report/count-messages.ts'
import {resolveDossier} from './resolve/resolve-dossier.ts'

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
  /** True when a clipped page was imported in memory: the files that messages name are not on the disk. */
  readonly isUnfolded: boolean
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

/**
 * Builds the outputs of a dossier. Never throws for what a user may write; an error among the messages ends it, and
 * what stood in the output folder stays.
 */
export async function buildDossier(input: BuildInput): Promise<BuildResult> {
  const {world, onProgress} = input
  const browser = openBrowser(world)
  try {
    const {result, dossier, templates, settingsFile} = await resolveSources(input)
    if (!dossier || countMessages(result.files).errors > 0) return result

    onProgress?.({stage: 'lay out'})
    const words = wordsFor(templates.words, dossier.language)
    const book = layOutBook({dossier, templates: templates.templates, words, file: settingsFile})
    if (!book) return result
    const opened = await browser
    if (!opened.ok) return {...result, missingTool: `${opened.says}. ${opened.hint}`}

    const pdf = new VFile({path: 'dossier.pdf', cwd: input.out})
    const rendered = await renderPdf({
      book,
      styles: templates.styles,
      fontCache: fontCacheIn(world.cacheFolder),
      browser: opened.browser,
      file: pdf,
      onStep: (stage, pages) => onProgress?.({stage, ...(pages !== undefined && {pages})}),
    })
    const files = [...result.files, pdf]
    if (!rendered || countMessages(files).errors > 0) return {...result, files}

    onProgress?.({stage: 'write', pages: rendered.plan.sheets.length})
    const written = await writeOutputs(world, input.out, [{path: pdf.path, content: rendered.bytes}])
    const summary = result.summary && {...result.summary, pages: rendered.plan.sheets.length, sandbox: opened.browser.sandbox}
    return {...result, files: [...files, ...(written.troubled ? [written.troubled] : [])], outputs: written.outputs, summary}
  } finally {
    const opened = await browser
    if (opened.ok) await opened.browser.close()
  }
}

/** Everything short of an output: reads, checks and resolves the sources. */
export async function checkDossier(input: Omit<BuildInput, 'out' | 'only'>): Promise<BuildResult> {
  return (await resolveSources(input)).result
}

/** A build as far as its Dossier, which is `undefined` when there are errors. */
async function resolveSources({world, folder, onProgress}: Omit<BuildInput, 'out' | 'only'>) {
  onProgress?.({stage: 'read'})
  const read = await readSources(world, folder)
  // A file that was named itself: its folder is not what was asked for.
  const sources = read.folder === folder ? {...read, isUnfolded: false} : unfoldClipping(read)
  const settings = readSettings(sources.settings, [])
  const templates = await readTemplates(world, sources.folder)
  const settingsFile = sources.settings ?? new VFile({path: 'dossier.yaml', cwd: sources.folder})
  const files = [...sources.files, ...sources.troubled, ...templates.own, settingsFile]

  onProgress?.({stage: 'parse'})
  const drafts = sources.files.flatMap(file => parseSource(file) ?? [])
  const pictures = await readPictures(world, sources.folder, drafts)
  if (countMessages(files).errors > 0) return {result: {folder: sources.folder, files, outputs: [], summary: undefined, isUnfolded: sources.isUnfolded}}

  onProgress?.({stage: 'resolve'})
  const originals = sources.originals.map(originalOf)
  const dossier = resolveDossier({drafts, settings, originals, pictures, changes: [], file: settingsFile})
  const stages = ['read', 'parse', 'resolve']
  const silenced = applySilences({files, silences: settings.silence, settings: settingsFile, stages})
  const result: BuildResult = {folder: sources.folder, files, outputs: [], summary: summaryOf(dossier, silenced), isUnfolded: sources.isUnfolded}
  return {result, dossier, templates, settingsFile}
}

function originalOf(file: VFile): Original {
  const bytes = typeof file.value === 'string' ? Buffer.from(file.value) : (file.value ?? new Uint8Array())
  return {file: file.path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex')}
}

function summaryOf({articles, exhibits, notes, citations}: Dossier, silenced: number): Summary {
  const messages = exhibits.reduce((count, exhibit) => count + exhibit.messages.length, 0)
  return {articles: articles.length, exhibits: exhibits.length, messages, notes: notes.length, citations: citations.length, silenced}
}

import {VFile} from 'vfile'
import {auditSummary, type AuditedOutput} from './model/audit-summary.ts'
import type {HashedFile} from './model/input-file.ts'
import type {Finding} from './model/manifest.ts'
import {outputs, type Edition, type Output} from './model/outputs.ts'
import type {PageStart} from './model/page-start.ts'
import type {FileContent, World} from './model/world.ts'
import {findingsOf} from './findings-of.ts'
import {makePrint, type Print} from './make-print.ts'
import {prepareBook, type Prepared} from './prepare-book.ts'
import {summaryOf, type Summary} from './build-summary.ts'
import {readVersion} from './read/read-version.ts'
import {openBrowser, type OpenBrowser} from './render/browser/open-browser.ts'
import {renderCover} from './render/cover/render-cover.ts'
import {editions} from './render/editions.ts'
import {fontPackages} from './render/fonts/font-packages.ts'
import {fontCacheIn} from './render/fonts/font-cache.ts'
import {writeManifest} from './render/write-manifest.ts'
import {findingsList, inUnprovedFolder, namedUnproved} from './render/unproved-outputs.ts'
import {writeOutputs} from './render/write-outputs.ts'
import {applySilences} from './report/apply-silences.ts'
import {blameOwnFiles} from './report/blame-own-files.ts'
import {countFaults} from './report/faults.ts'
import {report} from './report/report.ts'
import {orInternal} from './report/report-internal.ts'
import type {AuditedPdf} from './verify/audit/audit-pdf.ts'
import {auditEdition} from './verify/audit/edition/audit-edition.ts'
import {sourceFinder} from './verify/audit/source-finder.ts'
import {editionChecks} from './verify/editions.ts'
import {verifyRedactions} from './verify/verify-redactions.ts'
import type {Progress, Whole} from './whole.ts'

/** What to build. */
export interface BuildInput {
  readonly world: World
  /** A source folder, or one Markdown file that is a dossier of its own; absolute. */
  readonly folder: string
  /** Where the outputs go; absolute. */
  readonly out: string
  /** Outputs to make; all when missing. Without one of them the sources are only checked. */
  readonly only?: readonly Output[] | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** A browser that is open and stays so, for many builds. Default: one of its own, which is closed. */
  readonly browser?: OpenBrowser | undefined
}

export {outputs, type Output, type Progress, type Summary}

/** What came of a build. */
export interface BuildResult {
  /** The source folder, absolute: paths of the files are relative to it. */
  readonly folder: string
  /** Every file with something said of it. An error among the messages: no proved output was written, and none at all unless all errors are faults of the program. */
  readonly files: readonly VFile[]
  /** Files written, relative to `out`; those in `unproved/` where `isProved` is not true. */
  readonly outputs: readonly {readonly path: string; readonly bytes: number}[]
  /** Whether outputs were read back and nothing was found; `false` also where none were made. */
  readonly isProved: boolean
  /** `undefined` when the build ended before it was known. */
  readonly summary: Summary | undefined
  /** True when a clipped page was imported in memory: the files that messages name are not on the disk. */
  readonly isUnfolded: boolean
  /** What is missing on this machine, with the command that installs it; `undefined` when nothing is. */
  readonly missingTool?: string
}

/**
 * Builds the outputs of a dossier. Never throws for what a user may write; an error among the messages ends it, and
 * what stood in the output folder stays. Where the fault is ours alone, because the proof disagrees or something threw that
 * should not, the outputs go to `unproved/` beside what was proved before, with a list of the findings.
 */
export async function buildDossier(input: BuildInput): Promise<BuildResult> {
  const {world, out, only = outputs, onProgress} = input
  if (only.length === 0) return checkDossier(input)
  // What a killed build left is finished even when this one ends before it writes; what stands in the way is told when it does.
  await world.disk.finish(out)
  const browser = input.browser ? Promise.resolve({ok: true as const, browser: input.browser}) : openBrowser(world)
  try {
    const prepared = await prepareBook(input)
    const {dossier, book, files} = prepared
    if (!dossier || !book || countFaults(files).others > 0) return finish(prepared, ['read', 'parse', 'normalize', 'resolve'])
    const opened = await browser
    if (!opened.ok) {
      report(prepared.settingsFile, 'render-browser-is-there', opened.says, {hint: opened.hint})
      return {...finish(prepared, []), missingTool: opened.hint}
    }

    return await makeOutputs({...prepared, dossier, book, world, out, only, browser: opened.browser, ...(onProgress && {onProgress})})
  } finally {
    const opened = await browser
    if (opened.ok && opened.browser !== input.browser) await opened.browser.close()
  }
}

/** Makes the outputs of a book, reads them back, and writes them: as proved, or as not proved where the fault is ours. */
async function makeOutputs(whole: Whole): Promise<BuildResult> {
  const {only, files, browser} = whole
  const print = only.includes('pdf') ? await makePrint(whole) : undefined
  const cover = only.some((one) => one === 'html' || one === 'epub') && countFaults(files).others === 0 ? await makeCover(whole) : undefined
  const known = {...(print?.audited && {pages: print.pages}), ...(cover && {cover})}
  const edited = await makeEditions(only, whole, {...known, pageWords: print?.audited?.pageWords ?? new Map()})
  const made = [...(print?.files ?? []), ...edited.files]
  blameOwnFiles(files)
  const stages = ['read', 'parse', 'normalize', 'resolve', 'layout', 'render', 'verify']
  const result = finish(whole, stages, {...(print?.audited && {pdf: print.audited}), ...edited.audited})
  if (countFaults(files).others > 0 || made.length === 0) return result
  const summary = result.summary && {...result.summary, sandbox: browser.sandbox, ...(print && factsOf(print)), ...(only.includes('epub') && {hasPageList: print !== undefined})}
  return writeAll(whole, {made, print, result, summary})
}

/** What was made, and what is known of it. */
interface Made {
  readonly made: readonly FileContent[]
  readonly print: Print | undefined
  readonly result: BuildResult
  readonly summary: Summary | undefined
}

/** Writes what was made, with its manifest, unless words are in it that a redaction takes out. */
async function writeAll(whole: Whole, {made, print, result, summary}: Made): Promise<BuildResult> {
  const {world, out, files, settings, settingsFile, onProgress} = whole
  const isProved = countFaults(files).ours === 0
  const all = await (isProved ? provedOutputs : unprovedOutputs)(whole, {made, fonts: print?.fonts ?? [], summary})
  verifyRedactions(all, settings.redactions ?? [], settingsFile, print?.read)
  if (countFaults(files).others > 0) return result
  onProgress?.({stage: 'write', ...(print && {pages: print.sheets})})
  const written = await writeOutputs(world, out, all)
  if (written.troubled) files.push(written.troubled)
  return {...result, outputs: written.outputs, summary, isProved: isProved && written.troubled === undefined}
}

interface ToWrite {
  readonly made: readonly FileContent[]
  readonly fonts: readonly HashedFile[]
  readonly summary: Summary | undefined
}

async function provedOutputs(whole: Whole, toWrite: ToWrite): Promise<readonly FileContent[]> {
  return [...toWrite.made, await manifestOf(whole, toWrite)]
}

/** The same outputs by names that say that they were not proved, with the list of findings. */
async function unprovedOutputs(whole: Whole, {made, ...known}: ToWrite): Promise<readonly FileContent[]> {
  const {book, files, settings, world} = whole
  const findings = findingsOf(files, {hidesWords: (settings.redactions ?? []).length > 0})
  const named = namedUnproved(made)
  const list = findingsList({title: book.title, version: await readVersion(world), findings})
  return inUnprovedFolder([...named, list, await manifestOf(whole, {made: named, ...known}, findings)])
}

/** What the summary says of a print. */
function factsOf({sheets, pageNumbers, form, audited}: Print): Pick<Summary, 'pages' | 'pageNumbers' | 'form'> {
  return {pages: sheets, ...(pageNumbers !== undefined && {pageNumbers}), ...(form && audited && {form: {...form, loneLines: audited.loneLines}})}
}

async function manifestOf({book, inputs = [], world, browser, used}: Whole, {made, fonts, summary}: ToWrite, findings?: readonly Finding[]): Promise<FileContent> {
  const {articles = 0, exhibits = 0, messages = 0, notes = 0, citations = 0, pages, pageNumbers = 0, audit} = summary ?? {}
  const counts = {articles, exhibits, messages, notes, citations, ...(pages !== undefined && {pages, pageNumbers})}
  return writeManifest({book, inputs, version: await readVersion(world), browser: browser.version, used, fonts, fontPackages: fontPackages(), outputs: made, counts, audit, findings})
}

function makeCover({book, styles, world, browser, settingsFile, onProgress}: Whole): Promise<Uint8Array | undefined> {
  onProgress?.({stage: 'cover'})
  return orInternal(settingsFile, 'render-output-is-made', () => renderCover({book, styles, fontCache: fontCacheIn(world.cacheFolder), browser}))
}

/** What is known of the print when editions are made; its cover is printed for them in any case. */
interface KnownOfPrint {
  readonly pages?: readonly PageStart[]
  readonly cover?: Uint8Array
  readonly pageWords: AuditedPdf['pageWords']
}

/** Makes the editions, one after the other, until one has errors that are none of ours. */
async function makeEditions(only: readonly Output[], whole: Whole, known: KnownOfPrint): Promise<{files: readonly FileContent[]; audited: Readonly<Record<string, AuditedOutput>>}> {
  const files: FileContent[] = []
  const audited: Record<string, AuditedOutput> = {}
  for (const edition of only) {
    if (edition === 'pdf' || countFaults(whole.files).others > 0) continue
    const one = await makeEdition(edition, whole, known)
    files.push(...one.files)
    if (one.audited) audited[edition] = one.audited
  }
  return {files, audited}
}

/** Makes one edition and reads it back. No files: it could not be made. */
async function makeEdition(edition: Edition, {book, dossier, styles, scripts, files, world, out, onProgress}: Whole, {pageWords, ...known}: KnownOfPrint): Promise<{files: readonly FileContent[]; audited: AuditedOutput | undefined}> {
  onProgress?.({stage: edition})
  const file = new VFile({path: edition, cwd: out})
  files.push(file)
  const made = await orInternal(file, 'render-output-is-made', async () => editions[edition]?.({book, styles, scripts, fontCache: fontCacheIn(world.cacheFolder), file, ...known})) ?? []
  if (made.length === 0) return {files: [], audited: undefined}
  const audited = await orInternal(file, 'verify-comes-to-end', async () => {
    await editionChecks[edition]?.(made, {book, ...known}, file)
    return auditEdition(made, {book, pages: known.pages ?? [], pageWords, sourceOf: sourceFinder(dossier, files)}, file)
  })
  return {files: made, audited}
}

/** Everything short of an output: reads, checks and resolves the sources. */
export async function checkDossier(input: Omit<BuildInput, 'out' | 'only'>): Promise<BuildResult> {
  return finish(await prepareBook(input), ['read', 'parse', 'normalize', 'resolve', 'layout'])
}

/** The result so far. A silence that silences nothing is reported only when the stages ran that could have used it. */
function finish({folder, isUnfolded, files, settings, settingsFile, dossier, audit}: Prepared, stages: readonly string[], outcomes: Readonly<Record<string, AuditedOutput>> = {}): BuildResult {
  const audited = audit?.()
  const silenced = applySilences({files, silences: settings.silence, settings: settingsFile, stages})
  return {folder, isUnfolded, files, outputs: [], isProved: false, summary: dossier && {...summaryOf(dossier, silenced), ...(audited && {audit: auditSummary(audited, outcomes)})}}
}

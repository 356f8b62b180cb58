import {isAbsolute, relative, resolve} from 'node:path'
import {buildDossier, checkDossier, type BuildResult, type Output, type Progress} from '../build.ts'
import type {ExitCode} from '../cli.ts'
import type {World} from '../model/world.ts'
import {unprovedFolder, findingsName} from '../model/manifest.ts'
import {countMessages} from '../report/count-messages.ts'
import {countFaults, hasInternalError} from '../report/faults.ts'
import {messagesAsJson} from '../report/messages-as-json.ts'
import {printMessages} from '../report/print-messages.ts'
import {visible} from '../report/visible.ts'
import {hasColors} from './has-colors.ts'
import {tracesOf} from './tell-thrown.ts'
import {showProgress} from './show-progress.ts'
import {gatherFolders, summaryWords} from './summary-words.ts'
import {timeStages} from './time-stages.ts'

/** Words of the command line. Without `out` the sources are only checked. */
export interface BuildOptions {
  readonly folder?: string | undefined
  readonly out?: string
  readonly only?: readonly Output[]
  readonly json?: boolean
}

/** `dossier build` and `dossier check`. */
export async function runBuild(world: World, options: BuildOptions): Promise<ExitCode> {
  const folder = resolve(world.currentFolder, options.folder ?? (await findSources(world)))
  const out = options.out === undefined ? undefined : resolve(world.currentFolder, options.out)
  const progress = showProgress(world, {isQuiet: options.json === true})
  const timed = timeStages(world)
  const onProgress = (now: Progress): void => {
    timed.begin(now.stage)
    progress.show(now)
  }
  const input = {world, folder, onProgress}
  const result = await (out === undefined ? checkDossier(input) : buildDossier({...input, out, only: options.only})).finally(progress.end)
  const code = exitCodeOf(result)
  if (options.json) printJson(world, {result, code, seconds: timed.seconds()})
  else print(world, {result, out, code})
  return code
}

/** `sources` where it holds Markdown, else the current folder. */
async function findSources(world: World): Promise<string> {
  for (const path of ['sources', 'sources/articles']) {
    const listed = await world.disk.list(resolve(world.currentFolder, path), '')
    if (listed.ok && listed.entries.some(({name}) => /\.(md|markdown)$/i.test(name))) return 'sources'
  }
  return '.'
}

function exitCodeOf({files, missingTool}: BuildResult): ExitCode {
  if (missingTool !== undefined) return 3
  if (hasInternalError(files)) return 70
  return countMessages(files).errors > 0 ? 1 : 0
}

function printJson(world: World, {result, code, seconds}: {result: BuildResult; code: ExitCode; seconds: Readonly<Record<string, number>>}): void {
  const {files, outputs, isProved, summary, missingTool} = result
  const answer = {ok: code === 0, isProved, messages: messagesAsJson(files), outputs, summary: summary ?? null, seconds, missingTool: missingTool ?? null}
  world.terminal.write(`${JSON.stringify(answer, null, 2)}\n`)
}

function print(world: World, {result, out, code}: {result: BuildResult; out: string | undefined; code: ExitCode}): void {
  const {writeError, write} = world.terminal
  writeError(printMessages(result.files, {folder: shownFrom(world, result.folder), colors: hasColors(world)}))
  if (result.isUnfolded && result.files.some(file => file.messages.length > 0)) writeError(unfoldedWords)
  if (result.missingTool !== undefined) writeError(`${visible(result.missingTool)}\n`)
  writeError(tracesOf(world, result.files))
  if (code !== 0 && result.outputs.length === 0) return writeError(emptyWords(result, out))
  const shown = shownFrom(world, out ?? '')
  const outputs = gatherFolders(result.outputs, result.isProved ? 0 : 1).map((one) => ({...one, path: [shown, one.path].filter(Boolean).join('/')}))
  write(summaryWords({...result, outputs, elapsedMs: world.elapsedMs()}))
  if (out !== undefined && !result.isProved) writeError(unprovedWords(result, [shown, unprovedFolder].filter(Boolean).join('/')))
}

/** Why there are no outputs. */
function emptyWords({files}: BuildResult, out: string | undefined): string {
  if (out !== undefined) return 'Nothing was built; what was there before is untouched.\n'
  return countFaults(files).others > 0 ? 'The sources have errors.\n' : 'The proof disagrees: that is a fault of the program, not of the sources. “dossier build” makes the outputs all the same, as not proved.\n'
}

/** The last words of a build that the proof disagrees with. */
function unprovedWords({files}: BuildResult, folder: string): string {
  const {ours} = countFaults(files)
  return `NOT PROVED: these outputs have ${ours === 1 ? 'one finding' : `${ours} findings`}, a fault of the program. ${visible(folder)}/${findingsName} lists them with their places; what was proved before is untouched.\n`
}

const unfoldedWords = 'The clipped page was imported in memory: “dossier import” writes the files that are named here.\n'

/** A folder as a person there would name it; `''` for the current one. */
function shownFrom(world: World, folder: string): string {
  const way = relative(world.currentFolder, folder)
  return way.startsWith('..') || isAbsolute(way) ? folder : way
}

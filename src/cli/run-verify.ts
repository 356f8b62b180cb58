import {resolve} from 'node:path'
import type {ExitCode} from '../cli.ts'
import type {Manifest} from '../model/manifest.ts'
import type {World} from '../model/world.ts'
import {countMessages} from '../report/count-messages.ts'
import {hasInternalError} from '../report/faults.ts'
import {messagesAsJson} from '../report/messages-as-json.ts'
import {printMessages} from '../report/print-messages.ts'
import {visible} from '../report/visible.ts'
import {verifyOutputs, type VerifyResult} from '../verify-outputs.ts'
import {hasColors} from './has-colors.ts'
import {auditWords, gatherFolders, originalsWords, pageNumberWords} from './summary-words.ts'
import {tracesOf} from './tell-thrown.ts'

/** Words of the command line. */
export interface VerifyOptions {
  readonly folder: string
  readonly sources?: string
  readonly rebuild?: boolean
  readonly json?: boolean
}

/** `dossier verify`. */
export async function runVerify(world: World, {folder, sources, rebuild, json}: VerifyOptions): Promise<ExitCode> {
  const result = await verifyOutputs({
    world,
    folder: resolve(world.currentFolder, folder),
    rebuild,
    sources: sources === undefined ? undefined : resolve(world.currentFolder, sources),
  })
  const isVerified = countMessages(result.files).errors === 0 && result.manifest !== undefined
  if (json) {
    const answer = {ok: isVerified, messages: messagesAsJson(result.files), digest: result.manifest?.digest ?? null, audit: result.manifest?.audit ?? null, ...result.verified}
    world.terminal.write(`${JSON.stringify(answer, null, 2)}\n`)
  } else {
    world.terminal.writeError(printMessages(result.files, {folder, colors: hasColors(world)}))
    world.terminal.writeError(tracesOf(world, result.files))
    if (isVerified) world.terminal.write(wordsOf(result))
    else world.terminal.writeError('Not verified.\n')
  }
  return isVerified ? 0 : hasInternalError(result.files) ? 70 : 1
}

/** What the build had found, as its manifest says. */
function auditLines({audit, counts}: Manifest): string[] {
  const numbers = counts['pageNumbers']
  return [
    ...(audit?.originals ? [originalsWords(audit.originals)] : []),
    ...(audit ? [auditWords(audit)] : []),
    ...(numbers === undefined ? [] : [pageNumberWords(numbers)]),
  ]
}

function wordsOf({manifest, verified}: VerifyResult): string {
  if (!manifest) return ''
  const lines = [
    `“${visible(manifest.title)}”, ${visible(manifest.identifier)}`,
    `${verified.outputs.length} ${verified.outputs.length === 1 ? 'output is' : 'outputs are'} as made: ${gatherFolders(verified.outputs.map((path) => ({path, bytes: 0}))).map(({path}) => visible(path)).join(', ')}`,
    ...(verified.inputs.length > 0 ? [`${verified.inputs.length} of ${manifest.inputs.length} inputs are the files of your folder`] : []),
    ...(verified.rebuilt.length > 0 ? [`${verified.rebuilt.length} of ${manifest.outputs.length} outputs were built again from their sources, with the same bytes`] : []),
    ...auditLines(manifest),
    `made from ${manifest.inputs.length} files, digest ${manifest.digest}`,
    'Compare the digest with the one printed in the colophon; it is the SHA-256 of what “sha256sum” prints for these files, sorted by path.',
  ]
  return `${lines.join('\n')}\n`
}

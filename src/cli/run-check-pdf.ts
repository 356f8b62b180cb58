import {resolve} from 'node:path'
import type {ExitCode} from '../cli.ts'
import {checkPdf} from '../check-pdf.ts'
import type {World} from '../model/world.ts'
import {countMessages} from '../report/count-messages.ts'
import {hasInternalError} from '../report/faults.ts'
import {messagesAsJson} from '../report/messages-as-json.ts'
import {printMessages} from '../report/print-messages.ts'
import {hasColors} from './has-colors.ts'
import {formWords} from './summary-words.ts'
import {tracesOf} from './tell-thrown.ts'

/** Words of the command line. */
export interface CheckPdfOptions {
  readonly path: string
  readonly json?: boolean
}

/** `dossier check --pdf`. */
export async function runCheckPdf(world: World, {path, json}: CheckPdfOptions): Promise<ExitCode> {
  const {file, facts} = await checkPdf(world, resolve(world.currentFolder, path))
  const ok = countMessages([file]).errors === 0
  if (json) world.terminal.write(`${JSON.stringify({ok, messages: messagesAsJson([file]), facts: facts ?? null}, null, 2)}\n`)
  else {
    world.terminal.writeError(printMessages([file], {folder: '', colors: hasColors(world)}))
    world.terminal.writeError(tracesOf(world, [file]))
    if (facts) world.terminal.write(`${facts.pages} ${facts.pages === 1 ? 'page' : 'pages'}, ${facts.characters} characters\n${formWords(facts.form)}`)
    if (!ok) world.terminal.writeError('The PDF has errors.\n')
  }
  return ok ? 0 : hasInternalError([file]) ? 70 : 1
}

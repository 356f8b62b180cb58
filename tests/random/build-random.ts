import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {buildDossier} from '../../src/build.ts'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {verifyOutputs} from '../../src/verify-outputs.ts'
import {diskWorld} from '../../src/world.ts'
import {makePng} from '../printed/make-png.ts'
import type {Sources} from './random-dossier.ts'

/** What came of one build. */
export interface Outcome {
  /** What may never be: a thrown error, a finding of the proof that no source can be blamed for, outputs that do not verify. */
  readonly faults: readonly string[]
  /** Rules that refused the sources. */
  readonly refusals: readonly string[]
}

/** Builds sources into every output and verifies what was made. */
export async function buildRandom(sources: Sources, browser: OpenBrowser): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-random-'))
  try {
    writeSources(join(folder, 'in'), sources)
    return await judge(folder, browser)
  } catch (error) {
    return {faults: [`thrown: ${error instanceof Error ? error.stack ?? error.message : String(error)}`], refusals: []}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

async function judge(folder: string, browser: OpenBrowser): Promise<Outcome> {
  const world = diskWorld()
  const out = join(folder, 'out')
  const {files, outputs} = await buildDossier({world, folder: join(folder, 'in'), out, browser})
  const errors = messagesAsJson(files).filter(({severity}) => severity === 'error')
  const [faults, refusals] = [errors.filter(isOurs), errors.filter((one) => !isOurs(one))]
  const told = faults.map(({rule, reason, file, line}) => `${rule} ${file}:${line ?? ''} ${reason}`)
  if (errors.length > 0) return {faults: told, refusals: refusals.map(({rule}) => String(rule))}
  if (outputs.length === 0) return {faults: ['no error and no output'], refusals: []}
  const verified = await verifyOutputs({world, folder: out})
  const wrong = messagesAsJson(verified.files).filter(({severity}) => severity === 'error')
  return {faults: wrong.map(({rule, reason}) => `after the build: ${rule} ${reason}`), refusals: []}
}

/** Writes a folder of sources, with the one picture that they show. */
export function writeSources(folder: string, sources: Sources): void {
  for (const [path, content] of Object.entries({'near.png': makePng(40, 30), 'articles/near.png': makePng(30, 40), 'exhibits/near.png': makePng(20, 10), ...sources})) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

function isOurs({rule, hint}: {readonly rule: string | null; readonly hint: string | null}): boolean {
  const isOfProof = rule?.startsWith('verify-') === true && rule !== 'verify-redaction-holds' && rule !== 'verify-audit-original'
  return isOfProof || rule?.startsWith('render-') === true || hint?.includes('fault of the program') === true
}

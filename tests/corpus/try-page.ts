import {cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import type {VFile} from 'vfile'
import {buildDossier, checkDossier, diskWorld, importSources, messagesAsJson, type JsonMessage, type Output} from '../../src/index.ts'
import {openBrowser, type BrowserResult, type OpenBrowser} from '../../src/render/browser/open-browser.ts'

/** What came of a page: it is a dossier now; it is none, for a reason of its own; or we failed. */
export interface Verdict {
  readonly kind: 'built' | 'refused' | 'fault'
  /** `import`, `build` or `check`: what the page itself, not imported, came to. */
  readonly step?: string
  readonly rule?: string
  readonly says?: string
  readonly line?: number | null
  readonly pages?: number
  readonly warnings?: number
}

/** What a page is tried with. */
export interface Trial {
  /** Absolute. */
  readonly path: string
  readonly only: readonly Output[]
}

/** Rules that speak of our work: no page can break them. */
const ours = /^(?:verify-|import-text-is-kept$|render-link-lands$|render-browser-works$|layout-redaction-holds$)/

const world = diskWorld()
let shared: Promise<BrowserResult> | undefined

/** One for many pages; after a fault of the browser another one. */
async function browserFor(only: readonly Output[]): Promise<OpenBrowser | undefined> {
  const opened = only.length === 0 ? undefined : await (shared ??= openBrowser(world))
  return opened?.ok ? opened.browser : undefined
}

async function closeBrowser(): Promise<void> {
  const opened = await shared
  shared = undefined
  if (opened?.ok) await opened.browser.close()
}

/** Imports a page into a folder of its own and builds that; then checks the page as it lies there. */
export async function tryPage({path, only}: Trial): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-corpus-'))
  try {
    const page = join(folder, 'page', basename(path))
    mkdirSync(join(folder, 'page'))
    cpSync(path, page)
    const into = join(folder, 'sources')
    const imported = await importSources({world, files: [page], into})
    const refused = verdictOf('import', imported.files)
    if (refused) return refused
    const built = await buildDossier({world, folder: into, out: join(folder, 'out'), only, browser: await browserFor(only)})
    if (built.missingTool !== undefined) return {kind: 'fault', step: 'build', says: built.missingTool}
    const unbuilt = verdictOf('build', built.files)
    if (unbuilt) return unbuilt
    const checked = await checkDossier({world, folder: page})
    const warnings = [...imported.files, ...built.files].flatMap(({messages}) => messages).length
    return verdictOf('check', checked.files) ?? {kind: 'built', warnings, ...(built.summary?.pages !== undefined && {pages: built.summary.pages})}
  } catch (error) {
    return {kind: 'fault', rule: 'thrown', says: error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function verdictOf(step: string, files: readonly VFile[]): Verdict | undefined {
  const errors = messagesAsJson(files).filter(({severity}) => severity === 'error')
  const worst = errors.find(isOurs) ?? errors[0]
  return worst && {kind: isOurs(worst) ? 'fault' : 'refused', step, rule: worst.rule ?? '', says: worst.reason, line: worst.line}
}

function isOurs({rule, hint}: JsonMessage): boolean {
  return ours.test(rule ?? '') || /fault of the|our bug/.test(hint ?? '')
}

process.on('message', (trial: Trial) => {
  void tryPage(trial).then(async (verdict) => {
    if (verdict.rule === 'render-browser-works') await closeBrowser()
    process.send?.(verdict)
  })
})
process.once('disconnect', () => void closeBrowser().finally(() => process.exit(0)))

import {access, constants} from 'node:fs/promises'
import {delimiter, join} from 'node:path'
import {loadPuppeteer} from './load-puppeteer.ts'
import {unpackBundledBrowser} from './unpack-bundled.ts'

/** A browser that may be there to print with. */
export interface FoundBrowser {
  /** Absolute path of the program. */
  readonly executable: string
  /** Folder for `LD_LIBRARY_PATH`; `undefined` where the system has all the libraries. */
  readonly libraries: string | undefined
  /** Where it comes from, in words for a message. */
  readonly origin: string
  /** Named by the user: if it does not start, no other one is tried. */
  readonly named: boolean
}

/** Where to look. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly cacheFolder: () => Promise<string>
  /** Told why a browser that should be there can't be used. */
  readonly onTrouble: (says: string) => void
}

/** Names of installed browsers, as they stand on the search path. */
const installedNames = ['chrome-headless-shell', 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge']

/**
 * The browsers to try, best first: the one that `DOSSIER_BROWSER` names (then only that), the bundled one, the one in
 * Puppeteer's own cache, an installed one. Found one at a time, since the next is seldom needed.
 */
export async function* findBrowsers(around: Surroundings): AsyncGenerator<FoundBrowser> {
  const named = around.environment['DOSSIER_BROWSER']
  if (named) {
    if (!(await isProgram(named))) return around.onTrouble(`DOSSIER_BROWSER names ${named}, which is no program that can be started`)
    yield {executable: named, libraries: undefined, origin: 'named by DOSSIER_BROWSER', named: true}
    return
  }
  const bundled = await unpackBundledBrowser(await around.cacheFolder()).catch((error: unknown) => {
    around.onTrouble(`the bundled browser could not be unpacked: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  })
  if (bundled) yield {...bundled, origin: 'bundled', named: false}
  for (const executable of [...await knownToPuppeteer(), ...onSearchPath(around.environment)]) {
    if (await isProgram(executable)) yield {executable, libraries: undefined, origin: 'installed', named: false}
  }
}

/** Puppeteer knows its own cache and where each system keeps an installed Chrome; it throws for what it does not know. */
async function knownToPuppeteer(): Promise<readonly string[]> {
  const puppeteer = await loadPuppeteer()
  const questions = [
    () => puppeteer.executablePath({headless: 'shell'}),
    () => puppeteer.executablePath(),
    () => puppeteer.executablePath('chrome'),
  ]
  return questions.flatMap(ask => {
    try {
      return [ask()]
    } catch {
      return []
    }
  })
}

function onSearchPath(environment: Surroundings['environment']): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  return installedNames.flatMap(name => folders.map(folder => join(folder, name)))
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(() => true, () => false)
}

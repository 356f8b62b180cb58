import {rm} from 'node:fs/promises'
import type {Browser, Page} from 'puppeteer'
import {BrowserTrouble, isProtocolError} from './browser-trouble.ts'
import {findBrowsers, type FoundBrowser} from './find-browsers.ts'
import {killBrowser, launchBrowser, type LaunchedBrowser} from './launch-browser.ts'
import {openPage, type Guard, type OpenPage, type PageSource} from './open-page.ts'
import type {StartedBrowser} from './start-browser.ts'
import {watchMemory} from './watch-memory.ts'

export interface BrowserOptions {
  /** Variables of the program; `DOSSIER_BROWSER` names the browser to use, `DOSSIER_MEMORY` the most memory in MiB. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** A folder that outlives the run, for the unpacked browser. */
  readonly cacheFolder: () => Promise<string>
  /** A new empty folder for the profile; emptied here when the browser is closed. */
  readonly temporaryFolder: () => Promise<string>
  /** Limit for each of loading, laying out, printing, in milliseconds. Default: 120,000. */
  readonly timeLimitMs?: number
}

/** Of the browser with all its processes: 2 GiB. `DOSSIER_MEMORY` gives another, in MiB. */
const memoryLimitMiB = 2048

/** A running browser, or why there is none. */
export type BrowserResult =
  | {readonly ok: true; readonly browser: OpenBrowser}
  /** `render-browser-is-there` with these words; the hint has the command that installs one. */
  | {readonly ok: false; readonly says: string; readonly hint: string}

export interface OpenBrowser {
  /** As it names itself: `HeadlessChrome/143.0.7499.0`. */
  readonly version: string
  /** Whether Chromium's sandbox is on. It is off only where the kernel gives no user namespaces. */
  readonly sandbox: boolean
  /** Absolute path of the program. */
  readonly executable: string
  /** Loads a page from memory. Rejects with {@link BrowserTrouble}. */
  openPage(source: PageSource): Promise<OpenPage>
  /** Ends the browser and removes its profile. */
  close(): Promise<void>
}

const namedHint = 'Name a browser that is there in DOSSIER_BROWSER, or leave that variable out to use the bundled one.'
const installHint = 'Install one with `npx puppeteer browsers install chrome-headless-shell`, or name one in DOSSIER_BROWSER.'

/** Finds a browser and starts it. A browser that was found but does not start is passed over for the next. */
export async function openBrowser(options: BrowserOptions): Promise<BrowserResult> {
  const troubles: string[] = []
  for await (const found of findBrowsers({...options, onTrouble: says => void troubles.push(says)})) {
    const folder = await options.temporaryFolder()
    try {
      const launched = await launchBrowser(found, {environment: options.environment, folder})
      return {ok: true, browser: attend(launched, found, {folder, timeLimitMs: options.timeLimitMs ?? 120_000, memoryLimitMiB: memoryLimitOf(options.environment)})}
    } catch (error) {
      troubles.push(`${found.executable} (${found.origin}) did not start: ${firstLine(error)}`)
      await rm(folder, {recursive: true, force: true}).catch(() => {})
    }
  }
  const hint = options.environment['DOSSIER_BROWSER'] ? namedHint : installHint
  return {ok: false, says: ['Expected a browser to print with, found none that starts', ...troubles].join('; '), hint}
}

function memoryLimitOf(environment: BrowserOptions['environment']): number {
  const given = Number(environment['DOSSIER_MEMORY'])
  return given > 0 ? given : memoryLimitMiB
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
}

function attend(
  {started, version, sandbox}: LaunchedBrowser, found: FoundBrowser, limits: {folder: string; timeLimitMs: number; memoryLimitMiB: number},
): OpenBrowser {
  const {folder} = limits
  const guard = guardFor(started, limits)
  const pages = pagesOf(started.browser)
  return {
    version,
    sandbox,
    executable: found.executable,
    async openPage(source) {
      return openPage(await guard(pages.next(), 'opening a page'), source, guard)
    },
    async close() {
      killBrowser(started)
      await started.ended
      await rm(folder, {recursive: true, force: true, maxRetries: 3}).catch(() => {})
    },
  }
}

/** Pages to use: first the empty one that every browser starts with, then new ones. */
function pagesOf(browser: Browser): {next(): Promise<Page>} {
  let first: Promise<Page | undefined> | undefined = browser.pages().then(([page]) => page)
  first.catch(() => {})
  return {
    async next() {
      const taken = first
      first = undefined
      return (await taken) ?? browser.newPage()
    },
  }
}

/** The process itself says when the browser is gone; time and memory are what is left to watch. */
function guardFor(started: StartedBrowser, {timeLimitMs, memoryLimitMiB: limit}: {timeLimitMs: number; memoryLimitMiB: number}): Guard {
  let isTooLarge = false
  const stopWatching = watchMemory(started.child.pid ?? 0, limit * 2 ** 20, () => {
    isTooLarge = true
    killBrowser(started)
  })
  const gone = started.ended.then(() => {
    stopWatching()
    throw isTooLarge ? new BrowserTrouble('too-large', `it took more than ${limit} MiB of memory`) : new BrowserTrouble('gone', 'the browser ended without being asked to')
  })
  gone.catch(() => {})
  return async (work, what) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        killBrowser(started)
        reject(new BrowserTrouble('too-slow', `${what} took longer than ${timeLimitMs / 1000} s`))
      }, timeLimitMs)
    })
    try {
      return await Promise.race([work.catch((error: unknown) => whyRefused(error, gone)), gone, late])
    } finally {
      clearTimeout(timer)
    }
  }
}

/**
 * A closed conversation is a browser that is about to be gone (Puppeteer says so in errors of several kinds); any other
 * word of its protocol is a refusal.
 */
async function whyRefused(error: unknown, gone: Promise<never>): Promise<never> {
  const says = firstLine(error)
  const isClosed = !says.startsWith('in the page:') && /closed|detached|disconnected|crashed/i.test(says)
  if (!isClosed && !isProtocolError(error)) throw error
  if (!isClosed) throw new BrowserTrouble('refused', says)
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 1000))])
  throw new BrowserTrouble('gone', 'the browser closed the conversation')
}

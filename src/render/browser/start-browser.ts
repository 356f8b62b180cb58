import type {ChildProcess} from 'node:child_process'
import type {Browser} from 'puppeteer'
import {loadPuppeteer} from './load-puppeteer.ts'

/** How to start the process. */
export interface Command {
  readonly program: string
  readonly flags: readonly string[]
  readonly environment: Record<string, string | undefined>
}

/** A browser process that answers. */
export interface StartedBrowser {
  /** As it names itself: `HeadlessChrome/143.0.7499.0`. */
  readonly version: string
  readonly browser: Browser
  readonly child: ChildProcess
  /** Resolves when the process has ended, with its last words. */
  readonly ended: Promise<string>
}

/** Until it answers. A machine that is busy with other things takes 20 s. */
const launchLimitMs = 60_000
/** Nothing we ask takes as long as this; {@link OpenBrowser} has a limit of its own for each step. */
const protocolLimitMs = 24 * 60 * 60 * 1000

/**
 * Starts a browser with our flags and no others. Puppeteer speaks to it over a pipe (`--remote-debugging-pipe`), which
 * closes when we die, by whatever cause, and the browser ends with it: no signal needs a listener, which would keep us
 * alive. Rejects with what the browser said last, and when it does not answer in time.
 */
export async function startBrowser(command: Command): Promise<StartedBrowser> {
  const limit = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      limit.abort()
      reject(new Error(`it did not answer within ${launchLimitMs / 1000} s`))
    }, launchLimitMs)
  })
  try {
    return await Promise.race([start(command, limit.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/** @param limit ends the process, at whatever it hangs */
async function start({program, flags, environment}: Command, limit: AbortSignal): Promise<StartedBrowser> {
  const puppeteer = await loadPuppeteer()
  const browser = await puppeteer.launch({
    executablePath: program,
    args: [...flags],
    ignoreDefaultArgs: true,
    pipe: true,
    env: environment,
    defaultViewport: null,
    waitForInitialPage: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: launchLimitMs,
    protocolTimeout: protocolLimitMs,
    signal: limit,
  })
  const child = browser.process()
  if (!child) throw new Error('it has no process')
  return {browser, child, ended: attendEnd(child), version: await browser.version()}
}

function attendEnd(child: ChildProcess): Promise<string> {
  let lastWords = ''
  child.stderr?.on('data', (words: Buffer) => (lastWords = (lastWords + words.toString()).slice(-4000)))
  return new Promise((resolve) => {
    const end = (cause: string): void => resolve(`${cause}: ${lastWords.trim()}`)
    child.once('exit', (code, signal) => end(`exit ${code ?? signal}`))
    child.once('error', (error) => end(String(error)))
    if (child.exitCode !== null || child.signalCode !== null) end(`exit ${child.exitCode ?? child.signalCode}`)
  })
}

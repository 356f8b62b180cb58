import {spawnSync} from 'node:child_process'
import {mkdir, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {FoundBrowser, Surroundings} from './find-browsers.ts'
import {launchFlags} from './launch-flags.ts'
import {startBrowser, type Command, type StartedBrowser} from './start-browser.ts'

/** A browser that runs. */
export interface LaunchedBrowser {
  readonly started: StartedBrowser
  /** As it names itself: `HeadlessChrome/143.0.7499.0`. */
  readonly version: string
  /** Whether Chromium's own sandbox is on. */
  readonly sandbox: boolean
}

/** What a launch needs besides the program. */
export interface LaunchOptions {
  readonly environment: Surroundings['environment']
  /** An empty folder of this launch alone: profile, temporary files, home. */
  readonly folder: string
}

/**
 * Starts a browser, with its sandbox on wherever the machine lets it be. Rejects with an Error that says the browser's
 * last words when it does not start.
 */
export async function launchBrowser(found: FoundBrowser, options: LaunchOptions): Promise<LaunchedBrowser> {
  const environment = await childEnvironment(found, options)
  const start = (sandbox: boolean): Promise<LaunchedBrowser> => {
    const flags = launchFlags({profile: join(options.folder, 'profile'), sandbox})
    return startAndGreet(commandOf({program: found.executable, flags, environment}, sandbox), sandbox)
  }
  try {
    return await start(true)
  } catch (error) {
    if (process.platform !== 'linux' || hasUserNamespaces()) throw error
    return start(false)
  }
}

async function startAndGreet(command: Command, sandbox: boolean): Promise<LaunchedBrowser> {
  const started = await startBrowser(command)
  return {started, version: started.version, sandbox}
}

/** Ends the browser and its whole group of processes at once; on Windows the others end with the first. */
export function killBrowser({child}: StartedBrowser): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It had ended already.
  }
}

/**
 * Chromium refuses to run as root unless its sandbox is off. In a user namespace of its own, where root is mapped to
 * an ordinary number, it runs with the sandbox on and still reads root's files.
 */
function commandOf(command: Command, sandbox: boolean): Command {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (!isRoot || !sandbox) return command
  const flags = ['--user', '--map-user=1000', '--map-group=1000', command.program, ...command.flags]
  return {...command, program: unshare, flags}
}

const unshare = '/usr/bin/unshare'

/** Whether the kernel lets us make what the sandbox is made of. Asked only after a launch failed. */
function hasUserNamespaces(): boolean {
  return spawnSync(unshare, ['--user', '--map-root-user', '--pid', '--net', '--fork', 'true']).status === 0
}

/**
 * Nothing of the user's: no locale, no time zone, no home, and one font of ours instead of the system's,
 * so that a page looks the same on every machine and a missing glyph is missing everywhere. On Windows a program needs more of the variables to start.
 */
async function childEnvironment(found: FoundBrowser, options: LaunchOptions): Promise<Command['environment']> {
  const {folder, environment} = options
  const fonts = join(folder, 'fonts.conf')
  await mkdir(join(folder, 'profile'), {recursive: true, mode: 0o700})
  await writeFile(fonts, oneFont(folder))
  const own = {TMPDIR: folder, TZ: 'UTC', LANG: 'C.UTF-8'}
  if (process.platform === 'win32') return {...environment, ...own}
  return {
    ...own,
    PATH: environment['PATH'],
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    FONTCONFIG_FILE: fonts,
    ...(found.libraries ? {LD_LIBRARY_PATH: found.libraries} : {}),
  }
}

/** Without any font at all Chromium prints empty pages, also when the page brings its own. */
function oneFont(folder: string): string {
  const face = createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')
  const quoted = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${quoted(dirname(face))}</dir><cachedir>${quoted(folder)}</cachedir></fontconfig>
`
}

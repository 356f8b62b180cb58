import {createReadStream, createWriteStream} from 'node:fs'
import {access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {basename, dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {setTimeout as pause} from 'node:timers/promises'
import {brotliDecompressSync, createBrotliDecompress} from 'node:zlib'
import {readTar} from './read-tar.ts'

/** The browser that came with the npm packages, unpacked. */
export interface BundledBrowser {
  /** Absolute path of the program. */
  readonly executable: string
  /** Folder with the libraries it needs where the system lacks them; `undefined` where the system has them. */
  readonly libraries: string | undefined
}

/** What the bundled browser needs beyond the C library; the package carries all of it for systems that lack some. */
const neededLibraries = ['libnspr4.so', 'libnss3.so', 'libnssutil3.so', 'libexpat.so.1']

const systemLibraryFolders = [
  '/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib64', '/usr/lib64', '/usr/lib', '/usr/local/lib',
]

/** A whole unpacking takes 2 to 4 s on one core; whoever holds the lock longer than this is taken to be dead. */
const lockLimitMs = 60_000

/**
 * Unpacks the browser of `@sparticuz/chromium` into `cacheFolder`, once for each version. Safe with many builds
 * starting at once, in one process or in several: the folder appears whole, by a rename, and one of them does the work.
 *
 * @returns `undefined` where the package is missing or has no browser for this machine (it has one for Linux on x64)
 */
export async function unpackBundledBrowser(cacheFolder: string): Promise<BundledBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const bundle = await findBundle()
  if (!bundle) return undefined
  const folder = join(cacheFolder, `chromium-${bundle.version}`)
  if (!(await isWhole(folder))) await unpackOnce(bundle.archives, folder)
  const systemHasAll = (await Promise.all(neededLibraries.map(isOnSystem))).every(Boolean)
  return {executable: join(folder, 'chromium'), libraries: systemHasAll ? undefined : join(folder, 'lib')}
}

interface Bundle {
  readonly archives: string
  readonly version: string
}

async function findBundle(): Promise<Bundle | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const root = entry.slice(0, entry.lastIndexOf(join('chromium', 'build')) + 'chromium'.length)
    const {version} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {version: string}
    const archives = join(root, 'bin')
    await access(join(archives, 'chromium.br'))
    return {archives, version}
  } catch {
    return undefined
  }
}

/** The size that was written stands beside the program: a folder cut short by a crash of the machine is told by it. */
async function isWhole(folder: string): Promise<boolean> {
  try {
    const expected = Number(await readFile(join(folder, 'chromium.size'), 'utf8'))
    return (await stat(join(folder, 'chromium'))).size === expected
  } catch {
    return false
  }
}

async function unpackOnce(archives: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), {recursive: true, mode: 0o700})
  const lock = `${folder}.lock`
  const mine = await takeLock(lock, folder)
  try {
    if (!(await isWhole(folder))) await unpackBeside(archives, folder)
  } finally {
    if (mine) await rm(lock, {force: true})
  }
}

/** Waits while another holds the lock. `false`: it is not ours, so the work is either done or must be done anyway. */
async function takeLock(lock: string, folder: string): Promise<boolean> {
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), {flag: 'wx', mode: 0o600})
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
    if (await isAbandoned(lock)) await rm(lock, {force: true})
    else await pause(50)
    if (await isWhole(folder)) return false
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(lock)).mtimeMs > lockLimitMs) return true
    const holder = Number(await readFile(lock, 'utf8'))
    if (holder > 0) process.kill(holder, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

async function unpackBeside(archives: string, folder: string): Promise<void> {
  await removeLeftovers(folder)
  const beside = await mkdtemp(`${folder}.part-`)
  try {
    await unpackProgram(join(archives, 'chromium.br'), beside)
    await unpackLibraries(join(archives, 'al2023.tar.br'), beside)
    await rm(folder, {recursive: true, force: true})
    await rename(beside, folder)
  } catch (error) {
    await rm(beside, {recursive: true, force: true})
    if (!(await isWhole(folder))) throw error
  }
}

/** A build that was killed while it unpacked leaves its folder behind; whoever holds the lock clears them away. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.part-`)) await rm(join(dirname(folder), name), {recursive: true, force: true})
  }
}

async function unpackProgram(archive: string, folder: string): Promise<void> {
  const program = join(folder, 'chromium')
  await pipeline(
    createReadStream(archive, {highWaterMark: 1 << 20}),
    createBrotliDecompress({chunkSize: 1 << 21}),
    createWriteStream(program, {mode: 0o700, flush: true}),
  )
  await writeFile(join(folder, 'chromium.size'), String((await stat(program)).size))
}

async function unpackLibraries(archive: string, folder: string): Promise<void> {
  const libraries = join(folder, 'lib')
  await mkdir(libraries)
  for (const file of readTar(brotliDecompressSync(await readFile(archive)))) {
    await writeFile(join(libraries, basename(file.path)), file.bytes, {mode: 0o700})
  }
}

async function isOnSystem(library: string): Promise<boolean> {
  for (const folder of systemLibraryFolders) {
    if (await access(join(folder, library)).then(() => true, () => false)) return true
  }
  return false
}

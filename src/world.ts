import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {World} from './model/world.ts'
import {collectGarbageSoon} from './world/collect-garbage.ts'
import {finishSwitch} from './world/finish-switch.ts'
import {kindAt, listInside, readInside} from './world/read-inside.ts'
import {makeCacheFolder, makeTemporaryFolder} from './world/scratch-folders.ts'
import {startThread} from './world/start-thread.ts'
import {writeWhole} from './world/write-whole.ts'

/** The world the program runs in: this machine's disk, this process's environment and terminal. */
export function diskWorld(): World {
  const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)))
  let cache: Promise<string> | undefined
  return {
    disk: {read: readInside, list: listInside, kindOf: kindAt, write: (folder, files, stale) => writeWhole(folder, files, {stale}), finish: (folder) => finishSwitch(folder)},
    terminal: {
      write: text => void process.stdout.write(text),
      writeError: text => void process.stderr.write(text),
      isTerminal: process.stdout.isTTY === true,
      isErrorTerminal: process.stderr.isTTY === true,
    },
    environment: process.env,
    currentFolder: process.cwd(),
    packageFolder,
    cacheFolder: () => (cache ??= makeCacheFolder(process.env)),
    temporaryFolder: makeTemporaryFolder,
    // The sources themselves would have to be translated by each thread, which takes longer than it saves.
    ...(!import.meta.url.endsWith('.ts') && {startThread: () => startThread(join(packageFolder, 'src/thread.js'))}),
    restSoon: collectGarbageSoon,
    elapsedMs: () => performance.now(),
  }
}

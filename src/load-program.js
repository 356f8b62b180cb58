// Finds the program: the compiled one, with the code that V8 made of it last time; the TypeScript sources where there is
// none, or where one of them is younger than it.
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {Script} from 'node:vm'

const compiled = fileURLToPath(new URL('../.dist/program.cjs', import.meta.url))
const cache = fileURLToPath(new URL('../.dist/program.cache', import.meta.url))
const sources = fileURLToPath(new URL('.', import.meta.url))

/** What `program.ts` exports. */
export async function loadProgram() {
  if (isCurrent()) return loadCompiled().program
  const {register} = await import('tsx/esm/api')
  register()
  return import('./program.ts')
}

/**
 * The text is of ASCII alone. Another version of V8, or other flags, refuse the cache and compile the text anew.
 *
 * V8 optimises what has run for a while. A build is over in seconds, and most of what is optimised at the usual 66 KiB of
 * bytecode is never paid back: four times as much saves a tenth of our own time at 200 pages, and nothing is lost at
 * 1,000. Node 22 and later go by other counts.
 */
export function loadCompiled() {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=270336')
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(compiled, 'latin1')}\n})`
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined
  const script = new Script(text, {filename: compiled, cachedData, importModuleDynamically: (specifier) => import(specifier)})
  const module = {exports: {}}
  script.runInThisContext()(module.exports, createRequire(compiled), module, compiled, dirname(compiled))
  return {program: module.exports, script}
}

function isCurrent() {
  if (!existsSync(compiled)) return false
  const made = statSync(compiled).mtimeMs
  const names = readdirSync(sources, {recursive: true, withFileTypes: true})
  return names.every((entry) => entry.isDirectory() || statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs <= made)
}

// Finds the program: the compiled one, with the code that V8 made of it last time; the TypeScript sources where there is
// none, or where one of them is younger than it.
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
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

/** The text is of ASCII alone. Another version of V8 refuses the cache and compiles the text anew. */
export function loadCompiled() {
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

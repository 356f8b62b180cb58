// Compiles the program into .dist/, so that a run starts in a tenth of the time that reading four hundred modules takes:
// one script for the command line and its second thread, with the code that V8 makes of it, and modules for whoever
// imports the package. `npm ci` and `npm pack` call it (script "prepare"); without it, the TypeScript sources run.
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {build} from 'esbuild'
import {loadCompiled} from './load-program.js'

/** What finds its own files beside its code, and what others only ask for when they are used in ways that we do not. */
const external = ['@sparticuz/chromium', '@expo-google-fonts/*', 'subset-font', 'harfbuzzjs', 'tsx', 'esbuild', 'typescript', '@tootallnate/quickjs-emscripten']
const root = new URL('..', import.meta.url)
const common = {
  write: false,
  absWorkingDir: new URL('.', root).pathname,
  outdir: '.dist',
  bundle: true,
  platform: 'node',
  target: 'node20.11',
  external,
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
}
const program = await build({
  ...common,
  entryPoints: ['src/program.ts'],
  format: 'cjs',
  // Code that V8 kept has lost how to answer an `import()`: what stays outside is asked for with `require`.
  supported: {'dynamic-import': false},
  outExtension: {'.js': '.cjs'},
  define: {'import.meta.url': 'addressOfScript'},
  banner: {js: "const addressOfScript = require('node:url').pathToFileURL(__filename).href;"},
})
const modules = await build({
  ...common,
  entryPoints: ['src/index.ts'],
  splitting: true,
  format: 'esm',
  // Modules in the old format ask for these.
  banner: {js: `import {createRequire as makeRequire} from 'node:module'; import {fileURLToPath as pathOf} from 'node:url';
const require = makeRequire(import.meta.url), __filename = pathOf(import.meta.url), __dirname = pathOf(new URL('.', import.meta.url));`},
})
const folder = new URL('.dist/', root)
await rm(folder, {recursive: true, force: true})
await mkdir(folder)
for (const {path, contents} of [...program.outputFiles, ...modules.outputFiles]) await writeFile(path, contents)

// V8 drops code that has not run for a while. The flag is taken back before the code is kept: other flags refuse it.
setFlagsFromString('--no-flush-bytecode')
const {program: loaded, script} = loadCompiled()
await loaded.loadTasks()
await exercise(loaded)
setFlagsFromString('--flush-bytecode')
await writeFile(new URL('program.cache', folder), script.createCachedData())

/** Builds the dossier that stands beside the program, where there is one: V8 keeps the code of what has run only. */
async function exercise({runCommandLine, diskWorld}) {
  const out = await mkdtemp(join(tmpdir(), 'dossier-exercise-'))
  const terminal = {write() {}, writeError() {}, isTerminal: false, isErrorTerminal: false}
  try {
    await runCommandLine(['build', fileURLToPath(new URL('sources', root)), '--out', out], {...diskWorld(), terminal})
  } catch {
    // The program works without, and begins a little later.
  } finally {
    await rm(out, {recursive: true, force: true})
  }
}

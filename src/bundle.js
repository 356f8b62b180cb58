// Compiles the program into .dist/, so that a run starts in a tenth of the time that reading four hundred modules takes:
// one script for the command line and its second thread, with the code that V8 makes of it, and modules for whoever
// imports the package. `npm ci` and `npm pack` call it (script "prepare"); without it, the TypeScript sources run.
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {build} from 'esbuild'
import Handlebars from 'handlebars'
import {parse as parseYaml} from 'yaml'
import {loadCompiled} from './load-program.js'

/** What finds its own files beside its code, and what others only ask for when they are used in ways that we do not. */
const external = ['@sparticuz/chromium', '@expo-google-fonts/*', 'subset-font', 'fonteditor-core', 'harfbuzzjs', 'tsx', 'esbuild', 'typescript', '@tootallnate/quickjs-emscripten']
const root = new URL('..', import.meta.url)
// Each constant is a text of JSON, in quotation marks.
const ahead = {
  templatesParsedAhead: JSON.stringify(JSON.stringify(await parseTemplates())),
  wordsReadAhead: JSON.stringify(JSON.stringify(await readWords())),
}
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
  define: ahead,
}
const program = await build({
  ...common,
  entryPoints: ['src/program.ts'],
  format: 'cjs',
  // Code that V8 kept has lost how to answer an `import()`: what stays outside is asked for with `require`.
  supported: {'dynamic-import': false},
  outExtension: {'.js': '.cjs'},
  define: {...common.define, 'import.meta.url': 'addressOfScript'},
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
for (const {path, text} of program.outputFiles) await writeFile(path, inAscii(text))
for (const {path, contents} of modules.outputFiles) await writeFile(path, contents)

// V8 drops code that has not run for a while. The flag is taken back before the code is kept: other flags refuse it.
setFlagsFromString('--no-flush-bytecode')
const {program: loaded, script} = loadCompiled()
await loaded.loadTasks()
await exercise(loaded)
setFlagsFromString('--flush-bytecode')
await writeFile(new URL('program.cache', folder), script.createCachedData())

/** The built-in templates with what Handlebars makes of them; of their places only the lines, which errors name. */
async function parseTemplates() {
  const texts = await textsIn('templates/', '.hbs')
  // White space was taken out by the parser already.
  const onlyLine = (key, value) => (key === 'loc' ? {start: {line: value.start.line}} : key.endsWith('trip') ? undefined : value)
  return texts.map((text) => [text, JSON.parse(JSON.stringify(Handlebars.parse(text), onlyLine))])
}

/** The built-in words of the interface, by the texts of their files. */
async function readWords() {
  const texts = await textsIn('templates/words/', '.yaml')
  return texts.map((text) => [text, parseYaml(text, {version: '1.2', schema: 'core'})])
}

async function textsIn(path, ending) {
  const folder = new URL(path, root)
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
}

/**
 * The text is read, and kept by V8, in half the time and memory when it is of ASCII alone. esbuild escapes what stands in
 * strings; what is left stands in regular expressions, and in raw strings that such are made of.
 */
function inAscii(text) {
  // An escape of an escape would mean something else.
  const [escaped] = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.exec(text) ?? []
  if (escaped) throw new Error(`Unexpected ${escaped} in a regular expression: the backslash does nothing, take it out.`)
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

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

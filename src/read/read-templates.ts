import {VFile} from 'vfile'
import {z} from 'zod'
import {nearestName} from '../model/nearest-name.ts'
import {once} from '../model/once.ts'
import type {Words, WordsByLanguage} from '../model/words.ts'
import type {World} from '../model/world.ts'
import {report} from '../report/report.ts'
import {checkYaml} from './check-yaml.ts'
import {decodeText} from './decode-text.ts'
import {largestFileBytes, reportRefusal} from './refusals.ts'

/** Templates, styles and words as plain data. */
export interface Templates {
  /** Handlebars by name, without `.hbs`. */
  readonly templates: ReadonlyMap<string, string>
  /** CSS by name, without `.css`. */
  readonly styles: ReadonlyMap<string, string>
  /** Scripts by name, without `.js`. Built-in ones alone: no script of a source runs. */
  readonly scripts: ReadonlyMap<string, string>
  /** Words of the interface by language tag; choose with `wordsFor`. */
  readonly words: WordsByLanguage
  /** Every file that was used, by path: of those with the same name the user's own, of words our own, which theirs add to. */
  readonly used: ReadonlyMap<string, string>
  /** The user's own files among them, with what is to be said of them. Paths are relative to the source folder. */
  readonly own: readonly VFile[]
}

/**
 * Reads the built-in `src/render/web/scripts/*.js`, `templates/*.hbs`, `styles/*.css` and `templates/words/*.yaml`, then those of the source folder: a
 * file of the same name there takes the place of ours, a file of words word by word.
 *
 * Reports, on the user's files, `read-template-name`, `read-words-fields`, `read-text-is-utf8` and what `readSources`
 * reports of a file that is not read.
 */
export async function readTemplates(world: World, folder: string): Promise<Templates> {
  const own: VFile[] = []
  const kinds = {templates: 'templates/*.hbs', styles: 'styles/*.css', words: 'templates/words/*.yaml'}
  const [scripts, ...overlaid] = await Promise.all([
    readMatching(world, world.packageFolder, 'src/render/web/scripts/*.js'),
    ...Object.values(kinds).map(pattern => readOverlaid(world, {folder, pattern, own})),
  ])
  const [templates, styles, wordFiles] = overlaid as [Overlaid, Overlaid, Overlaid]
  return {
    used: new Map([...usedOf(templates), ...usedOf(styles), ...pathsOf(wordFiles.builtIn), ...pathsOf(textsOf(scripts))]),
    templates: new Map([...templates.builtIn, ...templates.own].map(([name, {text}]) => [name, text])),
    styles: new Map([...styles.builtIn, ...styles.own].map(([name, {text}]) => [name, text])),
    scripts: new Map([...textsOf(scripts)].map(([name, {text}]) => [name, text])),
    words: readWords(wordFiles),
    own,
  }
}

function usedOf({builtIn, own}: Overlaid): [string, string][] {
  return [...pathsOf(builtIn), ...pathsOf(own)]
}

function pathsOf(files: ReadonlyMap<string, TextFile>): [string, string][] {
  return [...files.values()].map(({file, text}) => [file.path, text])
}

interface Overlaid {
  readonly builtIn: ReadonlyMap<string, TextFile>
  readonly own: ReadonlyMap<string, TextFile>
}

interface TextFile {
  readonly text: string
  readonly file: VFile
}

async function readOverlaid(
  world: World,
  {folder, pattern, own}: {folder: string; pattern: string; own: VFile[]},
): Promise<Overlaid> {
  const builtIn = await readMatching(world, world.packageFolder, pattern)
  // A source folder may hold this package, as its own checkout does: then nothing is replaced.
  if (folder === world.packageFolder) return {builtIn: textsOf(builtIn), own: new Map()}
  const found = await readMatching(world, folder, pattern)
  own.push(...found.values())
  if (!pattern.includes('words')) for (const [name, file] of found) checkName(file, name, builtIn)
  return {builtIn: textsOf(builtIn), own: textsOf(found)}
}

async function readMatching(world: World, root: string, pattern: string): Promise<Map<string, VFile>> {
  const [path = '', extension = ''] = pattern.split('/*')
  const found = new Map<string, VFile>()
  const listed = await world.disk.list(root, path)
  if (!listed.ok) {
    if (listed.why !== 'missing') found.set('', refused(path, root, listed))
    return found
  }
  for (const {name} of listed.entries) {
    if (!name.endsWith(extension) || name.startsWith('.')) continue
    const read = await world.disk.read(root, `${path}/${name}`, largestFileBytes)
    const file = read.ok ? new VFile({path: `${path}/${name}`, cwd: root, value: read.bytes}) : refused(`${path}/${name}`, root, read)
    found.set(name.slice(0, -extension.length), file)
  }
  return found
}

function refused(path: string, cwd: string, answer: Parameters<typeof reportRefusal>[1]): VFile {
  const file = new VFile({path, cwd})
  reportRefusal(file, answer)
  return file
}

function textsOf(files: ReadonlyMap<string, VFile>): Map<string, TextFile> {
  const texts = new Map<string, TextFile>()
  for (const [name, file] of files) {
    const text = file.value === undefined ? undefined : decodeText(file)
    if (text !== undefined) texts.set(name, {text, file})
  }
  return texts
}

/** A name of one's own is fine, for a partial; a name that is nearly one of ours is a slip. */
function checkName(file: VFile, name: string, builtIn: ReadonlyMap<string, VFile>): void {
  const near = builtIn.has(name) ? undefined : nearestName(name, builtIn.keys())
  if (near === undefined) return
  report(file, 'read-template-name', `Unexpected name “${name}”, which replaces nothing, expected the name of a built-in file`, {
    hint: `Did you mean “${near}”?`,
    expected: [...builtIn.keys()],
  })
}

const wordsSchema = z.record(z.string(), z.string({error: 'text'}), {error: 'a text for each name'})

/** Our own words are read when they are asked for: a dossier has one language. */
function readWords({builtIn, own}: Overlaid): WordsByLanguage {
  const ours = new Map([...builtIn].map(([tag, file]) => [tag, once(() => readWordFile(file))]))
  const theirs = new Map([...own].map(([tag, file]) => [tag, readWordFile(file)]))
  const known = new Set(theirs.size > 0 ? [...ours.values()].flatMap(read => Object.keys(read())) : [])
  for (const [tag, words] of theirs) {
    for (const name of Object.keys(words).filter(name => !known.has(name))) reportWord(own.get(tag)?.file as VFile, name, known)
  }
  return {get: tag => (ours.has(tag) || theirs.has(tag) ? {...ours.get(tag)?.(), ...theirs.get(tag)} : undefined)}
}

/** The built-in words as they were read when the program was compiled, by the texts of their files, as JSON. */
declare const wordsReadAhead: string | undefined

const wordsAhead = once(() => new Map(typeof wordsReadAhead === 'string' ? (JSON.parse(wordsReadAhead) as [string, Words][]) : []))

function readWordFile({file, text}: TextFile): Words {
  const rule = 'read-words-fields'
  return wordsAhead().get(text) ?? checkYaml(file, {schema: wordsSchema, text, syntaxRule: rule, fieldsRule: rule})?.data ?? {}
}

function reportWord(file: VFile, name: string, known: ReadonlySet<string>): void {
  const near = nearestName(name, known)
  report(file, 'read-words-fields', `Unexpected word “${name}”, expected the name of one that is used`, {
    hint: near === undefined ? 'Take it out.' : `Did you mean “${near}”?`,
  })
}

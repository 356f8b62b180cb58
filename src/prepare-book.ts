import {VFile} from 'vfile'
import {unfoldClipping} from './import-sources.ts'
import {auditInputs, type AuditedInputs} from './audit-inputs.ts'
import {gatherInputs} from './gather-inputs.ts'
import {layOutBook} from './layout/lay-out-book.ts'
import type {Book} from './model/book.ts'
import type {Dossier} from './model/dossier.ts'
import {digestOf, hashFile, type InputFile} from './model/input-file.ts'
import {mailHeaders} from './model/mail/mail-headers.ts'
import type {NamedFile} from './model/named-file.ts'
import {once} from './model/once.ts'
import type {Settings} from './model/settings.ts'
import {lackingWords, wordsFor, type WordsByLanguage} from './model/words.ts'
import type {World} from './model/world.ts'
import {transforms} from './normalize/transforms.ts'
import {manyBytes, readDrafts} from './read-drafts.ts'
import {findUnread} from './read/find-unread.ts'
import {findEdits} from './read/find-edits.ts'
import {readLists} from './read/read-lists.ts'
import {readOwnFiles} from './read/read-own-files.ts'
import {readPictures} from './read/read-pictures.ts'
import {readSettings} from './read/read-settings.ts'
import {readSources} from './read/read-sources.ts'
import {readTemplates} from './read/read-templates.ts'
import {countFaults} from './report/faults.ts'
import {report} from './report/report.ts'
import {reportInternal} from './report/report-internal.ts'
import {resolveDossier} from './resolve/resolve-dossier.ts'
import {widenRedactions} from './resolve/widen-redactions.ts'

/** What a Book is made from. */
export interface PrepareInput {
  readonly world: World
  /** A source folder, or one Markdown file that is a dossier of its own; absolute. */
  readonly folder: string
  /** Where outputs go; absolute. What lies there is no source. Default: nowhere. */
  readonly out?: string | undefined
  readonly onProgress?: ((progress: {readonly stage: string}) => void) | undefined
}

/** A build as far as its Book, which is `undefined` when there are errors. */
export interface Prepared {
  readonly folder: string
  readonly isUnfolded: boolean
  /** Every file read, with its messages; outputs join them. */
  readonly files: VFile[]
  readonly settings: Settings
  readonly settingsFile: VFile
  readonly templates: ReadonlyMap<string, string>
  readonly styles: ReadonlyMap<string, string>
  readonly scripts: ReadonlyMap<string, string>
  /** Files of templates, styles, scripts and words by path. */
  readonly used: ReadonlyMap<string, string>
  readonly dossier?: Dossier
  readonly book?: Book
  /** What the dossier was made from. */
  readonly inputs?: readonly InputFile[]
  /** Holds the sources against the book, and the originals against the sources, once; what differs is put on the files. `undefined`: it broke off, as they say too. */
  readonly audit?: () => AuditedInputs | undefined
}

/** Sources to Book. Stops after the stage that finds an error. */
export async function prepareBook({world, folder, out, onProgress}: PrepareInput): Promise<Prepared> {
  onProgress?.({stage: 'read'})
  const read = await readSources(world, folder)
  const size = read.files.reduce((sum, {value}) => sum + (value?.length ?? 0), 0)
  const thread = size >= manyBytes ? world.startThread?.() : undefined
  // A file that was named itself: its folder is not what was asked for.
  const sources = read.folder === folder ? {...read, isUnfolded: false} : unfoldClipping(read)
  const given = readSettings(sources.settings, [mailHeaders, ...transforms.map((one) => one.id)])
  const {scripts, words, own, used, ...texts} = await readTemplates(world, sources.folder)
  const {templates, styles, named} = await readOwnFiles(world, sources.folder, {...texts, own})
  const settingsFile = sources.settings ?? new VFile({path: 'dossier.yaml', cwd: sources.folder})
  const lists = readLists(sources.lists)
  const files = [...sources.files, ...sources.troubled, ...sources.lists, ...own, settingsFile]
  const base = {folder: sources.folder, isUnfolded: sources.isUnfolded, files, settings: given, settingsFile, templates, styles, scripts, used}

  onProgress?.({stage: 'parse'})
  const {drafts, changes, tellNormalized} = await readDrafts(sources.files, given, thread)
  await thread?.end()
  const pictures = await readPictures(world, sources.folder, drafts)
  if (countFaults(files).others > 0) return base
  tellNormalized()

  onProgress?.({stage: 'resolve'})
  const settings = given.redactions ? {...given, redactions: widenRedactions(given.redactions, drafts, lists)} : given
  const prepared = {...base, settings}
  const originals = sources.originals.map(({path, value}) => hashFile(path, value ?? ''))
  const edits = findEdits(sources.originals, settings.edits ?? [], settingsFile)
  const dossier = resolveDossier({drafts, settings, edits, originals, pictures, changes, lists, named: [...own, ...named].flatMap(({path}) => path ?? []), ownPictures: picturesOf(named, own), file: settingsFile})
  const inputs = gatherInputs(sources, {own, named, pictures})
  const known = new Set([...inputs.map(({file}) => file), ...files.map(({path}) => path)])
  // A file that was named itself is a dossier of its own: what lies beside it is not asked for.
  if (read.folder === folder) files.push(...await findUnread({world, folder, known, out}))
  if (countFaults(files).others > 0) return {...prepared, dossier, inputs}

  tellLackingWords(words, dossier.language, settingsFile)
  onProgress?.({stage: 'lay out'})
  const digest = digestOf(inputs.map(({file, bytes}) => hashFile(file, bytes)))
  const attachments = settings.attachments === 'sources' ? inputs : []
  const book = layOutBook({dossier, templates, words: wordsFor(words, dossier.language), digest, attachments, named, redactions: settings.redactions ?? [], file: settingsFile, own})
  if (!book || countFaults(files).others > 0) return {...prepared, dossier, inputs, ...(book && {book})}
  const hasOwnTemplates = own.some(({path}) => /^templates\/.*\.hbs$/.test(path))
  const audit = once(() => {
    try {
      return auditInputs({dossier, book, files, drafts, sources, settings, edits, hasOwnTemplates})
    } catch (error) {
      return reportInternal(settingsFile, 'verify-comes-to-end', error)
    }
  })
  return {...prepared, dossier, inputs, book, audit}
}

function picturesOf(named: readonly NamedFile[], own: readonly VFile[]): {file: VFile; line: number; name: string}[] {
  return named.flatMap(({source, line, path, name, type}) => {
    const file = own.find((one) => one.path === source)
    return file && type.startsWith('image/') ? [{file, line, name: path ?? name}] : []
  })
}

/** Reports `read-language-has-words` where the interface is in another language than the dossier. */
function tellLackingWords(words: WordsByLanguage, language: string, file: VFile): void {
  const used = lackingWords(words, language)
  if (used === undefined) return
  report(file, 'read-language-has-words', `Unexpected language “${language}”, which the interface has no words in, expected one with a file in templates/words: the words are “${used}”`, {
    hint: `Write them in templates/words/${language}.yaml, or choose another language in dossier.yaml.`,
  })
}

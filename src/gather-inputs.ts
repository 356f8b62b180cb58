import type {VFile} from 'vfile'
import type {InputFile} from './model/input-file.ts'
import type {NamedFile} from './model/named-file.ts'
import type {ShownPicture} from './model/picture.ts'
import type {Sources} from './read/read-sources.ts'

/**
 * Every file of the source folder that a dossier is made from, each once: sources, settings, templates and styles of its
 * own with the files that they name, originals, pictures.
 */
export function gatherInputs(sources: Sources, {own, named, pictures}: OwnInputs): InputFile[] {
  const files = [
    ...sources.files.map((file) => inputOf(file, 'source')),
    ...(sources.settings ? [inputOf(sources.settings, 'settings')] : []),
    ...sources.lists.map((file) => inputOf(file, 'settings')),
    ...own.map((file) => inputOf(file, file.path.startsWith('styles/') ? 'style' : 'template')),
    ...sources.originals.map((file) => inputOf(file, 'original')),
    ...[...named, ...pictures].flatMap(({path, bytes}): InputFile[] => (path === undefined ? [] : [{file: path, kind: 'picture', bytes}])),
  ]
  return [...new Map(files.map((one) => [one.file, one])).values()]
}

/** What is read beside the sources. */
export interface OwnInputs {
  /** Templates and styles of the source folder. */
  readonly own: readonly VFile[]
  /** What they name. */
  readonly named: readonly NamedFile[]
  readonly pictures: readonly ShownPicture[]
}

function inputOf({path, value}: VFile, kind: InputFile['kind']): InputFile {
  return {file: path, kind, bytes: typeof value === 'string' ? Buffer.from(value) : (value ?? new Uint8Array())}
}

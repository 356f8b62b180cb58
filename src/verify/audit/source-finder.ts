import type {VFile} from 'vfile'
import type {Chapter} from '../../model/book.ts'
import type {Dossier} from '../../model/dossier.ts'
import type {Place} from '../../model/place.ts'

/** Where a chapter comes from: the file to complain about, and the place in it. `undefined` for what the program makes. */
export type SourceOf = (chapter: Chapter) => {readonly file: VFile; readonly place?: Place} | undefined

/** Finds the sources of chapters among the files of a build. */
export function sourceFinder({articles, exhibits}: Dossier, files: readonly VFile[]): SourceOf {
  const places = new Map([...articles, ...exhibits].map(({id, source}) => [id, source]))
  return ({id}) => {
    const place = places.get(id)
    const file = place && files.find(({path}) => path === place.file)
    return file && {file, place}
  }
}

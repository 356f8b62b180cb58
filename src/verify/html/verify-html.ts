import type {VFile} from 'vfile'
import type {FileContent} from '../../model/world.ts'
import type {EditionExpectations} from '../editions.ts'
import {verifyPublication} from '../publication/verify-publication.ts'

/** Reads `html/` back; reports what {@link verifyPublication} reports. */
export async function verifyHtml(files: readonly FileContent[], expectations: EditionExpectations, file: VFile): Promise<void> {
  verifyPublication(files.map(({path, content}) => ({path: path.replace(/^html\//, ''), content})), expectations, file)
}

import type {FileContent} from '../../model/world.ts'
import type {EditionInput} from '../editions.ts'
import {makePublication} from './make-publication.ts'

/** Book to `html/`: exactly the files that go into the EPUB, for browsers and for those who make e-books of their own. */
export async function renderHtml(input: EditionInput): Promise<readonly FileContent[]> {
  return (await makePublication(input)).map(({path, content}) => ({path: `html/${path}`, content}))
}

import type {FileContent} from '../../model/world.ts'
import type {EditionInput} from '../editions.ts'
import {packageFile} from '../html/find-anchors.ts'
import {makePublication} from '../html/make-publication.ts'
import {writeXml, xmlElement} from '../html/write-xml.ts'
import {zipFiles} from './zip-files.ts'

/** Folder of the publication within the container. */
const folder = 'EPUB'

/** Book to `dossier.epub`: the files of the publication in their container (EPUB 3.3 §4). */
export async function renderEpub(input: EditionInput): Promise<readonly FileContent[]> {
  const files = await makePublication(input)
  const content = zipFiles([
    {path: 'META-INF/container.xml', content: containerDocument()},
    ...files.map(({path, content}) => ({path: `${folder}/${path}`, content})),
  ])
  return [{path: 'dossier.epub', content}]
}

/** Says where the package document is. */
function containerDocument(): string {
  return writeXml({type: 'root', children: [xmlElement('container', {version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container'}, [
    xmlElement('rootfiles', {}, [xmlElement('rootfile', {'full-path': `${folder}/${packageFile}`, 'media-type': 'application/oebps-package+xml'})]),
  ])]})
}

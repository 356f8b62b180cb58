import {unzipSync} from 'fflate'
import type {VFile} from 'vfile'
import type {FileContent} from '../../model/world.ts'
import {report} from '../../report/report.ts'
import type {EditionExpectations} from '../editions.ts'
import {packagePath} from '../publication/read-package.ts'
import {readPublication} from '../publication/read-publication.ts'
import {verifyPublication} from '../publication/verify-publication.ts'

/** Where the container document is (EPUB 3.3 §4.2.6.3.1). */
const containerPath = 'META-INF/container.xml'

/** Reads the e-book back from its container; reports `verify-epub-container` and what {@link verifyPublication} reports. */
export async function verifyEpub([one]: readonly FileContent[], expectations: EditionExpectations, file: VFile): Promise<void> {
  if (!one || typeof one.content === 'string') return
  const entries = unzip(one.content)
  if (!entries) return void report(file, 'verify-epub-container', 'Unexpected content of the e-book, expected a zip that can be read')
  const {documents} = readPublication(entries.filter(({path}) => path === containerPath))
  const rootPath = documents.get(containerPath)?.elements.find(({name}) => name === 'rootfile')?.attributes['full-path']
  const folder = typeof rootPath === 'string' && rootPath.endsWith(packagePath) ? rootPath.slice(0, -packagePath.length) : undefined
  for (const trouble of containerTroubles(one.content, entries, folder)) report(file, 'verify-epub-container', trouble)
  const within = entries.filter(({path}) => folder !== undefined && path.startsWith(folder)).map(({path, content}) => ({path: path.slice(folder?.length), content}))
  verifyPublication(within, expectations, file)
}

function unzip(bytes: Uint8Array): FileContent[] | undefined {
  try {
    return Object.entries(unzipSync(bytes)).map(([path, content]) => ({path, content}))
  } catch {
    return undefined
  }
}

/** `mimetype` is the first entry and stored as it is, so that 58 bytes tell what the file is (EPUB 3.3 §4.3.3). */
function containerTroubles(bytes: Uint8Array, entries: readonly FileContent[], folder: string | undefined): string[] {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 58))
  const isMarked = start.toString('latin1', 30) === 'mimetypeapplication/epub+zip' && start.readUInt16LE(8) === 0
  const strangers = entries.filter(({path}) => path !== 'mimetype' && path !== containerPath && !(folder !== undefined && path.startsWith(folder)))
  return [
    ...(isMarked ? [] : ['Unexpected beginning of the e-book, expected its type first, stored']),
    ...(folder === undefined ? ['Unexpected container document, expected one that names the package document'] : []),
    ...strangers.map(({path}) => `Unexpected file ${path} in the container, expected the publication alone`),
  ]
}

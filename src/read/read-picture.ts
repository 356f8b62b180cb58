import {createHash} from 'node:crypto'
import {posix} from 'node:path'
import type {VFile} from 'vfile'
import {pathInside} from '../model/path-inside.ts'
import type {ShownPicture} from '../model/picture.ts'
import type {Read, World} from '../model/world.ts'
import type {Details} from '../report/report.ts'
import {report} from '../report/report.ts'
import {breaksOff} from './picture-end.ts'
import {readPictureHeader, type PictureHeader} from './picture-header.ts'

/** Largest picture in bytes: 20 MiB. */
export const largestPictureBytes = 20 * 1024 * 1024
/** Largest picture in pixels: decoded it takes four bytes for each. */
export const largestPicturePixels = 50_000_000

/** A picture that a source shows. */
export interface PictureReference {
  /** As it stands in the source: a path from the source's own folder, or an address. */
  readonly reference: string
  /** The source that shows it. */
  readonly file: VFile
  readonly place?: Details['place']
  /** Path within the source folder, where it is known already. Default: as the reference says. */
  readonly path?: string
  /** What messages call it. Default: the reference, shortened. */
  readonly shown?: string
  /** The source was imported: a picture that did not come along is no mistake of the editor's. Default: false. */
  readonly isImported?: boolean
}

/**
 * Reads a picture of the source folder. Nothing is fetched and nothing decoded; `data:` addresses with base64 count as
 * files.
 *
 * Reports `read-picture-is-local`, `read-picture-came-along`, `read-picture-inside`, `read-picture-exists`, `read-picture-size`,
 * `read-picture-format`, `read-picture-is-whole`.
 *
 * @returns `undefined` when there is no picture to print; a message says why.
 */
export async function readPicture(world: World, folder: string, wanted: PictureReference): Promise<ShownPicture | undefined> {
  const {file, place} = wanted
  const shown = wanted.shown ?? shorten(wanted.reference)
  const located = wanted.path ?? locate(wanted)
  if (located === 'remote') {
    const hint = 'Save the picture in the source folder and name that file.'
    return void report(file, 'read-picture-is-local', `Unexpected address ${shown} of a picture, expected a file of the source folder`, {place, hint})
  }
  if (located === 'outside') {
    if (wanted.isImported === true) return void reportLeftBehind(wanted, 'its path leads out of the source folder')
    const hint = 'Copy it into the source folder.'
    return void report(file, 'read-picture-inside', `Unexpected way ${shown} out of the source folder, expected a picture in it`, {place, hint})
  }
  const read = typeof located === 'string' ? await world.disk.read(folder, located, largestPictureBytes) : located
  if (!read.ok) return void reportUnread(wanted, read)
  const header = readPictureHeader(read.bytes)
  const isCut = breaksOff(read.bytes)
  if (!header && !isCut) {
    const hint = 'Save it again as PNG or JPEG.'
    return void report(file, 'read-picture-format', `Unexpected content of ${shown}, expected a sound PNG, JPEG, WebP or GIF`, {place, hint})
  }
  if (header && header.width * header.height > largestPicturePixels) {
    const reason = `Unexpected picture ${shown} of ${header.width} × ${header.height} pixels, expected at most ${largestPicturePixels}`
    return void report(file, 'read-picture-size', reason, {place, hint: 'Make the picture smaller.'})
  }
  if (!header || isCut) {
    const hint = 'It breaks off before its end: copy it again from where it came, or save the picture anew.'
    return void report(file, 'read-picture-is-whole', `Unexpected end of ${shown} after ${read.bytes.length} bytes, expected a whole picture`, {place, hint})
  }
  return {source: file.path, reference: wanted.reference, name: nameOf(read.bytes, header), ...(typeof located === 'string' && {path: located}), ...header, bytes: read.bytes}
}

function nameOf(bytes: Uint8Array, {type}: PictureHeader): string {
  const extension = type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length)
  return `picture-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`
}

/** A path inside the source folder, the content of a `data:` address, or what else the reference is. */
function locate({reference, file}: PictureReference): string | Extract<Read, {ok: true}> | 'remote' | 'outside' {
  const data = /^data:image\/[a-z+]+;base64,([A-Za-z0-9+/=\s]*)$/i.exec(reference)
  if (data) return {ok: true, bytes: Buffer.from(data[1] ?? '', 'base64')}
  if (/^(https?:|\/\/)/i.test(reference)) return 'remote'
  // Any other scheme (`file:`), and a drive letter.
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) return 'outside'
  const path = decodePercent(reference.replace(/[?#].*$/s, ''))
  if (pathInside(path) === undefined && !path.startsWith('..')) return 'outside'
  return pathInside(posix.join(posix.dirname(file.path), path)) ?? 'outside'
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function reportUnread({reference, file, place, isImported, shown = shorten(reference)}: PictureReference, read: Exclude<Read, {ok: true}>): void {
  if (read.why === 'too-large') {
    const reason = `Unexpected picture ${shown} of ${read.says}, expected at most ${largestPictureBytes} (20 MiB)`
    report(file, 'read-picture-size', reason, {place, hint: 'Make the picture smaller.'})
  } else if (read.why === 'outside') {
    const reason = `Unexpected way ${shown} out of the source folder, expected a picture in it: ${read.says}`
    report(file, 'read-picture-inside', reason, {place, hint: 'Copy it into the source folder.'})
  } else if (read.why === 'missing' && isImported === true) {
    reportLeftBehind({reference, file, place}, read.says)
  } else {
    const hint = `Its path is meant from the folder of ${file.basename ?? 'the source'}${/^(?:styles|templates)\//.test(file.path) ? ', or from the source folder' : ''}.`
    report(file, 'read-picture-exists', `Unexpected name ${shown}, expected a picture that is there: ${read.says}`, {place, hint})
  }
}

/** Of a page that was clipped only the text came: the name is printed in its place, as the address of one from the web. */
function reportLeftBehind({reference, file, place}: PictureReference, says: string): void {
  const hint = 'Its name is printed in its place: save the picture in the source folder and name that file.'
  report(file, 'read-picture-came-along', `Unexpected name ${shorten(reference)} in an imported text, expected a picture that is there: ${says}`, {place, hint})
}

function shorten(reference: string): string {
  return reference.length > 72 ? `${reference.slice(0, 72)}…` : reference
}

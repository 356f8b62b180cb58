import {createHash} from 'node:crypto'
import {posix} from 'node:path'
import {defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes} from 'parse5'
import type {VFile} from 'vfile'
import {attributeFault, elementFault} from '../model/loading-markup.ts'
import {namedFolder, type NamedFile} from '../model/named-file.ts'
import {pathInside} from '../model/path-inside.ts'
import {looksOutside, plainAddress, readStyleAddresses} from '../model/style-addresses.ts'
import type {World} from '../model/world.ts'
import {report} from '../report/report.ts'
import {largestPictureBytes, readPicture} from './read-picture.ts'

/** An address in a template or style sheet of one's own. */
export interface NamedAddress {
  readonly file: VFile
  readonly address: string
  readonly line: number
}

/**
 * Reads a file that a template or style sheet names: a picture, a drawing (SVG) that loads nothing, a font. Its path is
 * meant from the folder of the file that names it or, where nothing is there, from the source folder.
 *
 * Reports `read-own-file-stands-alone` for an address that is no file of the source folder, and what {@link readPicture}
 * reports.
 */
export async function readNamedFile(world: World, folder: string, named: NamedAddress): Promise<NamedFile | undefined> {
  const {file, line} = named
  const place = {file: file.path, line}
  const address = plainAddress(named.address)
  const data = /^data:/i.test(address) ? readData(address) : undefined
  if (!data && (looksOutside(address) || address === '')) {
    return void report(file, 'read-own-file-stands-alone', `Unexpected address ${shorten(address) || 'without a name'}, expected a file of the source folder`, {place, hint: 'Save it in the source folder and name that file: outputs ask for nothing from elsewhere.'})
  }
  const path = data ? undefined : await findPath(world, folder, named)
  const bytes = data?.bytes ?? await bytesOf(world, folder, path)
  const known = bytes && fontType(bytes) || bytes && isDrawing(bytes) && 'image/svg+xml'
  const common = {source: file.path, line, ...(path !== undefined && {path})}
  if (bytes && known) {
    const fault = known === 'image/svg+xml' ? drawingFault(bytes) : undefined
    if (fault !== undefined) return void report(file, 'read-own-file-stands-alone', `Unexpected ${fault} in ${shorten(address)}, expected a drawing that loads nothing and runs nothing`, {place, hint: 'Save it as PNG.'})
    return {...common, name: nameOf(bytes, known), type: known, bytes}
  }
  // Base64 is what pictures are read from; other ways to write it were resolved above.
  const reference = data ? `data:image/png;base64,${Buffer.from(data.bytes).toString('base64')}` : address
  const picture = await readPicture(world, folder, {reference, file, place, ...(path !== undefined && {path}), shown: shorten(address)})
  return picture && {...common, name: `${namedFolder}${picture.name}`, type: picture.type, bytes: picture.bytes}
}

/** The content of a `data:` address (RFC 2397); `undefined` where its percent signs or its base64 cannot be read. */
function readData(address: string): {readonly bytes: Uint8Array} | undefined {
  const [, base64, content = ''] = /^data:[^,]*?(;\s*base64\s*)?,([^]*)$/i.exec(address) ?? []
  try {
    // A fragment is none of the content.
    const plain = decodeURIComponent(content.replace(/#[^]*$/, ''))
    return {bytes: base64 === undefined ? Buffer.from(plain, 'utf8') : Buffer.from(plain.replace(/\s+/g, ''), 'base64')}
  } catch {
    return {bytes: new Uint8Array()}
  }
}

/** Where a file is: beside the one that names it, else from the source folder; the former where it is nowhere. */
async function findPath(world: World, folder: string, {file, address}: NamedAddress): Promise<string | undefined> {
  const written = decodePercent(plainAddress(address).replace(/[?#][^]*$/, ''))
  const beside = pathInside(posix.join(posix.dirname(file.path), written))
  const below = pathInside(written)
  for (const path of [beside, below]) if (path !== undefined && path !== '' && (await world.disk.kindOf(posix.join(folder, path))) === 'file') return path
  return beside ?? below
}

async function bytesOf(world: World, folder: string, path: string | undefined): Promise<Uint8Array | undefined> {
  if (path === undefined) return undefined
  const read = await world.disk.read(folder, path, largestPictureBytes)
  return read.ok ? read.bytes : undefined
}

/** By the first four bytes (OpenType §Table directory, WOFF §4, WOFF2 §4.1). */
function fontType(bytes: Uint8Array): string | undefined {
  const first = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return ({wOF2: 'font/woff2', wOFF: 'font/woff', OTTO: 'font/otf', true: 'font/ttf', '\0\x01\0\0': 'font/ttf'} as Record<string, string>)[first]
}

function isDrawing(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('utf8'))
}

/** What a drawing would load or run. Read as HTML reads it, which sees no less than XML does, entities aside. */
function drawingFault(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('utf8')
  if (/<!ENTITY|<\?xml-stylesheet/i.test(text)) return 'entity or style sheet of its own'
  const faults: string[] = []
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!tree.isElementNode(node)) return
    if (node.tagName === 'style') {
      const words = node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('')
      const {addresses, faults: found} = readStyleAddresses(words)
      if (found.length > 0 || addresses.some(({address}) => !address.startsWith('#'))) faults.push('address in its styles')
    } else {
      const fault = elementFault(node.tagName)
      if (fault) faults.push(fault.says)
    }
    for (const {name, value, prefix} of node.attrs) {
      const full = prefix ? `${prefix}:${name}` : name
      const fault = full === 'style' ? styleFault(value) : attributeFault(node.tagName, full, value)
      if (fault) faults.push(fault.says)
    }
    node.childNodes.forEach(walk)
  }
  parseFragment(text).childNodes.forEach(walk)
  return faults[0]
}

function styleFault(value: string): {says: string} | undefined {
  const {addresses, faults} = readStyleAddresses(value)
  return faults.length > 0 || addresses.some(({address}) => !address.startsWith('#')) ? {says: 'address in its styles'} : undefined
}

function nameOf(bytes: Uint8Array, type: string): string {
  const [kind = '', form = ''] = type.split('/')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return `${namedFolder}${kind === 'font' ? 'font' : 'picture'}-${hash}.${form.replace('svg+xml', 'svg')}`
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function shorten(address: string): string {
  return address.length > 72 ? `${address.slice(0, 72)}…` : address
}

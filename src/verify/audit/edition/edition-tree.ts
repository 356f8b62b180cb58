import {unzipSync} from 'fflate'
import type {Nodes as HastNodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Nodes as XastNodes} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import type {FileContent} from '../../../model/world.ts'

/** An element or a text of an output, whatever language it is written in. */
export interface TreeNode {
  /** Empty for a text. */
  readonly tag: string
  readonly text: string
  readonly id: string
  readonly classes: readonly string[]
  readonly role: string
  /** Where a link leads; empty for what is none. */
  readonly href: string
  /** Alternative text of a picture. */
  readonly alt: string
  /** Printed page that begins here, as a mark names it. */
  readonly folio: string
  readonly children: readonly TreeNode[]
}

/** A file with text of the book: its path and its body. */
export interface TextFile {
  readonly path: string
  readonly body: TreeNode
}

/**
 * The files of an edition that have text of the book, in the order in which they are read. What cannot be read has no
 * text: the audit then misses it.
 */
export function readTextFiles(files: readonly FileContent[]): TextFile[] {
  const [first] = files
  if (files.length === 1 && first?.path.endsWith('.epub')) return publicationFiles(unzipped(first.content))
  if (files.some(({path}) => path.endsWith('.opf'))) return publicationFiles(files)
  return files.filter(({path}) => path.endsWith('.html')).map(({path, content}) => ({path, body: bodyOf(fromHast(fromHtml(textOf(content))))}))
}

function unzipped(content: FileContent['content']): FileContent[] {
  try {
    return Object.entries(unzipSync(typeof content === 'string' ? Buffer.from(content) : content)).map(([path, bytes]) => ({path, content: bytes}))
  } catch {
    return []
  }
}

/** Files of a publication in the order of its spine (EPUB 3.3 §5.7). */
function publicationFiles(files: readonly FileContent[]): TextFile[] {
  const byPath = new Map(files.map(({path, content}) => [path, content]))
  const root = files.find(({path}) => path.endsWith('.opf'))
  const opf = root && xmlOf(root.content)
  if (!root || !opf) return []
  const folder = root.path.slice(0, root.path.lastIndexOf('/') + 1)
  const items = new Map<string, string>()
  const spine: string[] = []
  const walk = (node: XastNodes): void => {
    if (node.type === 'element' && node.name === 'item') items.set(String(node.attributes['id']), decodeURIComponent(String(node.attributes['href'])))
    if (node.type === 'element' && node.name === 'itemref') spine.push(String(node.attributes['idref']))
    if ('children' in node) node.children.forEach(walk)
  }
  walk(opf)
  return spine.flatMap((id) => {
    const path = folder + (items.get(id) ?? '')
    const content = byPath.get(path)
    const tree = content === undefined ? undefined : xmlOf(content)
    return tree ? [{path, body: bodyOf(fromXast(tree))}] : []
  })
}

function xmlOf(content: FileContent['content']): XastNodes | undefined {
  try {
    return fromXml(textOf(content))
  } catch {
    return undefined
  }
}

function textOf(content: FileContent['content']): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

const nothing: TreeNode = {tag: '', text: '', id: '', classes: [], role: '', href: '', alt: '', folio: '', children: []}

function fromHast(node: HastNodes): TreeNode {
  if (node.type === 'text') return {...nothing, text: node.value}
  if (!('children' in node)) return nothing
  const children = node.children.map(fromHast)
  if (node.type !== 'element') return {...nothing, tag: 'root', children}
  const {className, id, role, href, alt, dataFolio} = node.properties
  return {tag: node.tagName, text: '', id: String(id ?? ''), classes: Array.isArray(className) ? className.map(String) : [], role: Array.isArray(role) ? role.join(' ') : String(role ?? ''), href: String(href ?? ''), alt: String(alt ?? ''), folio: String(dataFolio ?? ''), children}
}

function fromXast(node: XastNodes): TreeNode {
  if (node.type === 'text' || node.type === 'cdata') return {...nothing, text: node.value}
  if (!('children' in node)) return nothing
  const children = node.children.map(fromXast)
  if (node.type !== 'element') return {...nothing, tag: 'root', children}
  const {attributes} = node
  const isMark = String(attributes['epub:type'] ?? '') === 'pagebreak'
  return {
    tag: node.name.replace(/^.*:/, ''), text: '', id: String(attributes['id'] ?? ''), classes: String(attributes['class'] ?? '').split(/\s+/).filter(Boolean),
    role: String(attributes['role'] ?? ''), href: String(attributes['href'] ?? ''), alt: String(attributes['alt'] ?? ''), folio: isMark ? String(attributes['aria-label'] ?? '') : '', children,
  }
}

function bodyOf(root: TreeNode): TreeNode {
  const walk = (node: TreeNode): TreeNode | undefined => (node.tag === 'body' ? node : node.children.map(walk).find((one) => one !== undefined))
  return walk(root) ?? nothing
}

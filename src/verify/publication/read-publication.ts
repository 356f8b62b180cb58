import type {Element, Nodes, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {elementsIn} from '../../model/elements-in.ts'
import type {FileContent} from '../../model/world.ts'

/** An XML file, read. */
export interface XmlFile {
  readonly path: string
  readonly root: Root
  /** Every element, in order. */
  readonly elements: readonly Element[]
  /** Elements by `id`; of several with one id the first. */
  readonly byId: ReadonlyMap<string, Element>
  readonly repeatedIds: readonly string[]
}

/** The files of a publication, without their container. */
export interface Publication {
  /** Content by path, relative to the package document; what is only carried along is in it, and not read. */
  readonly files: ReadonlyMap<string, string | Uint8Array>
  /** XML files that could be read, by path. */
  readonly documents: ReadonlyMap<string, XmlFile>
  /** Why others could not, in words. */
  readonly unreadable: readonly string[]
}

/** Reads every XML file with a parser that takes nothing but well-formed XML 1.0. */
export function readPublication(contents: readonly FileContent[]): Publication {
  const files = new Map(contents.map(({path, content}) => [path, content]))
  const documents = new Map<string, XmlFile>()
  const unreadable: string[] = []
  for (const [path, content] of files) {
    if (!/\.(?:xhtml|opf|xml)$/.test(path) || isCarried(path)) continue
    try {
      documents.set(path, readXml(path, textOf(content)))
    } catch (error) {
      unreadable.push(`Unexpected XML in ${path}: ${reasonOf(error)}`)
    }
  }
  return {files, documents, unreadable}
}

/** The parser's own words stand behind those of the library that calls it. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
}

/** Whether a file is one of the sources, which the publication carries along and no chapter uses. */
export function isCarried(path: string): boolean {
  return path.startsWith('attachments/')
}

/** Text of a file, however it is held. */
export function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function readXml(path: string, text: string): XmlFile {
  const root = fromXml(text)
  const elements = elementsIn(root)
  const byId = new Map<string, Element>()
  const repeatedIds: string[] = []
  for (const element of elements) {
    const id = element.attributes['id']
    if (typeof id !== 'string') continue
    if (byId.has(id)) repeatedIds.push(id)
    else byId.set(id, element)
  }
  return {path, root, elements, byId, repeatedIds}
}

/** Whether an attribute that is a list of words has one. */
export function hasWord({attributes}: Element, attribute: string, word: string): boolean {
  return String(attributes[attribute] ?? '').split(/\s+/).includes(word)
}

/** All text beneath a node, as it stands. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

import type {Nodes} from 'hast'
import type {Book, Chapter} from '../../model/book.ts'
import {safeFiles, safeIds} from './safe-names.ts'

/** Where the anchors of a book are among the files of its chapters. */
export interface Anchors {
  /** File of a chapter: `exhibit-4.xhtml`. */
  fileOf(chapter: Chapter): string
  /** The anchor as it stands in its file. */
  idOf(anchor: string): string
  /** Address of an anchor, as a link of this chapter has it; `undefined` when nothing has this anchor. */
  hrefOf(anchor: string, from?: Chapter): string | undefined
}

/** Files that are no chapters. */
export const navigationFile = 'nav.xhtml'
export const packageFile = 'package.opf'

/** Finds every anchor. A note that several chapters call stands in each of them: links lead to the nearest. */
export function findAnchors({chapters}: Book): Anchors {
  const files = safeFiles(['nav', 'package'])
  const ids = safeIds()
  const within = new Map(chapters.map((chapter) => [chapter, anchorsOf(chapter)]))
  const first = new Map<string, Chapter>()
  for (const [chapter, anchors] of within) for (const anchor of anchors) if (!first.has(anchor)) first.set(anchor, chapter)
  const fileOf = ({id}: Chapter): string => `${files.nameOf(id)}.xhtml`
  chapters.forEach(fileOf)
  return {
    fileOf,
    idOf: (anchor) => ids.nameOf(anchor),
    hrefOf: (anchor, from) => {
      const place = `#${ids.nameOf(anchor)}`
      if (from && within.get(from)?.has(anchor)) return place
      const chapter = first.get(anchor)
      return chapter && `${fileOf(chapter)}${place}`
    },
  }
}

function anchorsOf({id, body, notes}: Chapter): Set<string> {
  const found = new Set([id])
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && node.properties['id'] !== undefined) found.add(String(node.properties['id']))
    if ('children' in node) node.children.forEach(walk)
  }
  walk(body)
  for (const note of notes) {
    found.add(note.id)
    note.children.forEach(walk)
  }
  return found
}

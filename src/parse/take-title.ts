import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {ArticleMeta} from '../model/source.ts'

/**
 * Settles the title of an article. A level-1 heading that is the title is taken out of the body, since the title is
 * printed from the frontmatter; an article without a title takes it from its first level-1 heading, else from the
 * name of its file.
 *
 * @param stem the file's name without its ending
 */
export function takeTitle(meta: ArticleMeta, tree: Root, stem: string): ArticleMeta {
  const index = tree.children.findIndex(node => {
    return node.type === 'heading' && node.depth === 1 && (meta.title === undefined || plain(toString(node)) === plain(meta.title))
  })
  const heading = tree.children[index]
  if (!heading) return meta.title === undefined ? {...meta, title: stem} : meta
  tree.children.splice(index, 1)
  return meta.title === undefined ? {...meta, title: plain(toString(heading)) || stem} : meta
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

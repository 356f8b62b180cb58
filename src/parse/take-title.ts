import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {ArticleMeta} from '../model/source.ts'

/** An article's frontmatter, and the line of the file in which its title stands. */
export interface Titled {
  readonly meta: ArticleMeta
  readonly titleLine?: number
}

/**
 * Settles the title of an article. A level-1 heading that is the title is taken out of the body, since the title is
 * printed from the frontmatter; an article without a title takes it from its first level-1 heading, else from the
 * name of its file.
 *
 * @param stem the file's name without its ending
 */
export function takeTitle({meta, titleLine}: Titled, tree: Root, stem: string): Titled {
  const index = tree.children.findIndex(node => {
    return node.type === 'heading' && node.depth === 1 && (meta.title === undefined || plain(toString(node)) === plain(meta.title))
  })
  const heading = tree.children[index]
  if (heading) tree.children.splice(index, 1)
  const lineOfTitle = titleLine ?? heading?.position?.start.line
  const title = meta.title ?? ((heading && plain(toString(heading))) || stem)
  return {meta: {...meta, title}, ...(lineOfTitle !== undefined && {titleLine: lineOfTitle})}
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

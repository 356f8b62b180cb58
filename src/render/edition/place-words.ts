import type {Book, Chapter} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import {hasClass, wordsIn} from './elements.ts'

/** Names of places for where there are no printed pages: an exhibit and which of its messages, an article. */
export function placeWordsOf({chapters, words}: Book): (anchor: string) => string {
  const articles = chapters.filter(({kind}) => kind === 'article')
  const names = new Map<string, string>()
  for (const chapter of chapters) {
    const name = nameOf(chapter, [words['part-article'] ?? chapter.title, ...(articles.length > 1 ? [articles.indexOf(chapter) + 1] : [])].join(' '))
    names.set(chapter.id, name)
    for (const one of elementsIn(chapter.body)) {
      const {id} = one.properties
      if (typeof id !== 'string' || names.has(id)) continue
      const heading = hasClass(one, 'message') ? one.children.find((child) => hasClass(child, 'message-title')) : undefined
      names.set(id, heading ? `${name} ${wordsIn(heading)}` : name)
    }
  }
  return (anchor) => names.get(anchor) ?? ''
}

function nameOf(chapter: Chapter, article: string): string {
  if (chapter.kind === 'article') return article
  const name = elementsIn(chapter.body).find((one) => hasClass(one, 'exhibit-name'))
  return name ? wordsIn(name) : chapter.title
}

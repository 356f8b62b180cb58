import type {Article} from '../model/dossier.ts'
import type {Chapter} from '../model/book.ts'
import type {Bench} from './bench.ts'
import {bodyToHast} from './body-to-hast.ts'

/** An article: its head from the template, its body as it stands. The first one starts the body of the book. */
export function articleChapter(bench: Bench, article: Article, index: number): Omit<Chapter, 'notes'> {
  const {words, dossier} = bench
  let count = 0
  const body = bodyToHast(article.body.children, {
    language: article.language,
    source: article.source.file,
    pictures: dossier.pictures,
    numberOf: bench.numberOf,
    headingId: () => `${article.id}-heading-${++count}`,
    topLevel: 2,
    pictureMissing: words['picture-missing'] ?? '',
  })
  const view = {
    id: article.id,
    titleId: `${article.id}-title`,
    title: article.title,
    author: article.author ?? '',
    published: article.published?.asPrinted ?? '',
    place: article.place ?? '',
    link: article.link ?? '',
  }
  return {
    id: article.id,
    kind: 'article',
    part: 'body',
    runningHead: {part: words['part-article'] ?? '', chapter: article.title},
    starts: index === 0 ? 'right' : 'next',
    language: article.language,
    title: article.title,
    body: bench.fill('article', view, {body}),
  }
}

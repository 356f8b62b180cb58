import type {Chapter} from '../model/book.ts'
import type {Bench} from './bench.ts'
import {collectNavigation} from './collect-navigation.ts'

/** Contents to the second level: chapters and the headings right under them, each with its page. */
export function contentsChapter(bench: Bench, chapters: readonly Omit<Chapter, 'notes'>[]): Omit<Chapter, 'notes'> {
  const title = bench.words['contents'] ?? ''
  const entries = chapters.flatMap((chapter) => collectNavigation(chapter).map((item) => ({
    id: item.id,
    title: item.title,
    kind: chapter.kind,
    part: chapter.part,
    entries: chapter.kind === 'article' ? item.children.map(({id, title}) => ({id, title})) : [],
  })))
  return {
    id: 'contents',
    kind: 'contents',
    part: 'front',
    runningHead: {part: bench.dossier.title, chapter: title},
    starts: 'next',
    language: bench.dossier.language,
    title,
    body: bench.fill('contents', {title, entries}),
  }
}

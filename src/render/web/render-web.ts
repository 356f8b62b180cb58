import type {ElementContent} from 'hast'
import type {Book} from '../../model/book.ts'
import {outputs} from '../../model/outputs.ts'
import type {FileContent} from '../../model/world.ts'
import type {EditionInput} from '../editions.ts'
import {prepareFonts, type Fonts} from '../fonts/prepare-fonts.ts'
import {chapterSection, contentsNavigation, type Bench} from './chapter-section.ts'
import {wordsIn} from '../edition/elements.ts'
import type {PlaceNames} from '../edition/fill-pages.ts'
import {linkLists} from '../edition/link-lists.ts'
import {foliosOf, markPages} from '../edition/page-places.ts'
import {placeWordsOf} from '../edition/place-words.ts'
import {webDocument} from './web-document.ts'
import {webFrame} from './web-frame.ts'

/** Book to `dossier.html`: one file that needs nothing else, good without its script and better with it. */
export async function renderWeb({book, styles, scripts, fontCache, pages = []}: EditionInput): Promise<readonly FileContent[]> {
  const {words} = book
  const pageWords = (folio: string): string => (words['page-reference'] ?? '{}').replace('{}', () => folio)
  const chapters = book.chapters.map((chapter) => ({...chapter, body: structuredClone(chapter.body), notes: structuredClone(chapter.notes)}))
  for (const {id, body} of chapters) markPages(body, pages.filter((one) => one.chapter === id), pageWords)
  const names: PlaceNames = {folios: foliosOf(book, pages), pageWords, placeWords: placeWordsOf(book), placesTitle: words['where'] ?? ''}
  const bench: Bench = {names, namedIn: linkLists(chapters), pictures: [...book.pictures, ...(book.named ?? [])], language: book.language, words, shown: new Set(), titles: new Map()}

  const contents = chapters.find(({kind}) => kind === 'contents')
  const sections = chapters.filter((one) => one !== contents).map((chapter) => chapterSection(chapter, bench))
  const body = webFrame(book, contents && contentsNavigation(contents, bench), sections)
  const fonts = await prepareFonts({text: textOf(body, words), cache: fontCache, format: 'woff2', eachOnce: true})
  const own = [...styles].filter(([name]) => name !== 'book' && name !== 'print' && !outputs.some((output) => output === name))
  const sheets = [styles.get('book') ?? '', ...own.map(([, text]) => text), styles.get('web') ?? ''].join('\n')
  const style = `${await inlineFonts(fonts)}${inlineNamed(sheets, book)}`
  const author = book.authors.length === 0 ? undefined : book.authors.join(', ')
  return [{path: 'dossier.html', content: webDocument({title: book.title, language: book.language, author, body, style, scripts: scriptsOf(scripts)})}]
}

/** The scripts of this edition, in the order of their names. */
function scriptsOf(scripts: ReadonlyMap<string, string>): string[] {
  return [...scripts].filter(([name]) => name.startsWith('web-')).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, script]) => script)
}

/** Every character that the page may show: its text, and what its style sheets and script write. */
function textOf(body: readonly ElementContent[], words: Book['words']): string {
  return [...body.map((one) => wordsIn(one)), ...Object.values(words), '0123456789ivxlcdm…()\u2191'].join(' ')
}

/** The rules with the files that those of one's own name in them. */
function inlineNamed(sheets: string, {named = []}: Book): string {
  return named.reduce((text, {name, type, bytes}) => text.replaceAll(`url("${name}")`, () => `url("data:${type};base64,${Buffer.from(bytes).toString('base64')}")`), sheets)
}

/** The rules of the fonts with the files in them. */
async function inlineFonts({css, files}: Fonts): Promise<string> {
  let inlined = css
  for (const [path, file] of files) {
    if (!css.includes(`"${path}"`)) continue
    const address = `data:${file.type};base64,${Buffer.from(await file.bytes()).toString('base64')}`
    inlined = inlined.replace(`"${path}"`, () => `"${address}"`)
  }
  return inlined
}

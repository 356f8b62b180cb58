import type {Element, Nodes} from 'hast'
import type {Book, Chapter} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import {outputs} from '../../model/outputs.ts'
import type {PageStart} from '../../model/page-start.ts'
import {mediaTypeOf} from '../../model/media-type.ts'
import {report} from '../../report/report.ts'
import type {EditionInput} from '../editions.ts'
import {prepareFonts, type Fonts} from '../fonts/prepare-fonts.ts'
import type {PlaceNames} from '../edition/fill-pages.ts'
import {foliosOf} from '../edition/page-places.ts'
import {placeWordsOf} from '../edition/place-words.ts'
import {accessMetadata} from './access-metadata.ts'
import {chapterContent, type Bench} from './chapter-file.ts'
import {findAnchors, navigationFile, packageFile, type Anchors} from './find-anchors.ts'
import {navContent} from './nav-file.ts'
import {packageDocument, type PublicationFile} from './package-file.ts'
import {safeFiles} from './safe-names.ts'
import {xhtmlDocument} from './xhtml-document.ts'

/**
 * Book to the files of an EPUB 3.3 publication, without its container. Readers and browsers take the same files.
 *
 * Reports `render-link-lands` for links into the dossier that lead nowhere.
 */
export async function makePublication(input: EditionInput): Promise<readonly PublicationFile[]> {
  const {book, pages = [], cover, file} = input
  const pictures = picturesOf(book)
  const anchors = findAnchors(book)
  const lost = new Set<string>()
  const bench: Bench = {
    book,
    anchors,
    pages,
    names: placeNames(book, pages),
    pictures: new Map([...pictures.map(({path, name}) => [name, path] as const), ...(book.named ?? []).map(({name}) => [name, name] as const)]),
    onLost: (anchor) => lost.add(anchor),
  }
  const contents = book.chapters.map((chapter) => chapterContent(chapter, bench))
  for (const anchor of lost) report(file, 'render-link-lands', `Unexpected link to #${anchor}, expected an anchor that is in the dossier`)
  const navigation = navContent({book, anchors, pages, pageHref: pageHrefs(book, bench)})
  const sheets = await sheetsOf(input, [...contents, ...navigation])
  const styles = sheets.filter(({type}) => type === 'text/css').map(({path}) => path)
  const chapters = contents.flatMap((section, index) => chapterFile(section, {chapter: book.chapters[index], styles, anchors}))
  const files: PublicationFile[] = [
    ...chapters,
    {path: navigationFile, type: 'application/xhtml+xml', properties: 'nav', content: xhtmlDocument({title: book.words['contents'] ?? '', language: book.language, styles, body: navigation})},
    ...sheets,
    ...pictures.map(({path, type, content}) => ({path, type, content})),
    ...(book.named ?? []).map(({name, type, bytes}) => ({path: name, type, content: bytes})),
    ...(cover ? [{path: 'cover.png', type: 'image/png', properties: 'cover-image', content: cover}] : []),
    ...attachmentsOf(book),
  ]
  const opf = packageDocument({book, files, spine: chapters.map(({path}) => path), access: accessMetadata(book, {hasPages: pages.length > 0}), printSource: pages.length > 0 ? printSource(book) : undefined})
  return [...files, {path: packageFile, type: 'application/oebps-package+xml', content: opf}]
}

function placeNames(book: Book, pages: readonly PageStart[]): PlaceNames {
  const {words} = book
  return {folios: foliosOf(book, pages), pageWords: (folio) => (words['page-reference'] ?? '{}').replace('{}', () => folio), placeWords: placeWordsOf(book), placesTitle: words['where'] ?? ''}
}

function chapterFile(section: Element, {chapter, styles, anchors}: {chapter: Chapter | undefined; styles: readonly string[]; anchors: Anchors}): PublicationFile[] {
  if (!chapter) return []
  const content = xhtmlDocument({title: chapter.title, language: chapter.language, styles, type: `${chapter.part}matter`, body: [section]})
  const isDrawn = elementsIn(section).some(({tagName}) => tagName === 'svg')
  return [{path: anchors.fileOf(chapter), type: 'application/xhtml+xml', content, ...(isDrawn && {properties: 'svg'})}]
}

/** Names the print so that two prints with other pages are two: the dossier, its paper. */
function printSource({identifier, settings, words}: Book): string {
  return (words['print-source'] ?? '{} {}').replace('{}', () => settings.page.size).replace('{}', () => identifier)
}

function pageHrefs({chapters}: Book, {anchors}: Bench): (page: PageStart) => string {
  return ({chapter, folio}) => {
    const found = chapters.find(({id}) => id === chapter)
    return `${found ? anchors.fileOf(found) : ''}#${anchors.idOf(`page-${folio}`)}`
  }
}

function picturesOf({pictures}: Book): (PublicationFile & {name: string})[] {
  return [...new Map(pictures.map(({name, type, bytes}) => [name, {name, path: `pictures/${name}`, type, content: bytes}])).values()]
}

/** What the dossier was made from, carried along: no chapter leads there, so its formats need no fallback (EPUB 3.3 §3.3). */
function attachmentsOf({attachments, pictures, named = []}: Book): PublicationFile[] {
  const names = safeFiles()
  return attachments.map(({file, bytes}) => {
    const known = [...pictures, ...named].find((one) => one.path === file)?.type
    return {path: `attachments/${names.nameOf(known ? `${file.replace(/\.[A-Za-z0-9]{1,8}$/, '')}.${known.replace(/^\w+\//, '').replace('jpeg', 'jpg').replace('svg+xml', 'svg')}` : file)}`, type: known ?? carriedType(file), content: bytes}
  })
}

/** A style sheet that is only carried along is no style sheet of the book, which would have to have all that it names. */
function carriedType(file: string): string {
  const type = mediaTypeOf(file)
  return type === 'text/css' ? 'text/plain' : type
}

/** Style sheets in their order, ours last, and the fonts that they name. */
async function sheetsOf({styles, fontCache}: EditionInput, contents: readonly Element[]): Promise<PublicationFile[]> {
  const fonts = await nameFonts(await prepareFonts({text: [...contents.map(textOf), '0123456789\u2191'].join(' '), cache: fontCache, eachOnce: true}))
  const own = [...styles].filter(([name]) => name !== 'book' && name !== 'print' && !outputs.some((output) => output === name))
  const names = safeFiles(['fonts', 'book', 'epub'])
  return [
    {path: 'fonts.css', type: 'text/css', content: fonts.css},
    {path: 'book.css', type: 'text/css', content: styles.get('book') ?? ''},
    ...own.map(([name, content]) => ({path: `${names.nameOf(`own-${name}`)}.css`, type: 'text/css', content})),
    {path: 'epub.css', type: 'text/css', content: styles.get('epub') ?? ''},
    ...fonts.files,
  ]
}

/** Fonts under the names of their faces: those of the cuts change with every text, and old ones would stay in `html/`. */
async function nameFonts({css, files}: Fonts): Promise<{css: string; files: PublicationFile[]}> {
  const named = [...files].filter(([path]) => css.includes(`"${path}"`)).map(([path, file]) => ({path, file, name: `fonts/${file.id}.ttf`}))
  return {
    css: named.reduce((text, {path, name}) => text.replaceAll(`"${path}"`, `"${name}"`), css),
    files: await Promise.all(named.map(async ({file, name}) => ({path: name, type: file.type, content: await file.bytes()}))),
  }
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

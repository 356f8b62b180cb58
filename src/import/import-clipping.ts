import type {VFile} from 'vfile'
import {languageOf} from '../model/language-of.ts'
import type {ArticleMeta, Dropped} from '../model/source.ts'
import type {FileContent} from '../model/world.ts'
import {report} from '../report/report.ts'
import {checkKept, type Kept} from './check-kept.ts'
import {decodeClipping} from './decode-clipping.ts'
import {doubtEnding} from './doubt-ending.ts'
import {escapeMasks} from './escape-masks.ts'
import {findExhibits, reportReturn, type FoundExhibit, type FoundParts} from './find-exhibits.ts'
import {findFurniture} from './find-furniture.ts'
import {listChanges} from './list-changes.ts'
import {rangeOf, rangesOf} from './line-ranges.ts'
import {makeExhibit, type OpenExhibit} from './make-exhibit.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import {readClipFields} from './read-clip-fields.ts'
import {headFields, type Head} from './head-fields.ts'
import {readHead, type ReadHead} from './read-head.ts'
import {isMessage, maxNesting, readMessages, type FoundMessage, type FoundMessages} from '../model/mail/read-messages.ts'
import {splitBlocks, type Block} from '../model/mail/split-blocks.ts'
import {splitLines, type Line} from '../model/mail/split-lines.ts'
import {isAllBold, writeBlocks} from './write-blocks.ts'
import {writeSource, writeYaml} from './write-source.ts'

/** A clipped page: its file name, its bytes, and where complaints about it go. */
export interface ClippingInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly file: VFile
}

/** A file to write into the source folder. */
export interface ImportedFile extends FileContent {
  /** True for what a person may have written before (`dossier.yaml`): it is left as it is when it is there. */
  readonly unlessPresent?: true
}

/** Share of the paragraphs of all messages that must be bold for bold to be the clipping tool's. */
const boldShare = 0.8

/**
 * Reads a clipped page (Markdown of a web page) into source files that a person then reviews: the original byte for byte,
 * the article, one file an exhibit, and settings where there are none. Pure: the same bytes give the same files.
 * No file comes of a page that is no text; whatever was decided, mended or left out is said on `file`.
 *
 * Reports the rules `import-…`.
 */
export function importClipping({name, bytes, file}: ClippingInput): {readonly files: readonly ImportedFile[]} {
  const text = decodeClipping(bytes, file)
  if (text === undefined) return {files: []}
  const original = `originals/${safeName(name)}`
  const lines = splitLines(text)
  const clip = readClipFields(lines, file)
  const parts = findExhibits(splitBlocks(lines.slice(clip.end)).map(escapeMasks), file)
  const furniture = takeFurniture(parts, file)
  const head = readHead({blocks: parts.article.filter((block) => !furniture.blocks.has(block)), known: clip.fields, file})
  const exhibits = numberExhibits(parts.exhibits.map((found) => ({found, ...takeApart(found.blocks.filter((block) => !furniture.blocks.has(block)), file)})), file)
  const last = exhibits.at(-1)
  if (last) doubtEnding(last, file)
  const kept: Kept[] = []
  const keep = (one: Kept) => void kept.push(one)
  const article = writeArticle({head, dropped: [...clip.dropped, ...furniture.dropped], lines, original, file, keep, clipped: clip.used})
  const context = {file, original, language: article.language, plainBold: isBoldEverywhere(exhibits, file), keep}
  const written = exhibits.map((exhibit) => ({path: `exhibits/${exhibit.number}.md`, ...makeExhibit(exhibit, context)}))
  const named = namedLines({head, clipped: lines.slice(0, clip.end), exhibits: parts.exhibits, furniture: furniture.blocks})
  checkKept({text, kept, named, file})
  const changes = listChanges({lines, kept, named, original})
  return {
    files: [
      {path: original, content: bytes},
      {path: 'article.md', content: article.source},
      ...written.map(({path, meta, body}) => ({path, content: writeSource(meta, body)})),
      ...(changes.length > 0 ? [{path: 'imported.yaml', content: writeYaml(changes)}] : []),
      {path: 'dossier.yaml', content: writeYaml({...(head.fields.title !== undefined && {title: head.fields.title}), language: article.language}), unlessPresent: true as const},
    ],
  }
}

/** A name that every disk takes, and no path. */
function safeName(name: string): string {
  const plain = name.replace(/^.*[/\\]/s, '').replace(/[\0-\x1F<>:"|?*\x7F]/g, '-').replace(/^\.+/, '')
  return plain === '' ? 'clipping.md' : plain
}

/** The messages of an exhibit; reports `import-message-boundary-clear` and `import-nesting-within-limit`. */
function takeApart(blocks: readonly Block[], file: VFile): FoundMessages {
  const found = readMessages(blocks)
  for (const {about, line} of found.doubts) {
    const place = {file: file.path, line}
    if (about === 'boundary') {
      report(file, 'import-message-boundary-clear', 'Unexpected header of a message in the text of another, expected a rule, a deeper quotation or a line such as “Forwarded message” before it', {
        place,
        hint: 'It was taken as the next message of the exhibit: move its header under `forwarded` if it is a quoted one.',
      })
    } else {
      report(file, 'import-nesting-within-limit', `Unexpected message forwarded more than ${maxNesting} deep, expected less`, {
        place,
        hint: 'It was taken as forwarded beside the one around it.',
      })
    }
  }
  return found
}

interface Furniture {
  readonly blocks: ReadonlySet<Block>
  readonly dropped: readonly Dropped[]
}

/** Sets aside what the page says to its reader at its end, and names the rest of the tail. */
function takeFurniture({article, exhibits, tail}: FoundParts, file: VFile): Furniture {
  const last = exhibits.at(-1)
  const end = last && tail.length === 0 ? last.blocks : last ? tail : article
  const blocks = end.slice(findFurniture(end))
  if (last) reportReturn(tail.filter((block) => !blocks.includes(block)), last, file)
  const dropped = blocks.flatMap((block) => {
    const lines = rangeOf([block])
    const text = block.lines.map((line) => plainWords(line.text)).join(' / ')
    return lines ? [{lines, text, reason: reasonIn(languageOf(text))}] : []
  })
  for (const {lines, text} of dropped) {
    report(file, 'import-text-belongs-to-page', `Unexpected closing lines “${text}”, expected the end of the text`, {
      place: {file: file.path, line: lines.first, endLine: lines.last},
      hint: 'They were left out as words of the web page, and are named under `dropped` in article.md: move them back if they belong to the article.',
    })
  }
  return {blocks: new Set(blocks), dropped}
}

function reasonIn(language: string): string {
  if (language === 'zh-Hant') return '網頁結尾請讀者分享或訂閱的話，不屬於文章'
  return language === 'zh-Hans' ? '网页结尾请读者分享或订阅的话，不属于文章' : 'Words of the web page to its reader, no part of the article'
}

/** Gives each exhibit a number of its own. */
function numberExhibits(exhibits: readonly Omit<OpenExhibit, 'number'>[], file: VFile): OpenExhibit[] {
  const taken = new Map<string, number>()
  return exhibits.map((exhibit) => {
    const {number} = exhibit.found.label
    const times = (taken.get(number) ?? 0) + 1
    taken.set(number, times)
    if (times === 1) return {...exhibit, number}
    report(file, 'import-exhibit-number-once', `Unexpected second exhibit ${number}, expected each number once`, {
      place: {file: file.path, line: exhibit.found.heading.lines[0]?.number ?? 1},
      hint: `It was written as exhibit ${number}-${times}: give it a number of its own, in its citations too.`,
    })
    return {...exhibit, number: `${number}-${times}`}
  })
}

interface ArticleInput {
  readonly head: ReadHead
  readonly dropped: readonly Dropped[]
  readonly lines: readonly Line[]
  readonly clipped: readonly Line[]
  readonly original: string
  readonly file: VFile
  readonly keep: (kept: Kept) => void
}

function writeArticle({head, dropped, lines, clipped, original, file, keep}: ArticleInput): {source: string; language: string} {
  const body = writeBlocks(head.rest, {file, keep})
  const language = languageOf(`${head.fields.title ?? ''}\n${body}`)
  const numbers = [...clipped, ...head.used, ...head.rest.filter((block) => rangeOf([block])).flatMap((block) => block.lines)].map((line) => line.number)
  const ranges = rangesOf(numbers, (number) => !/[\p{L}\p{N}]/u.test(lines[number - 1]?.text ?? ''))
  const meta: ArticleMeta = {kind: 'article', ...inOrder(head.fields), language, original: {file: original, lines: ranges}, dropped}
  return {source: writeSource(meta, body), language}
}

/** Fields in the order in which they are written. */
function inOrder(fields: Head): Head {
  return Object.fromEntries(headFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])))
}

/** Whether bold is the clipping tool's and not the writers'. */
function isBoldEverywhere(exhibits: readonly OpenExhibit[], file: VFile): boolean {
  const paragraphs = exhibits.flatMap(({messages}) => messages.flatMap(paragraphsOf))
  const bold = paragraphs.filter(isAllBold)
  if (paragraphs.length === 0 || bold.length < paragraphs.length * boldShare) return false
  report(file, 'import-bold-has-contrast', `Unexpected bold in ${bold.length} of ${paragraphs.length} paragraphs of the exhibits, expected bold for a few words`, {
    place: {file: file.path, line: bold[0]?.lines[0]?.number ?? 1},
    hint: 'It was taken for the look of the web page; paragraphs that are bold from end to end were written as plain text.',
  })
  return true
}

function paragraphsOf(message: FoundMessage): Block[] {
  return message.parts.flatMap((part) => (isMessage(part) ? paragraphsOf(part) : part.kind === 'paragraph' && rangeOf([part]) ? [part] : []))
}

/** Lines whose words are not in a body: they became fields or labels, or were left out and named. */
function namedLines({head, clipped, exhibits, furniture}: {head: ReadHead; clipped: readonly Line[]; exhibits: readonly FoundExhibit[]; furniture: ReadonlySet<Block>}): Set<number> {
  const lines = [...clipped, ...head.used, ...exhibits.flatMap(({heading}) => heading.lines), ...[...furniture].flatMap((block) => block.lines)]
  return new Set(lines.map((line) => line.number))
}

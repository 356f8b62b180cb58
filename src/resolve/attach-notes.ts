import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import {exhibitWords, readExhibitNumber} from '../model/exhibit-label.ts'
import type {Lists} from '../model/lists.ts'
import {report} from '../report/report.ts'
import {blocksOf} from './blocks.ts'
import {nameFinder, type FindMentions, type Named} from './find-mentions.ts'
import {findOnce, nearestHint} from './find-once.ts'
import {blocksIn, type Found} from './find-passage.ts'
import {placeOf, placeOfWords} from './place-of.ts'
import {putReference, type HeaderOffsets} from './put-reference.ts'
import {readAnnotations, type Anchor, type Annotation} from './read-annotations.ts'
import {isBody, type Passage, type Texts} from './texts.ts'

/**
 * Attaches notes from files of notes to what they are about: words of the text, a paragraph, or a name where each chapter
 * first has it (in the words of the editor's lists): the note of the first chapter has the words, those of the others refer
 * to it. The call is put after the words and the marks that close their
 * phrase; behind a link that they stand in; behind calls that are there already.
 *
 * Reports `resolve-note-target` for a file that names no text, `resolve-note-passage` for what stands nowhere in the
 * text or more than once, `resolve-note-has-passage`, `resolve-note-kind`.
 */
export function attachNotes(texts: Texts, lists: Pick<Lists, 'people' | 'terms'>): void {
  const offsets: HeaderOffsets = new WeakMap()
  for (const {file, meta, tree} of texts.annotations) {
    const passages = passagesFor(meta.for, texts)
    if (passages.length === 0) reportTarget(file, meta.for, texts)
    else for (const [index, annotation] of readAnnotations(tree, file).entries()) {
      const first = `${file.path}#note-${index + 1}`
      // Each place has a note of its own: its chapter prints it.
      for (const [at, place] of placesOf(annotation, {passages, texts, lists, file}).entries()) {
        const identifier = at === 0 ? first : `${first}-${at + 1}`
        texts.pending.set(identifier, {
          kind: 'editor',
          annotation: annotation.kind,
          ...(annotation.anchor.is === 'mention' && {about: annotation.anchor.name}),
          ...(at === 0 ? {body: annotation.body} : {body: [], first}),
          source: placeOf(file, annotation.quote),
          ...(meta.by !== undefined && {by: meta.by}),
        })
        putReference(place, identifier, offsets)
      }
    }
  }
}

interface Search {
  readonly passages: readonly Passage[]
  readonly texts: Texts
  readonly lists: Pick<Lists, 'people' | 'terms'>
  readonly file: VFile
}

function placesOf({anchor, quote}: Annotation, search: Search): Found[] {
  if (anchor.is === 'mention') return firstMentions(anchor.name, search, quote)
  if (anchor.is === 'paragraph') {
    const place = findParagraph(anchor, search, quote)
    if (place !== 'words') return place ? [place] : []
  }
  return findOnce(anchor.words, search.passages, {file: search.file, place: quote.position, rule: 'resolve-note-passage'})
}

const targetWords = new RegExp(`^\\s*(article|文章|${exhibitWords})\\s*([\\p{L}\\p{N}-]*)\\s*$`, 'iu')

function passagesFor(target: string, texts: Texts): Passage[] {
  if (/^\s*(?:dossier|卷宗|全卷)\s*$/iu.test(target)) return [...texts.passages]
  const [, kind, name] = targetWords.exec(target) ?? []
  if (kind === undefined) return texts.passages.filter((passage) => passage.file.path === target)
  if (/article|文章/i.test(kind)) return texts.passages.filter((one) => one.kind === 'article' && (!name || one.within === `article-${name}`))
  const exhibit = texts.exhibits.find((one) => readExhibitNumber(one.number) === readExhibitNumber(name ?? ''))
  return texts.passages.filter((passage) => passage.within === exhibit?.id)
}

/** The end of a paragraph; `words` when what stands before the number names no text, so that all of it may be words. */
function findParagraph({exhibit, number}: Anchor & {is: 'paragraph'}, {passages, texts, file}: Search, quote: Annotation['quote']): Found | 'words' | undefined {
  const own = exhibit === undefined ? passages : passagesFor(exhibit, texts)
  if (own.length === 0) return 'words'
  const all = own.flatMap((passage) => (isBody(passage.content) ? blocksIn(passage.content).map((block) => ({passage, block})) : []))
  const wanted = all[number - 1]
  if (wanted && new Set(own.map((one) => one.within)).size === 1) {
    const parent = wanted.block as Found['parent']
    return {passage: wanted.passage, parent, index: parent.children.length, offset: 0, line: wanted.block.position?.start.line}
  }
  const last = all.at(-1)
  report(file, 'resolve-note-passage', wanted ? `Unexpected paragraph ${number} of several texts, expected that of one` : `Unexpected paragraph ${number}, expected one from 1 to ${all.length}`, {
    place: quote.position,
    hint: wanted ? 'Name the exhibit: `> exhibit 2 ¶ 3`.' : last && `The last one is "${toString(last.block).slice(0, 80)}".`,
  })
  return undefined
}

/** Where each chapter first has the name, its headings aside. */
function firstMentions(name: string, {passages, lists, file}: Search, quote: Annotation['quote']): Found[] {
  const findAll = nameFinder(namesAround(name, lists))
  const find: FindMentions = (block) => findAll(block).filter(({id}) => id === name)
  const byChapter = new Map<string, Found>()
  for (const passage of passages) {
    if (byChapter.has(passage.within)) continue
    const found = firstIn(passage, find)
    if (found) byChapter.set(passage.within, found)
  }
  if (byChapter.size === 0) {
    report(file, 'resolve-note-passage', `Unexpected name "${name}" that stands nowhere in the text, expected one that is mentioned`, {place: quote.position, hint: nearestHint(name, passages)})
  }
  return [...byChapter.values()]
}

/** The name with its spellings, and the longer names of the lists that hold one of these: in them it is not meant. */
function namesAround(name: string, {people, terms}: Search['lists']): Named[] {
  const listed = [...people.map((one) => ({...one, spellings: [one.name, ...one.also]})), ...terms.map((one) => ({...one, spellings: [one.term, ...one.also]}))]
  const own = listed.find(({spellings}) => spellings.includes(name))
  const spellings = [...new Set([name, ...(own?.spellings ?? [])])]
  const longer = listed.flatMap((one) => (one === own ? [] : one.spellings.filter((other) => spellings.some((spelling) => other.length > spelling.length && other.includes(spelling)))))
  return [{id: name, spellings, ...(own?.not && {notContexts: own.not})}, {id: '', spellings: longer}]
}

function firstIn(passage: Passage, find: FindMentions): Found | undefined {
  const {content} = passage
  if (!isBody(content)) {
    const [mention] = find({text: content.value})
    return mention && {passage, parent: {children: []}, index: 0, offset: mention.end, line: undefined}
  }
  for (const block of blocksOf(content)) {
    if (block.node.type === 'heading') continue
    const [mention] = find(block)
    const run = mention && block.runs.findLast((one) => one.start < mention.end)
    if (!mention || !run) continue
    const line = block.node.position?.start.line
    const around = run.link ?? run
    const parent = around.parent as Found['parent']
    const index = parent.children.indexOf(around.node as PhrasingContent)
    return {passage, parent, index, offset: run.link ? 0 : endOfCompound(run.node.value, mention.end - run.start), line}
  }
  return undefined
}

/** A call does not come between the names of `DeepMind/Google`. */
const compound = /(?:[/／][\p{L}\p{N}]+)*/uy

function endOfCompound(text: string, offset: number): number {
  compound.lastIndex = Math.min(offset, text.length)
  return compound.lastIndex + (compound.exec(text)?.[0].length ?? 0)
}

function reportTarget(file: VFile, target: string, texts: Texts): void {
  report(file, 'resolve-note-target', `Unexpected target "${target}", expected a text that is there`, {
    place: placeOfWords(file, target),
    hint: 'Write `for: article`, `for: exhibit 1`, `for: dossier`, or the path of a source.',
    expected: ['dossier', ...texts.articles.map((_, index) => (index === 0 ? 'article' : `article ${index + 1}`)), ...texts.exhibits.map((one) => `exhibit ${one.number}`)],
  })
}

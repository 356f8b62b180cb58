import type {FootnoteDefinition, Nodes, Parents, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {copyTree} from '../model/copy-tree.ts'
import type {Article, Body, Exhibit, Message} from '../model/dossier.ts'
import {isDayFirst} from '../model/day-first.ts'
import {languageOf} from '../model/language-of.ts'
import {nodesIn} from '../model/nodes-in.ts'
import {readMoment} from '../model/read-moment.ts'
import type {Settings} from '../model/settings.ts'
import type {ArticleMeta, Draft, ExhibitMeta, NotesMeta} from '../model/source.ts'
import {report} from '../report/report.ts'
import {checkMoment} from './check-moment.ts'
import {inlineReferences} from './inline-references.ts'
import {placeOf, placeOfWords} from './place-of.ts'
import {readPaper} from './read-paper.ts'
import {splitMessages} from './split-messages.ts'
import type {OpenHeaderLine, Passage, PendingNote, Texts} from './texts.ts'

/**
 * Drafts to texts: articles in the order of their files, exhibits by number, their messages taken apart, notes of the
 * sources set aside until they are called.
 *
 * Reports `resolve-exhibit-number-unique`, `resolve-message-has-headers`, and `resolve-date-understood` and
 * `resolve-weekday-agrees` for every date.
 */
export function readTexts(drafts: readonly Draft[], settings: Settings): Texts {
  const language = settings.language ?? languageOf(drafts.map((draft) => toString(draft.tree)).join('\n'))
  const pending = new Map<string, PendingNote>()
  const passages: Passage[] = []
  const articles = drafts.filter(isArticle).map((draft, index) => {
    const article = readArticle({draft, id: `article-${index + 1}`, language, body: takeBody(draft, pending)})
    passages.push({content: article.body, file: draft.file, within: article.id, kind: 'article'})
    return article
  })
  const exhibits = inOrder(drafts.filter(isExhibit)).map((draft) => {
    const exhibit = readExhibit({draft, language, body: takeBody(draft, pending)})
    for (const content of contentsOf(exhibit)) passages.push({content, file: draft.file, within: exhibit.id, kind: 'exhibit'})
    return exhibit
  })
  return {language, articles, exhibits, passages, annotations: drafts.filter(isNotes), pending}
}

function readArticle({draft, id, language, body}: {draft: Draft & {meta: ArticleMeta}; id: string; language: string; body: Body}): Article {
  const {meta} = draft
  const published = meta.published === undefined ? undefined : readMoment(meta.published, {dotsAreDayFirst: isDayFirst({language: meta.language ?? language})})
  if (published) checkMoment(draft.file, published, {where: 'of the article', place: placeOfWords(draft.file, published.asPrinted, 'published')})
  return {
    id,
    title: meta.title ?? draft.file.stem ?? id,
    language: meta.language ?? language,
    dropped: meta.dropped ?? [],
    body,
    source: placeOf(draft.file),
    ...(meta.author !== undefined && {author: meta.author}),
    ...(published && {published}),
    ...(meta.place !== undefined && {place: meta.place}),
    ...(meta.link !== undefined && {link: meta.link}),
    ...(meta.cover !== undefined && {cover: meta.cover}),
    ...(meta.original && {origin: meta.original}),
  }
}

function readExhibit({draft, language, body}: {draft: Draft & {meta: ExhibitMeta}; language: string; body: Body}): Exhibit {
  const {meta} = draft
  const id = `exhibit-${meta.number.replace(/[^\p{L}\p{N}.-]+/gu, '-')}`
  const messages = splitMessages({id, draft, body})
  const paper = messages.length > 0 ? undefined : readPaper(draft)
  return {
    id,
    number: meta.number,
    title: meta.title ?? messages[0]?.subject ?? (messages.length > 0 ? '' : (draft.file.stem ?? id)),
    language: meta.language ?? language,
    preface: meta.preface ?? [],
    messages,
    citedBy: [],
    source: placeOf(draft.file),
    ...(meta.original && {origin: meta.original}),
    ...(messages.length === 0 && {body}),
    ...(paper && {paper}),
  }
}

/** A copy of the tree without its note definitions, which go to `pending` under a name that is unique in the dossier. */
function takeBody(draft: Draft, pending: Map<string, PendingNote>): Body {
  const body: Root = copyTree(draft.tree)
  inlineReferences(body)
  const scope = `${draft.file.path}#`
  for (const call of nodesIn(body, 'footnoteReference')) call.identifier = scope + call.identifier
  takeDefinitions(body, (node) => {
    const key = scope + node.identifier
    if (!pending.has(key)) pending.set(key, {kind: 'author', body: node.children, source: placeOf(draft.file, node)})
  })
  return body
}

/** Takes the definitions of notes out of a tree, also those within another. */
function takeDefinitions(parent: Parents, take: (node: FootnoteDefinition) => void): void {
  const children: readonly Nodes[] = parent.children
  for (const child of children) if ('children' in child) takeDefinitions(child, take)
  const definitions = children.filter((child) => child.type === 'footnoteDefinition')
  if (definitions.length === 0) return
  definitions.forEach(take)
  parent.children = children.filter((child) => child.type !== 'footnoteDefinition') as typeof parent.children
}

/** Exhibits by number, natural order; a second one with the same number is reported and left out. */
function inOrder(drafts: readonly (Draft & {meta: ExhibitMeta})[]): (Draft & {meta: ExhibitMeta})[] {
  const byNumber = new Map<string, Draft & {meta: ExhibitMeta}>()
  for (const draft of drafts) {
    const first = byNumber.get(draft.meta.number)
    if (!first) byNumber.set(draft.meta.number, draft)
    else {
      report(draft.file, 'resolve-exhibit-number-unique', `Unexpected second exhibit ${draft.meta.number}, expected each number once`, {
        place: placeOf(draft.file),
        hint: 'Give one of the two exhibits another number.',
        related: {place: placeOf(first.file), says: 'the first one stands here'},
      })
    }
  }
  return [...byNumber.values()].sort((a, b) => compareNumbers(a.meta.number, b.meta.number))
}

function compareNumbers(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  if (!Number.isNaN(difference)) return difference
  return a.length - b.length || (a < b ? -1 : 1)
}

/** Header lines and bodies in the order in which they are printed. */
function contentsOf(exhibit: Exhibit): Passage['content'][] {
  return exhibit.body ? [exhibit.body] : exhibit.messages.flatMap(contentsOfMessage)
}

function contentsOfMessage(message: Message): Passage['content'][] {
  const inner = message.parts.flatMap((part) => ('type' in part ? [part] : contentsOfMessage(part)))
  return [...(message.headers as OpenHeaderLine[]), ...inner]
}

function isArticle(draft: Draft): draft is Draft & {meta: ArticleMeta} {
  return draft.meta.kind === 'article'
}
function isExhibit(draft: Draft): draft is Draft & {meta: ExhibitMeta} {
  return draft.meta.kind === 'exhibit'
}
function isNotes(draft: Draft): draft is Draft & {meta: NotesMeta} {
  return draft.meta.kind === 'notes'
}

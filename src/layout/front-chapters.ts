import type {Root} from 'mdast'
import {annotationKinds} from '../model/annotation.ts'
import type {Chapter} from '../model/book.ts'
import type {Dossier, Exhibit} from '../model/dossier.ts'
import {nodesIn} from '../model/nodes-in.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'
import {droppedView, exhibitName, headOf, messagesOf, momentWords, senderWords} from './words-of.ts'

type Bare = Omit<Chapter, 'notes'>

/** Title page: no running head and no folio. */
export function coverChapter(bench: Bench): Bare {
  const {dossier, words} = bench
  const article = dossier.articles[0]
  const view = {
    title: dossier.title,
    subtitle: dossier.settings.subtitle ?? '',
    author: article?.author ?? '',
    published: article?.published?.asPrinted ?? '',
    editor: dossier.settings.editor ?? '',
    issued: dossier.settings.issued ?? '',
    exhibits: dossier.exhibits.length === 0 ? '' : fillWord(words, 'cover-exhibits', [dossier.exhibits.length]),
  }
  return {id: 'cover', kind: 'cover', part: 'front', starts: 'right', language: dossier.language, title: dossier.title, body: bench.fill('cover', view)}
}

/** Where the text comes from, its link, its hash, and the signs used. */
export function provenanceChapter(bench: Bench): Bare {
  const {dossier} = bench
  const view = {
    title: bench.words['provenance'] ?? '',
    articles: dossier.articles.map((article) => ({
      title: article.title,
      author: article.author ?? '',
      published: article.published?.asPrinted ?? '',
      place: article.place ?? '',
      link: article.link ?? '',
      cover: article.cover ?? '',
      dropped: article.dropped.map((one) => droppedView(one, bench.words)),
    })),
    originals: dossier.originals.map(({file, bytes, sha256}) => ({file, bytes, sha256})),
    signs: signsUsed(bench),
    changes: countByRule(bench),
  }
  return front(bench, {id: 'provenance', kind: 'provenance', view})
}

/** Which signs a reader meets. */
function signsUsed({dossier, words}: Bench): object {
  const messages = dossier.exhibits.flatMap((exhibit) => messagesOf(exhibit))
  const papers = dossier.exhibits.flatMap(({paper}) => paper ?? [])
  const signs = {
    calls: dossier.notes.length > 0,
    redacted: [...messages, ...papers].some(({from, to, cc}) => [...from, ...to, ...cc].some((mailbox) => mailbox.redacted)),
    zones: [...messages, ...papers].some(({date}) => date?.local?.hour !== undefined && date.zone.state === 'absent'),
    forwarded: messages.some((message) => message.depth > 1),
    quoted: messages.some((message) => message.quoted || message.copyOf !== undefined),
    pictures: missesPictures(dossier),
    paraphrases: dossier.paraphrases.length > 0,
    removed: dossier.redactions.length > 0,
  }
  const used = new Set(dossier.notes.flatMap((note) => note.annotation ?? []))
  const kinds = annotationKinds.filter((one) => used.has(one)).map((kind) => ({sign: words[`note-kind-${kind}`] ?? '', says: words[`sign-kind-${kind}`] ?? ''}))
  return {...signs, kinds, any: kinds.length > 0 || Object.values(signs).some(Boolean)}
}

function missesPictures({articles, exhibits, pictures}: Dossier): boolean {
  const bodies = [...articles.map((article) => article.body), ...exhibits.flatMap((exhibit) => [...(exhibit.body ? [exhibit.body] : []), ...messagesOf(exhibit).flatMap((message) => message.parts.filter((part) => 'type' in part))])]
  return bodies.some((body) => nodesIn(body as Root, 'image').some((image) => !pictures.some((one) => one.reference === image.url)))
}

/** List of exhibits: number, subject, date, sender, page, and where the article cites each. */
export function exhibitsChapter(bench: Bench): Bare {
  const {dossier, words} = bench
  const exhibits = dossier.exhibits.map((exhibit) => ({
    id: exhibit.id,
    name: exhibitName(exhibit, words),
    title: exhibit.title,
    date: dateOf(exhibit, bench),
    sender: senderWords(headOf(exhibit) ?? {from: []}, words),
    form: exhibit.paper?.form ?? '',
    messages: exhibit.messages.length > 1 ? fillWord(words, 'message-count', [exhibit.messages.length]) : '',
    citedBy: exhibit.citedBy.map((id) => ({id})),
  }))
  return front(bench, {id: 'exhibits', kind: 'exhibits', view: {title: words['list-of-exhibits'] ?? '', exhibits}})
}

/** How the dossier was made. */
export function colophonChapter(bench: Bench): Bare {
  const {dossier, words} = bench
  const view = {title: words['colophon'] ?? '', identifier: dossier.identifier, digest: bench.digest, issued: dossier.settings.issued ?? '', editor: dossier.settings.editor ?? '', notes: dossier.notes.length, exhibits: dossier.exhibits.length}
  return {...front(bench, {id: 'colophon', kind: 'colophon', view}), part: 'back'}
}

function front(bench: Bench, {id, kind, view}: {id: string; kind: Chapter['kind']; view: {title: string} & Record<string, unknown>}): Bare {
  return {
    id,
    kind,
    part: 'front',
    runningHead: {part: bench.dossier.title, chapter: view.title},
    starts: 'next',
    language: bench.dossier.language,
    title: view.title,
    body: bench.fill(kind, view),
  }
}

function dateOf(exhibit: Exhibit, bench: Bench): string {
  const date = headOf(exhibit)?.date
  return date ? momentWords(date, bench.words) : ''
}

function countByRule({dossier, words}: Bench): {rule: string; count: number}[] {
  const counts = new Map<string, number>()
  for (const change of dossier.changes) counts.set(change.rule, (counts.get(change.rule) ?? 0) + 1)
  return [...counts].map(([rule, count]) => ({rule: words[`rule-${rule}`] ?? rule, count}))
}

import type {ElementContent, Root} from 'hast'
import type {VFile} from 'vfile'
import type {Book, BookNote, Chapter} from '../model/book.ts'
import type {Dossier} from '../model/dossier.ts'
import type {InputFile} from '../model/input-file.ts'
import type {NamedFile} from '../model/named-file.ts'
import type {Redaction} from '../model/settings.ts'
import {report} from '../report/report.ts'
import {articleChapter} from './article-chapter.ts'
import {checkRedactions} from './check-redactions.ts'
import {chronologyChapter} from './chronology-chapter.ts'
import {collationChapter} from './collation-chapter.ts'
import {concordanceChapter} from './concordance-chapter.ts'
import {compileTemplates, TemplateTrouble} from './compile-templates.ts'
import {contentsChapter} from './contents-chapter.ts'
import {exhibitChapter} from './exhibit-chapter.ts'
import {colophonChapter, coverChapter, exhibitsChapter, provenanceChapter} from './front-chapters.ts'
import {editorialLog} from './editorial-log.ts'
import {collectNavigation} from './collect-navigation.ts'
import {indexChapter} from './index-chapter.ts'
import {layOutNotes} from './lay-out-notes.ts'
import {hasLog, logChapter} from './log-chapter.ts'
import {headerAnchors} from './log-places.ts'
import {peopleChapter} from './people-chapter.ts'
import type {Bench} from './bench.ts'

/** What the layout stage needs. */
export interface LayoutInput {
  readonly dossier: Dossier
  /** Template name without ending to text. */
  readonly templates: ReadonlyMap<string, string>
  /** Words of the interface in the dossier's language. */
  readonly words: Readonly<Record<string, string>>
  /** Hash of all that the dossier was made from. */
  readonly digest: string
  readonly attachments: readonly InputFile[]
  /** Files that templates and style sheets of one's own name. Default: none. */
  readonly named?: readonly NamedFile[]
  /** Words that were taken out; what is laid out is searched for them. Default: none. */
  readonly redactions?: readonly Redaction[]
  /** Takes complaints about redactions. */
  readonly file: VFile
  /** The user's own templates; they take complaints about themselves. Default: none, all are built-in. */
  readonly own?: readonly VFile[]
}

/**
 * Dossier to Book: every chapter from its template, bodies as trees, notes with their words, contents from the headings.
 *
 * Reports `layout-template-works` for a template of the user's own that cannot be filled; `undefined` then;
 * `layout-redaction-holds`. Throws for whatever else goes wrong, which is a fault of ours.
 */
export function layOutBook({dossier, templates, words, digest, attachments, named = [], redactions = [], file, own = []}: LayoutInput): Book | undefined {
  try {
    const bench: Bench = {dossier, words, digest, fill: compileTemplates(templates, words), numberOf: new Map(dossier.notes.map((note) => [note.id, note.number])), headerAnchors: headerAnchors(dossier)}
    const book = {...layOut(bench, attachments), ...(named.length > 0 && {named: [...new Map(named.map((one) => [one.name, one])).values()]})}
    checkRedactions(book, redactions, file)
    return book
  } catch (error) {
    const blamed = error instanceof TemplateTrouble ? own.find(({path}) => error.uses.some((name) => path === `templates/${name}.hbs`)) : undefined
    if (!blamed) throw error
    report(blamed, 'layout-template-works', `Unexpected trouble with a template: ${(error as TemplateTrouble).message.split('\n').join(' ')}`, {
      hint: 'Compare your template with the built-in one of the same name; every name in it must be one that the view has.',
    })
    return undefined
  }
}

function layOut(bench: Bench, attachments: readonly InputFile[]): Book {
  const {dossier} = bench
  const notes = layOutNotes(bench)
  const middle = [...dossier.articles.map((article, index) => articleChapter(bench, article, index)), ...dossier.exhibits.map((exhibit, index) => exhibitChapter(bench, exhibit, index))]
  const front = [
    provenanceChapter(bench),
    ...(dossier.exhibits.length > 0 ? [exhibitsChapter(bench)] : []),
    ...(dossier.people.length > 0 ? [peopleChapter(bench)] : []),
  ]
  const back = [
    ...(dossier.events.length > 1 ? [chronologyChapter(bench)] : []),
    ...(dossier.citations.length + dossier.absent.length > 0 || dossier.paraphrases.length > 0 || dossier.quotations.some((one) => one.passage) ? [concordanceChapter(bench)] : []),
    ...(dossier.exhibits.length > 0 && dossier.quotations.length + dossier.unfoundFigures.length > 0 ? [collationChapter(bench)] : []),
    ...(dossier.index.length > 0 ? [indexChapter(bench)] : []),
    ...(hasLog(bench) ? [logChapter(bench, middle)] : []),
    colophonChapter(bench),
  ]
  const [provenance, ...lists] = front
  const rest = [...(provenance ? [provenance] : []), ...lists, ...middle, ...back]
  const contents = contentsChapter(bench, rest)
  const chapters = [coverChapter(bench), ...(provenance ? [provenance] : []), contents, ...lists, ...middle, ...back]
  const withNotes = chapters.map((chapter) => ({...chapter, notes: notesOf(chapter.body, notes)}))
  return {
    settings: dossier.settings,
    title: dossier.title,
    authors: [...new Set(dossier.articles.flatMap((article) => (article.author === undefined ? [] : [article.author])))],
    language: dossier.language,
    identifier: dossier.identifier,
    digest: bench.digest,
    attachments: hasLog(bench) ? [...attachments, editorialLog(dossier)] : attachments,
    chapters: withNotes,
    navigation: withNotes.flatMap((chapter) => collectNavigation(chapter)),
    pictures: dossier.pictures,
    words: bench.words,
    ...(dossier.settings.subtitle !== undefined && {subtitle: dossier.settings.subtitle}),
  }
}

/** The notes that a chapter calls, in the order of their first calls there; notes called within notes follow them. */
function notesOf(body: Root, notes: ReadonlyMap<string, BookNote>): Chapter['notes'] {
  const found = new Map<string, BookNote>()
  const collect = (nodes: readonly (ElementContent | Root['children'][number])[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      const note = node.properties['className'] instanceof Array && node.properties['className'].includes('call') ? notes.get(String(node.properties['href']).slice(1)) : undefined
      if (note && !found.has(note.id)) {
        found.set(note.id, note)
        collect(note.children)
      }
      collect(node.children)
    }
  }
  collect(body.children)
  return [...found.values()]
}

import type {RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {AnnotationKind} from '../model/annotation.ts'
import type {CallNode} from '../model/body-nodes.ts'
import type {Article, Body, Exhibit, HeaderLine, Note} from '../model/dossier.ts'
import type {Place} from '../model/place.ts'
import type {NotesMeta} from '../model/source.ts'
import type {Draft} from '../model/source.ts'

/**
 * The texts of a dossier while they are being resolved. The bodies are copies of the drafts' trees and are changed in
 * place: citations and calls are put in by one step after the other.
 */
export interface Texts {
  readonly language: string
  readonly articles: readonly Article[]
  readonly exhibits: readonly Exhibit[]
  /** Every body in reading order. */
  readonly passages: readonly Passage[]
  /** Files of notes, still to be attached. */
  readonly annotations: readonly (Draft & {readonly meta: NotesMeta})[]
  /** Notes that wait for their number, by the identifier of the footnoteReference that calls them. */
  readonly pending: Map<string, PendingNote>
}

/** One body or header line, and where it belongs. */
export interface Passage {
  readonly file: VFile
  /** Id of the article or exhibit. */
  readonly within: string
  readonly kind: 'article' | 'exhibit'
  readonly content: Body | OpenHeaderLine
}

/** A header line that may still get calls. */
export type OpenHeaderLine = HeaderLine & {calls: CallNode[]}

/** True for a body, false for a header line. */
export function isBody(content: Passage['content']): content is Body {
  return 'type' in content
}

/** A note without number. */
export interface PendingNote {
  readonly kind: Note['kind']
  readonly annotation?: AnnotationKind
  readonly about?: string
  /** Identifier of the note that says it in full. */
  readonly first?: string
  readonly by?: string
  readonly citation?: string
  readonly paraphrase?: NonNullable<Note['paraphrase']>
  readonly body: readonly RootContent[]
  readonly source: Place
}

import type {Element, Root} from 'hast'
import type {InputFile} from './input-file.ts'
import type {NamedFile} from './named-file.ts'
import type {ShownPicture} from './picture.ts'
import type {Settings} from './settings.ts'

/**
 * Structure, the same for every output. No page, no package, no attribute of one output.
 *
 * In the trees these marks have a meaning:
 * - `<a class="call" id="call-7" href="#note-7">7</a>`: a note call;
 * - `<span class="page-ref"><!-- words --><a href="#x" data-page-of="x"></a><!-- words --></span>`: the printed page
 *   of the anchor `x`. Outputs with pages fill the link with the folio; others drop the whole span;
 * - `lang` on every run that is not in the book's language.
 */
export interface Book {
  readonly settings: Settings
  readonly title: string
  readonly subtitle?: string
  readonly authors: readonly string[]
  /** BCP 47. */
  readonly language: string
  /** urn:uuid derived from the sources' content. */
  readonly identifier: string
  /** Hash of all that the dossier was made from, as of `digestOf`: 64 hexadecimal digits. */
  readonly digest: string
  /** Files that outputs carry along: what the dossier was made from, unless the settings say otherwise, and the editorial log. */
  readonly attachments: readonly InputFile[]
  readonly chapters: readonly Chapter[]
  /** Headings in order, as they go into outline and contents; equal to the headings of the chapters. */
  readonly navigation: readonly NavigationItem[]
  /** Pictures that the chapters show, by their `src`. */
  readonly pictures: readonly ShownPicture[]
  /** Files that templates and style sheets of one's own name. Default: none. */
  readonly named?: readonly NamedFile[]
  /** Words of the interface in the book's language, for what only an output prints. */
  readonly words: Readonly<Record<string, string>>
}

export interface Chapter {
  /** Anchor of its section element. */
  readonly id: string
  readonly kind: 'cover' | 'provenance' | 'contents' | 'exhibits' | 'people' | 'article' | 'exhibit' | 'chronology' | 'concordance' | 'collation' | 'index' | 'log' | 'colophon'
  /** Front has roman folios, body and back arabic ones. */
  readonly part: 'front' | 'body' | 'back'
  /** `undefined`: no running head and no folio (the cover). */
  readonly runningHead?: {readonly part: string; readonly chapter: string}
  /** `right`: starts on a right-hand page, after a blank one where needed; `next`: on the next page. */
  readonly starts: 'right' | 'next'
  readonly language: string
  readonly title: string
  /** Everything of the chapter, without its section element. */
  readonly body: Root
  /** Notes called in this chapter, in the order of their first calls. */
  readonly notes: readonly BookNote[]
}

export interface BookNote {
  readonly id: string
  /** As printed at the call and the note. */
  readonly label: string
  readonly kind: 'author' | 'editor' | 'citation' | 'paraphrase'
  /** Anchors of its calls, in order. */
  readonly calls: readonly string[]
  readonly language: string
  readonly children: Root['children']
}

export interface NavigationItem {
  /** Anchor of the heading. */
  readonly id: string
  /** Words of the heading, white space collapsed. */
  readonly title: string
  /** 1 for a chapter. */
  readonly depth: number
  readonly children: readonly NavigationItem[]
}

export type {Element}

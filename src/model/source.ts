import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {Change} from './change.ts'
import type {LineRange} from './place.ts'

/** What a source file says of itself in its frontmatter. The union of the kinds of source. */
export type Meta = ArticleMeta | ExhibitMeta | NotesMeta

/** Where the text of a source comes from: an original in the source folder, and its lines there. */
export interface Origin {
  /** Path relative to the source folder. */
  readonly file: string
  /** Lines of the original that this source was made from, as `first-last`, several joined by `, `. */
  readonly lines?: readonly LineRange[]
}

/** Frontmatter of an article. Every field but `kind` may be missing. */
export interface ArticleMeta {
  readonly kind: 'article'
  readonly title?: string
  readonly author?: string
  /** When it was published, as printed at its head. */
  readonly published?: string
  /** Where it was published. */
  readonly place?: string
  /** Its address on the web. */
  readonly link?: string
  /** Address or path of its cover picture. */
  readonly cover?: string
  /** BCP 47; the dossier's language when missing. */
  readonly language?: string
  readonly original?: Origin
  /** What the import left out of the article, each with its lines and the reason. */
  readonly dropped?: readonly Dropped[]
}

/** Lines of the original that no source holds, and why. */
export interface Dropped {
  readonly lines: LineRange
  /** The words, so that a reader of the log needs no original. */
  readonly text: string
  readonly reason: string
}

/** Frontmatter of an exhibit: numbered evidence, one or more messages. */
export interface ExhibitMeta {
  readonly kind: 'exhibit'
  /** Its number as cited: `1`, `12`, `A`. */
  readonly number: string
  /** `undefined`: the subject of its first message. */
  readonly title?: string
  readonly language?: string
  readonly original?: Origin
  /** Lines that stand between the exhibit's heading and its first message (`3 条消息`), as printed. */
  readonly preface?: readonly string[]
  /** Its messages in order. Empty for an exhibit that is no mail. */
  readonly messages: readonly MessageMeta[]
  /** What the editor says of an exhibit that is no mail; only where there are no messages. */
  readonly paper?: string
  readonly from?: string
  readonly to?: string
  readonly cc?: string
  readonly date?: string
}

/**
 * One message's header lines as they stand. In the body, `<!-- message 2 -->` opens the text of message 2,
 * `<!-- message 2.1 -->` that of the first message forwarded within it; a later `<!-- message 2 -->` goes back.
 * A body without such marks is the text of the only message.
 */
export interface MessageMeta {
  /** Label (without its colon) to value, in the order of the original: `{发件人: 'Elon Musk <>'}`. */
  readonly headers: Readonly<Record<string, string>>
  readonly original?: Origin
  /** True for a message that the one around it quotes, as mail programs do below an answer; missing for one that was forwarded. */
  readonly quoted?: true
  /** Messages forwarded or quoted within this one. */
  readonly forwarded?: readonly MessageMeta[]
}

/** Frontmatter of a file of notes that annotate another source without touching it. */
export interface NotesMeta {
  readonly kind: 'notes'
  /** The source they belong to: `article`, `exhibit 1`, or a path. */
  readonly for: string
  /** Initials of the annotator. */
  readonly by?: string
}

/** One source file, parsed: its frontmatter, checked, and its body as mdast with positions of the file. */
export interface Draft {
  readonly file: VFile
  readonly meta: Meta
  readonly tree: Root
  /** Header lines of the text that became those of a message, for the editorial log; none when missing. */
  readonly changes?: readonly Change[]
  /** Line of the file in which the title stands; `undefined` where none does. */
  readonly titleLine?: number
  /** Line of the file that names the cover picture; `undefined` where none is named. */
  readonly coverLine?: number
}

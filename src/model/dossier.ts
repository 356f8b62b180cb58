import type {CallNode} from './body-nodes.ts'
import type {Root, RootContent} from 'mdast'
import type {AnnotationKind} from './annotation.ts'
import type {Blanked} from './blanked.ts'
import type {Change, ImportedChange} from './change.ts'
import type {LocatedEdit} from './edit.ts'
import type {HashedFile} from './input-file.ts'
import type {Mailbox} from './mailbox.ts'
import type {Moment} from './moment.ts'
import type {Paper} from './paper.ts'
import type {ShownPicture} from './picture.ts'
import type {Place} from './place.ts'
import type {Paraphrase, Quotation} from './quotation.ts'
import type {RedactionMade} from './redaction.ts'
import type {Settings} from './settings.ts'
import type {Dropped, Origin} from './source.ts'

/** Meaning: everything looked up, nothing laid out. Plain readonly data. */
export interface Dossier {
  readonly settings: Settings
  readonly title: string
  /** BCP 47, from the settings or told from the text. */
  readonly language: string
  /** urn:uuid, derived from the content of the sources (RFC 9562 §5.8). */
  readonly identifier: string
  readonly articles: readonly Article[]
  readonly exhibits: readonly Exhibit[]
  readonly people: readonly Person[]
  readonly events: readonly Event[]
  /** In the order of the dossier's language, letter by letter. */
  readonly index: readonly IndexEntry[]
  /** In the order of their first calls; `number` counts through the whole dossier. */
  readonly notes: readonly Note[]
  readonly citations: readonly Citation[]
  /** Places where an article points at what is not among the exhibits, in the order of the text. */
  readonly absent: readonly AbsentCitation[]
  /** Every passage that an article gives as quoted, in the order of the text, compared with the exhibits. */
  readonly quotations: readonly Quotation[]
  /** Passages of the articles that give an exhibit in words of their own, as the editor lists them, in the order of the lines. */
  readonly paraphrases: readonly Paraphrase[]
  /** Amounts, dates and percentages that an article gives where it cites an exhibit, and that the exhibit does not contain. */
  readonly unfoundFigures: readonly UnfoundFigure[]
  readonly originals: readonly Original[]
  readonly pictures: readonly ShownPicture[]
  /** What normalization did to the text. */
  readonly changes: readonly Change[]
  /** What the import did to the originals before; its places are lines of these. */
  readonly imported: readonly ImportedChange[]
  /** What the editor changed by hand in the sources, against their originals. */
  readonly edits: readonly LocatedEdit[]
  /** What the editor had taken out, without the words. */
  readonly redactions: readonly RedactionMade[]
  /** What the publisher blanked in the exhibits, as far as the texts or notes of omission show it, in their order. */
  readonly blanked: readonly Blanked[]
}

/** A body is mdast in which nodes of ours may stand, as of `body-nodes.ts`. */
export type Body = Root

export interface Article {
  /** Anchor: `article-1`. */
  readonly id: string
  readonly title: string
  readonly author?: string
  readonly published?: Moment
  readonly place?: string
  readonly link?: string
  readonly cover?: string
  readonly language: string
  readonly origin?: Origin
  readonly dropped: readonly Dropped[]
  readonly body: Body
  readonly source: Place
}

export interface Exhibit {
  /** Anchor: `exhibit-1`. */
  readonly id: string
  /** As cited: `1`, `A`. */
  readonly number: string
  /** The word that it is cited with (`邮件`, `Exhibit`); `undefined` when nothing cites it. */
  readonly label?: string
  readonly title: string
  readonly language: string
  readonly origin?: Origin
  readonly preface: readonly string[]
  readonly messages: readonly Message[]
  /** Body of an exhibit without messages. */
  readonly body?: Body
  /** What the editor says of an exhibit without messages; `undefined` when nothing, and for mail. */
  readonly paper?: Paper
  /** Ids of the citations that point here, in the order of the text. */
  readonly citedBy: readonly string[]
  readonly source: Place
}

export interface Message {
  /** Anchor: `exhibit-4-message-2`, `exhibit-4-message-1-1` for a forwarded one. */
  readonly id: string
  /** 1 for a message of the exhibit, 2 for one forwarded in it, and so on. */
  readonly depth: number
  /** True for a message within another that it answers and quotes: a copy, no second letter. Missing: one that was forwarded, or one of the exhibit. */
  readonly quoted?: true
  /** Id of the message that this one is a copy of: the letter is counted there. Only within another message; missing where it is not sure. */
  readonly copyOf?: string
  /** True for a copy whose words are not those of its original; each place has a {@link DifferenceNode}. */
  readonly differs?: true
  readonly headers: readonly HeaderLine[]
  readonly from: readonly Mailbox[]
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  readonly date?: Moment
  readonly subject?: string
  /** Text and forwarded messages in their order. */
  readonly parts: readonly (Body | Message)[]
  readonly origin?: Origin
  readonly source: Place
}

/** A field the reader's language has a word for, or another header that is only printed. */
export type Field = 'from' | 'to' | 'cc' | 'bcc' | 'date' | 'subject' | 'reply-to' | 'attachments' | 'other'

export interface HeaderLine {
  readonly field: Field
  /** The label as it stands, without colon. */
  readonly label: string
  /** The value as it stands, without calls. */
  readonly value: string
  /** Notes called at the end of the line. */
  readonly calls: readonly CallNode[]
}

export interface Person {
  /** Anchor: `person-sam-altman`. */
  readonly id: string
  readonly name: string
  /** Other spellings found in the sources. Different ones are one person only where the editor's list says so. */
  readonly variants: readonly string[]
  /** Who it is, from the editor's list. */
  readonly role?: string
  /** Ids of articles written. */
  readonly authored: readonly string[]
  /** Ids of messages, and of exhibits that are no mail, written, received (to), copied (cc). */
  readonly wrote: readonly string[]
  readonly received: readonly string[]
  readonly copied: readonly string[]
  /** Where the texts name the person, once for each paragraph. */
  readonly mentions: readonly Mentioned[]
}

/** A place that names somebody or something. */
export interface Mentioned {
  /** Anchor. */
  readonly id: string
  /** Id of the article or exhibit. */
  readonly within: string
}

/** An entry of the index. */
export interface IndexEntry {
  /** Anchor: `index-1`. */
  readonly id: string
  readonly words: string
  readonly kind: 'person' | 'organisation' | 'term'
  /** Letter that it stands under: `A`, `#` for what has none. */
  readonly letter: string
  /** Id of the entry to see instead; `places` is then empty. */
  readonly see?: string
  /** Anchors of its places, in the order of the text. */
  readonly places: readonly string[]
}

export interface Event {
  readonly id: string
  readonly moment: Moment
  /** The message, article or exhibit that is no mail that the event is; `undefined` for an event of the editor's list. */
  readonly target?: string
  readonly title: string
  /** Where an event of the editor's list is known from. */
  readonly knownFrom?: string
  /** True when its date contradicts what it answers or forwards. */
  readonly isDoubtful: boolean
  readonly source: Place
}

export interface Note {
  /** Anchor: `note-7`. */
  readonly id: string
  readonly number: number
  /** `author`: stands in the source; `editor`: from a file of notes; `citation`: names the exhibit cited; `paraphrase`: leads from a paraphrase to its passage, or back. */
  readonly kind: 'author' | 'editor' | 'citation' | 'paraphrase'
  /** What an editor's note is; for kind `editor`. */
  readonly annotation?: AnnotationKind
  /** The name that it is about, for a note that stands wherever a chapter first has that name. */
  readonly about?: string
  /** Id of the note that says it in full, for a note on a name in a later chapter; `body` is then empty. */
  readonly first?: string
  /** Initials of the annotator. */
  readonly by?: string
  /** Id of the citation, for kind `citation`; its words are made by the layout. */
  readonly citation?: string
  /** For kind `paraphrase`, whose words are made by the layout: its id, and at which end of it the note is called. */
  readonly paraphrase?: {readonly id: string; readonly at: 'article' | 'exhibit'}
  /** Empty for kinds `citation` and `paraphrase`, and where there is a `first`. */
  readonly body: readonly RootContent[]
  /** Anchors of its calls, at least one: `call-7`, `call-7-2`. */
  readonly calls: readonly string[]
  readonly source: Place
}

/** A place where a text points at an exhibit. */
export interface Citation {
  /** Anchor: `citation-1`. */
  readonly id: string
  /** Id of the exhibit. */
  readonly exhibit: string
  /** The words that point, as they stand: `[邮件1]`. */
  readonly asPrinted: string
  /** Id of the chapter that cites. */
  readonly within: string
  /** The sentence that it stands for. */
  readonly claim: string
  readonly source: Place
}

/** A place where a text points at what is not among the exhibits: its words are printed as they stand. */
export interface AbsentCitation {
  /** Anchor: `absent-1`. */
  readonly id: string
  /** Numbers as they stand: `9`, `B`; more than one within a range. */
  readonly numbers: readonly string[]
  /** The words that point, as they stand: `[邮件9]`. */
  readonly asPrinted: string
  /** Id of the article. */
  readonly within: string
  /** The sentence that it stands in. */
  readonly claim: string
  /** True where the settings say that it was not published. */
  readonly isStated: boolean
  readonly source: Place
}

/** An amount, date or percentage that the exhibit cited does not contain. */
export interface UnfoundFigure {
  /** As it stands. */
  readonly words: string
  readonly kind: 'amount' | 'date' | 'percentage'
  /** Id of the citation. */
  readonly citation: string
  /** Where it stands: in the citing sentence, or before it, back to the citation before or the beginning of the paragraph. */
  readonly where: 'sentence' | 'before'
  /** The sentence that it stands in. */
  readonly sentence: string
}

/** A file kept byte for byte, and its SHA-256 in hex. */
export type Original = HashedFile

import type {VFile} from 'vfile'
import type {ImportedChange} from './change.ts'
import type {Place} from './place.ts'

/** What the editor lists beside the sources: who is who, what happened, what words mean. */
export interface Lists {
  readonly people: readonly ListedPerson[]
  readonly events: readonly ListedEvent[]
  readonly terms: readonly ListedTerm[]
  /** Default: none. */
  readonly paraphrases?: readonly ListedParaphrase[]
  /** What the import did to a page; `undefined`: there is no such list. */
  readonly imported?: readonly ImportedChange[]
  /** The files that they stand in: complaints about an entry go to the file of its place. */
  readonly files: readonly VFile[]
}

/** A person of `people.yaml`. Only what stands there is merged. */
export interface ListedPerson {
  /** As printed. */
  readonly name: string
  /** Other spellings and addresses of the same person. */
  readonly also: readonly string[]
  /** Who it is, in a few words. */
  readonly role?: string
  /** What the name is sorted by; `undefined`: the name. */
  readonly sort?: string
  /** Words around it in which it is not this person, and others in which it is. */
  readonly not?: readonly string[]
  readonly in?: readonly string[]
  /** True for an organisation of `terms.yaml`, which may write and receive as people do. */
  readonly isOrganisation?: boolean
  readonly place: Place
}

/** An event of `events.yaml`. */
export interface ListedEvent {
  /** As a person writes it: `2015-12-11`, `2018 年 2 月`. */
  readonly date: string
  readonly title: string
  /** Where this is known from. */
  readonly source?: string
  readonly place: Place
}

/** A term or organisation of `terms.yaml`. */
export interface ListedTerm {
  /** As printed. */
  readonly term: string
  readonly kind: 'term' | 'organisation'
  /** Other words for it in the texts; in the index they refer to it. */
  readonly also: readonly string[]
  readonly sort?: string
  /** Words around it in which it is not this term, and others in which it is. */
  readonly not?: readonly string[]
  readonly in?: readonly string[]
  /** Another entry to see instead; it then has no pages of its own. */
  readonly see?: string
  readonly place: Place
}

/** A passage of an article that gives an exhibit in words of its own, from `paraphrases.yaml`. */
export interface ListedParaphrase {
  /** Words of the article. */
  readonly words: string
  /** Number of the exhibit, as cited. */
  readonly exhibit: string
  /** Words of the exhibit; `undefined`: the exhibit as a whole. */
  readonly passage?: string
  /** The entry, and the fields in it. */
  readonly place: Place
  readonly exhibitPlace: Place
  readonly passagePlace: Place
}

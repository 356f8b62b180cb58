import type {Edit} from './edit.ts'
import type {Place} from './place.ts'

/** `dossier.yaml`, read and completed: every field has its value. */
export interface Settings {
  /** `undefined`: the title of the first article. */
  readonly title?: string
  readonly subtitle?: string
  /** Who edits the dossier. */
  readonly editor?: string
  /** BCP 47. `undefined`: told from the text of the articles (`zh-Hans`, `zh-Hant` or `en`). */
  readonly language?: string
  /** Date of issue, `YYYY-MM-DD`. Default: none is printed, and the PDF's dates are 1980-01-01 (no clock is read). */
  readonly issued?: string
  readonly page: PageSettings
  /** `normalized` (default): marks and spaces may change in exhibits; `diplomatic`: nothing changes in them. */
  readonly exhibits: 'normalized' | 'diplomatic'
  /** Transforms by id; `false` switches one off. Default: all on. */
  readonly normalize: Readonly<Record<string, boolean>>
  /** `sources` (default): PDF and EPUB carry the sources and originals along; `none`: they carry nothing. */
  readonly attachments: 'sources' | 'none'
  /** How the chronology gives times. Default: instants in UTC, and no zone is assumed. */
  readonly chronology?: ChronologySettings
  /** Words taken out of everything that is printed. Default: none. */
  readonly redactions?: readonly Redaction[]
  /** Exhibits that the articles cite and that were not published. Default: none. */
  readonly unpublished?: readonly UnpublishedExhibit[]
  /** What the editor changed by hand in the sources, against their originals. Default: nothing. */
  readonly edits?: readonly Edit[]
  /** Warnings silenced, each with a reason. */
  readonly silence: readonly Silence[]
}

/** Zones of the chronology, in minutes east of UTC. */
export interface ChronologySettings {
  /** In which instants are given. Default: 0. */
  readonly zoneMinutes: number
  /** Of dates that give none; the chronology says that it is assumed. `undefined`: none is. */
  readonly assumedMinutes?: number
}

/** Words that the editor takes out. */
export interface Redaction {
  /** As they stand in the sources. */
  readonly text: string
  /** Mail addresses that stand beside the words where they are a name: they go with them. Default: none. */
  readonly also?: readonly string[]
  readonly reason: string
  /** Where it stands in the settings. */
  readonly place?: Place
}

/** An exhibit that an article may cite though it is not here. */
export interface UnpublishedExhibit {
  /** As it is cited: `9`, `B`, `九`. */
  readonly number: string
  /** Where it stands in the settings. */
  readonly place?: Place
}

/** A warning that is not shown. */
export interface Silence {
  /** Id of the rule. */
  readonly rule: string
  readonly reason: string
  /** Where it stands in the settings. */
  readonly place?: Place
}

export interface PageSettings {
  readonly size: 'A4' | 'Letter' | 'A5'
}

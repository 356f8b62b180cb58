/** How much a finding weighs: errors stop the build before anything is written, warnings are printed. */
export type Severity = 'error' | 'warning'

/** One rule: its weight and one sentence that an author understands. Ids are permanent. */
export interface Rule {
  readonly severity: Severity
  readonly says: string
}

/** Every rule there is, by id `<stage>-<what-should-hold>`, grouped by stage. */
export const rules = {
  // read
  'read-file-exists': {severity: 'error', says: 'A file that is named must be there and readable.'},
  // import
  // parse
  // normalize
  // resolve
  'resolve-exhibit-number-unique': {severity: 'error', says: 'Each exhibit has a number of its own.'},
  'resolve-exhibit-is-cited': {severity: 'warning', says: 'An exhibit is cited somewhere in an article.'},
  'resolve-citation-exists': {severity: 'error', says: 'A citation names an exhibit that is there.'},
  'resolve-message-has-headers': {severity: 'error', says: 'A message mark in a body has its header lines in the frontmatter.'},
  'resolve-date-understood': {severity: 'warning', says: 'A date can be read as a whole; otherwise it is printed as it stands.'},
  'resolve-weekday-agrees': {severity: 'warning', says: 'The weekday beside a date is the weekday of that day.'},
  'resolve-note-target': {severity: 'error', says: 'A file of notes names a text that is there.'},
  'resolve-note-passage': {severity: 'error', says: 'The words quoted for a note stand exactly once in the text.'},
  'resolve-note-has-passage': {severity: 'error', says: 'Each note in a file of notes follows the words it is about.'},
  // layout
  // render
  // verify
} as const satisfies Readonly<Record<string, Rule>>

/** Id of a rule in the table. */
export type RuleId = keyof typeof rules

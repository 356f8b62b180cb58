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
  // layout
  // render
  // verify
} as const satisfies Readonly<Record<string, Rule>>

/** Id of a rule in the table. */
export type RuleId = keyof typeof rules

/** What came of comparing the sources with the book. */
export interface AuditedSources {
  /** Characters of the sources that are to be read, white space aside. */
  readonly characters: number
  readonly blocks: number
  readonly found: number
  /** Entries of the editorial log that were found in their places. */
  readonly changed: number
  /** Transforms that made them. */
  readonly rules: number
  readonly unexplained: number
}

/** What came of comparing originals with the sources made of them. */
export interface AuditedOriginals {
  readonly files: number
  /** Characters of the originals, white space and marks of Markdown aside. */
  readonly characters: number
  /** Lines that have any. */
  readonly lines: number
  /** Those that stand in the bodies of sources, in order. */
  readonly found: number
  /** Those that became fields, or are named as left out. */
  readonly inFields: number
  /** Characters that one side has and the other has not. */
  readonly unexplained: number
}

/** What came of an audit of one output. */
export interface AuditedOutput {
  /** Characters of the book, as this output is to have them, white space aside. */
  readonly characters: number
  readonly found: number
  readonly unexplained: number
}

/** What the proof came to that nothing was lost: the originals against the sources, the sources against the book, and the book against every output. */
export interface AuditSummary extends AuditedSources {
  /** `undefined` where no source names an original. */
  readonly originals?: AuditedOriginals
  /** By the output's name. */
  readonly outputs: Readonly<Record<string, AuditedOutput>>
}

/** Sources and outputs as one: a character that one output has not is not found. What an editor changed in sources is apart. */
export function auditSummary({originals, ...sources}: AuditedSources & Pick<AuditSummary, 'originals'>, outputs: AuditSummary['outputs']): AuditSummary {
  const lost = Math.max(0, ...Object.values(outputs).map(({unexplained}) => unexplained))
  const own = Object.entries(outputs).map(([name, {characters, found, unexplained}]) => [name, {characters, found, unexplained}] as const)
  return {...sources, found: Math.max(0, sources.found - lost), unexplained: sources.unexplained + lost, ...(originals && {originals}), outputs: Object.fromEntries(own)}
}

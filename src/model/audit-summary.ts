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

/** What came of an audit of one output. */
export interface AuditedOutput {
  /** Characters of the book, as this output is to have them, white space aside. */
  readonly characters: number
  readonly found: number
  readonly unexplained: number
}

/** What the proof came to that nothing was lost: the sources against the book, and the book against every output. */
export interface AuditSummary extends AuditedSources {
  /** By the output's name. */
  readonly outputs: Readonly<Record<string, AuditedOutput>>
}

/** Both proofs as one: a character that one output has not is not found. */
export function auditSummary(sources: AuditedSources, outputs: AuditSummary['outputs']): AuditSummary {
  const lost = Math.max(0, ...Object.values(outputs).map(({unexplained}) => unexplained))
  const own = Object.entries(outputs).map(([name, {characters, found, unexplained}]) => [name, {characters, found, unexplained}] as const)
  return {...sources, found: Math.max(0, sources.found - lost), unexplained: sources.unexplained + lost, outputs: Object.fromEntries(own)}
}

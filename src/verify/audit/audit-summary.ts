import type {AuditedSources} from './source/audit-sources.ts'

/** What the proof came to that nothing was lost: the sources against the book, and the book against every output. */
export interface AuditSummary extends AuditedSources {
  /** Characters that each output is to have, white space aside, and how many are not as in the book; by the output's name. */
  readonly outputs: Readonly<Record<string, AuditedOutput>>
}

/** What came of an audit of one output. */
export interface AuditedOutput {
  /** Characters of the book, as this output is to have them, white space aside. */
  readonly characters: number
  readonly found: number
  readonly unexplained: number
}

/** Both proofs as one: a character that one output has not is not found. */
export function auditSummary(sources: AuditedSources, outputs: Readonly<Record<string, AuditedOutput>>): AuditSummary {
  const lost = Math.max(0, ...Object.values(outputs).map(({unexplained}) => unexplained))
  return {...sources, found: Math.max(0, sources.found - lost), unexplained: sources.unexplained + lost, outputs}
}

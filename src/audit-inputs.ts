import {basename} from 'node:path'
import {VFile} from 'vfile'
import {importClipping} from './import/import-clipping.ts'
import type {AuditedOriginals, AuditedSources} from './model/audit-summary.ts'
import type {Book} from './model/book.ts'
import type {Dossier} from './model/dossier.ts'
import type {Settings} from './model/settings.ts'
import type {LocatedEdit} from './model/edit.ts'
import type {Draft} from './model/source.ts'
import {auditOriginals} from './verify/audit/original/audit-originals.ts'
import {auditSources} from './verify/audit/source/audit-sources.ts'

/** The sources against the book, and the originals against the sources. */
export type AuditedInputs = AuditedSources & {readonly originals?: AuditedOriginals}

/** What a book was made of, and what it became. */
export interface AuditedBook {
  readonly dossier: Dossier
  readonly book: Book
  readonly drafts: readonly Draft[]
  readonly sources: {readonly originals: readonly VFile[]; readonly isUnfolded: boolean}
  readonly settings: Settings
  /** What the editor changed in the sources, by the settings. */
  readonly edits: readonly LocatedEdit[]
  readonly hasOwnTemplates: boolean
  /** Every file with something said of it; originals join them. */
  readonly files: VFile[]
}

/** Holds the sources against the book, and the originals against the sources. What differs is put on the files. */
export function auditInputs({dossier, book, drafts, sources, settings, edits, hasOwnTemplates, files}: AuditedBook): AuditedInputs {
  const audited = auditSources({dossier, book, files, redactions: settings.redactions ?? [], hasOwnTemplates})
  const rule = (original: VFile, made: readonly Draft[]) => (sources.isUnfolded || (edits.length === 0 && isAsImported(original, made)) ? 'verify-audit-import' : 'verify-audit-original')
  const compared = auditOriginals(sources.originals, drafts, {rule, edits})
  files.push(...sources.originals.filter(({messages}) => messages.length > 0))
  return {...audited, ...(compared && {originals: compared})}
}

/** Whether sources are still, byte for byte, what the import makes of their original: then no editor has had a hand in them. */
function isAsImported(original: VFile, made: readonly Draft[]): boolean {
  const bytes = typeof original.value === 'string' ? Buffer.from(original.value) : original.value ?? new Uint8Array()
  const imported = new Set(importClipping({name: basename(original.path), bytes, file: new VFile({path: original.path, cwd: original.cwd})}).files.map(({content}) => String(content)))
  return made.every(({file}) => imported.has(String(file)))
}

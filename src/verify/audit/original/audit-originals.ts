import type {VFile} from 'vfile'
import type {AuditedOriginals} from '../../../model/audit-summary.ts'
import {withEdits, type LocatedEdit} from '../../../model/edit.ts'
import type {Draft} from '../../../model/source.ts'
import {auditImport, type ImportComplaints} from './audit-import.ts'

/** An original in plain text; of mail in transport form the lines are not those of its sources. */
const plain = /\.(?:md|markdown|txt)$/i

/**
 * Compares each original, with the edits that were stated, with the sources that name it as theirs, as far as it is plain
 * text. `undefined` where none is named.
 *
 * Reports the rule given, on the originals, once for each.
 *
 * @param options `rule`: asked for where there is something to report
 */
export function auditOriginals(originals: readonly VFile[], drafts: readonly Draft[], {rule, edits}: {readonly rule: (original: VFile, made: readonly Draft[]) => ReturnType<ImportComplaints['rule']>; readonly edits: readonly LocatedEdit[]}): AuditedOriginals | undefined {
  const audited = originals.filter(({path}) => plain.test(path)).flatMap((file) => {
    const made = drafts.filter(({meta}) => meta.kind !== 'notes' && meta.original?.file === file.path)
    const sources = made.map((draft) => ({path: draft.file.path, content: String(draft.file)}))
    return sources.length > 0 ? [auditImport(withEdits(String(file), edits.filter((one) => one.file === file.path)), sources, {file, rule: () => rule(file, made)})] : []
  })
  return sumOfOriginals(audited)
}

/** Counts of several originals as one; `undefined` for none. */
export function sumOfOriginals(audited: readonly AuditedOriginals[]): AuditedOriginals | undefined {
  return audited.length > 0 ? audited.reduce(sumOf) : undefined
}

function sumOf(one: AuditedOriginals, other: AuditedOriginals): AuditedOriginals {
  const keys = Object.keys(one) as (keyof AuditedOriginals)[]
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as unknown as AuditedOriginals
}

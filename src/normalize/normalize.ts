import type {Change} from '../model/change.ts'
import {copyTree} from '../model/copy-tree.ts'
import type {Settings} from '../model/settings.ts'
import type {Draft, Meta} from '../model/source.ts'
import {Journal} from './journal.ts'
import {normalizeTitle} from './normalize-title.ts'
import {transforms} from './transforms.ts'

/**
 * Normalizes the text and the title of a draft: marks, spaces and line breaks, never a letter or a digit. An exhibit changes in
 * nothing at all when the settings say `exhibits: diplomatic`; a transform is switched off by its id under `normalize`.
 *
 * Reports `normalize-quotes-balance` on the draft's file.
 *
 * @returns a new draft, and every change for the editorial log, in the order of the source
 */
export function normalizeDraft(draft: Draft, settings: Settings): {draft: Draft; changes: Change[]} {
  if (draft.meta.kind === 'exhibit' && settings.exhibits === 'diplomatic') return {draft, changes: []}
  const tree = copyTree(draft.tree)
  const journal = new Journal(draft.file.path)
  const context = {file: draft.file, meta: draft.meta, language: declaredFor(draft.meta, settings), journal}
  const active = transforms.filter(({id}) => settings.normalize[id] !== false)
  const meta = normalizeTitle(draft, active, context)
  for (const transform of active) transform.plugin(context)(tree)
  const changes = journal.changes.sort((a, b) => a.place.line - b.place.line)
  return {draft: {...draft, meta, tree}, changes}
}

function declaredFor(meta: Meta, settings: Settings): string | undefined {
  return (meta.kind === 'notes' ? undefined : meta.language) ?? settings.language
}

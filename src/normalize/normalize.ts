import type {Change} from '../model/change.ts'
import type {Settings} from '../model/settings.ts'
import type {Draft} from '../model/source.ts'
import {Journal} from './journal.ts'
import {transforms} from './transforms.ts'

/**
 * Normalizes the text of a draft: marks, spaces and line breaks, never a letter or a digit. An exhibit changes in
 * nothing at all when the settings say `exhibits: diplomatic`; a transform is switched off by its id under `normalize`.
 *
 * Reports `normalize-quotes-balance` on the draft's file.
 *
 * @returns a new draft, and every change for the editorial log, in the order of the source
 */
export function normalizeDraft(draft: Draft, settings: Settings): {draft: Draft; changes: Change[]} {
  if (draft.meta.kind === 'exhibit' && settings.exhibits === 'diplomatic') return {draft, changes: []}
  const tree = structuredClone(draft.tree)
  const journal = new Journal(draft.file.path)
  for (const transform of transforms) {
    if (settings.normalize[transform.id] === false) continue
    transform.plugin({file: draft.file, meta: draft.meta, journal})(tree)
  }
  const changes = journal.changes.sort((a, b) => a.place.line - b.place.line)
  return {draft: {...draft, tree}, changes}
}

import type {Blanked} from '../model/blanked.ts'
import type {Dossier} from '../model/dossier.ts'
import type {InputFile} from '../model/input-file.ts'
import {editorialLogName} from '../model/input-file.ts'
import type {RedactedPlace} from '../model/redaction.ts'

/**
 * The whole editorial log as data, however much of it is printed: every change of import and normalization with its place, what the editor changed by hand, what the import left out,
 * everything that the publisher blanked, and what the editor had taken out, with places and reasons and without the words.
 * The same dossier gives the same bytes.
 */
export function editorialLog({title, identifier, changes, imported, edits, articles, blanked, redactions, notes}: Dossier): InputFile {
  const log = {
    title,
    identifier,
    imported: imported.map(({rule, file, line, before, after}) => ({rule, file, line, before, after})),
    changes: changes.map(({rule, place, before, after}) => ({rule, file: place.file, line: place.line, before, after})),
    edits: edits.map(({file, line, before, after, reason}) => ({file, line, before, after, reason})),
    dropped: articles.flatMap(({dropped, origin}) => dropped.map(({lines, text, reason}) => ({file: origin?.file ?? null, lines: [lines.first, lines.last], text, reason}))),
    redacted: {
      byPublisher: blanked.flatMap((one) => blankedEntries(one, notes)),
      byEditor: redactions.map(({count, reason, places}) => ({count, reason, places: places.map(placeEntry)})),
    },
  }
  return {file: editorialLogName, kind: 'log', bytes: Buffer.from(`${JSON.stringify(log, null, 2)}\n`)}
}

/** An entry for each mailbox of a header line, for each sign in a body, and for each gap that a note tells of. */
function blankedEntries({what, names = [null], header, note, ...place}: Blanked, notes: Dossier['notes']): object[] {
  const {field: label, ...at} = placeEntry(place)
  if (what === 'mailbox') return names.map((name) => ({what, name, field: header ?? null, label: label ?? null, ...at}))
  return [{what, ...at, ...(note !== undefined && {note: notes.find(({id}) => id === note)?.number ?? null})}]
}

function placeEntry({file, line, within, message, field, paragraph}: RedactedPlace): Readonly<Record<string, string | number>> {
  return {file, line, ...(within !== undefined && {within}), ...(message !== undefined && {message}), ...(field !== undefined && {field}), ...(paragraph !== undefined && {paragraph})}
}

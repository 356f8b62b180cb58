import type {Dossier, Message} from '../model/dossier.ts'
import type {InputFile} from '../model/input-file.ts'
import {editorialLogName} from '../model/input-file.ts'
import {messagesOf} from './words-of.ts'

/**
 * The whole editorial log as data, however much of it is printed: every change of import and normalization with its place, what the import left out,
 * every mailbox that the publisher blanked, and what the editor had taken out, with the reasons and without the words.
 * The same dossier gives the same bytes.
 */
export function editorialLog({title, identifier, changes, imported, articles, exhibits, redactions}: Dossier): InputFile {
  const log = {
    title,
    identifier,
    imported: imported.map(({rule, file, line, before, after}) => ({rule, file, line, before, after})),
    changes: changes.map(({rule, place, before, after}) => ({rule, file: place.file, line: place.line, before, after})),
    dropped: articles.flatMap(({dropped, origin}) => dropped.map(({lines, text, reason}) => ({file: origin?.file ?? null, lines: [lines.first, lines.last], text, reason}))),
    redacted: {
      byPublisher: exhibits.flatMap((exhibit) => messagesOf(exhibit).flatMap(blankedIn)),
      byEditor: redactions.map(({count, reason}) => ({count, reason})),
    },
  }
  return {file: editorialLogName, kind: 'log', bytes: Buffer.from(`${JSON.stringify(log, null, 2)}\n`)}
}

function blankedIn({id, from, to, cc}: Message): object[] {
  const lines = Object.entries({from, to, cc})
  return lines.flatMap(([field, mailboxes]) => mailboxes.filter((one) => one.redacted).map(({name}) => ({message: id, field, name: name ?? null})))
}

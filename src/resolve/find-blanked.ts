import type {Nodes} from 'mdast'
import type {Blanked} from '../model/blanked.ts'
import type {Exhibit, HeaderLine, Message, Note} from '../model/dossier.ts'
import {nodesIn} from '../model/nodes-in.ts'
import {once} from '../model/once.ts'
import {readMailboxes} from '../model/read-mailboxes.ts'
import {redactionMark} from '../model/redaction.ts'
import {planAnchor, type AnchorPlan, type Reading} from './blocks.ts'
import {anchorOfMark} from './redacted-marks.ts'
import {headerLines, type LineOfHeader} from './header-lines.ts'
import type {RedactionJournal} from './redaction-journal.ts'
import {headerPlace, messagesOf, numberedBlocks} from './redaction-places.ts'
import type {Texts} from './texts.ts'

/** Signs that whoever publishes a text puts where words were: empty brackets, black boxes, words that say so. */
const signs = /[<＜]\s*[>＞]|[█■▇▆▓▒]{2,}|[[［〔【(（](?:\p{L}+\s){0,2}(?:redacted|withheld)[\]］〕】)）]|[[［〔【(（]\p{Script=Han}{0,8}(?:隐去|隱去|抹去|涂黑|塗黑)\p{Script=Han}{0,4}[\]］〕】)）]/giu
const fields = new Set<HeaderLine['field']>(['from', 'to', 'cc', 'bcc', 'reply-to'])

/** Signs of the publisher in the bodies of exhibits. Their anchors are planned; the editor's own marks are passed over. */
export function findBlankedWords(readings: readonly Reading[], {passages}: Texts, anchors: AnchorPlan): Blanked[] {
  const numbers = once(() => new Map(numberedBlocks(passages).map(({block, paragraph}) => [block as Nodes, paragraph])))
  let count = 0
  return readings.flatMap(({passage, blocks}) => (passage.kind === 'article' ? [] : blocks)
    .flatMap((block) => [...block.text.matchAll(signs)].flatMap(({index}): Blanked[] => {
      const run = block.runs.find(({start, node}) => start <= index && index < start + node.value.length)
      // In code nothing is blanked.
      if (!run || (run.start === index && anchorOfMark(run.parent.children as Nodes[], run.node) !== undefined)) return []
      const anchor = `blanked-${++count}`
      planAnchor(anchors, block, {offset: index, id: anchor})
      const paragraph = numbers().get(block.node as Nodes)
      return [{what: 'words', count: 1, nameless: 0, file: passage.file.path, line: run.node.position?.start.line ?? 1, within: passage.within, anchor, ...(paragraph !== undefined && {paragraph})}]
    })))
}

/** Everything that the publisher blanked in the exhibits, in their order: mailboxes of header lines, words, and what notes of omission tell of. */
export function blankedIn(exhibits: readonly Exhibit[], {words, notes, texts, journal}: {words: readonly Blanked[]; notes: readonly Note[]; texts: Texts; journal: RedactionJournal}): Blanked[] {
  const gaps = gapsIn(notes, texts)
  const numbered = words.length + gaps.length > 0 ? numberedBlocks(texts.passages) : []
  const paragraphs = new Map(numbered.map(({passage, paragraph, order}) => [`${passage.within} ${paragraph}`, order]))
  const lines = new Map(texts.passages.map(({content}, index) => [content as unknown, index]))
  return exhibits.flatMap((exhibit) => {
    const file = texts.passages.find((passage) => passage.within === exhibit.id)?.file
    const lineOf = headerLines(file)
    const headers = messagesOf(exhibit).flatMap((message) => message.headers.map((line, index) => ({order: lines.get(line) ?? -1, found: blankedMailboxes({exhibit, message, line, index}, {journal, lineOf})})))
    const own = [...words, ...gaps].filter(({within}) => within === exhibit.id).sort((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0))
    const inBodies = own.map((one) => ({order: paragraphs.get(`${one.within} ${one.paragraph}`) ?? Infinity, found: [one]}))
    return [...headers, ...inBodies].sort((a, b) => a.order - b.order).flatMap(({found}) => found)
  })
}

interface LineOfMessage {
  readonly exhibit: Exhibit
  readonly message: Message
  readonly line: HeaderLine
  readonly index: number
}

function blankedMailboxes({exhibit, message, line, index}: LineOfMessage, {journal, lineOf}: {journal: RedactionJournal; lineOf: LineOfHeader}): Blanked[] {
  if (!fields.has(line.field)) return []
  const path = message.id.slice(`${exhibit.id}-message-`.length).replaceAll('-', '.')
  const isEditors = journal.entries.some(({file, header}) => file === exhibit.source.file && header?.path === path && header.index === index)
  const blanked = readMailboxes(line.value).filter(({redacted, asPrinted}) => redacted && !(isEditors && new RegExp(`[<＜[(（]\\s*(?:mailto:)?${redactionMark}`, 'u').test(asPrinted)))
  if (blanked.length === 0) return []
  return [{what: 'mailbox', count: blanked.length, nameless: blanked.filter(({name}) => name === undefined).length, names: blanked.map(({name}) => name ?? null), header: line.field, file: exhibit.source.file, line: lineOf(path, index), ...headerPlace(exhibit, message, index)}]
}

/** Paragraphs of exhibits in which a note says that something is left out. */
function gapsIn(notes: readonly Note[], {passages}: Texts): Blanked[] {
  const omissions = new Map(notes.filter(({annotation}) => annotation === 'omission').map((note) => [note.id, note]))
  if (omissions.size === 0) return []
  return numberedBlocks(passages).flatMap(({passage, block, paragraph}) => {
    const found: Blanked[] = []
    if (passage.kind === 'exhibit') for (const call of nodesIn(block as Nodes, 'call')) {
      const note = omissions.get(call.note)
      if (note) found.push({what: 'note', count: 1, nameless: 0, file: passage.file.path, line: block.position?.start.line ?? 1, within: passage.within, paragraph, anchor: call.id, note: note.id})
    }
    return found
  })
}

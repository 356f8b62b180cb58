import type {Nodes} from 'hast'
import type {VFile} from 'vfile'
import type {Book} from '../../model/book.ts'
import {report} from '../../report/report.ts'
import type {PdfFacts} from '../pdf/pdf-facts.ts'

/** What may be on the pages all the same. */
export interface CharactersExpected {
  /** Characters that no font has: the renderer has said so. */
  readonly unprintable: ReadonlySet<string>
  /** Its own radicals are the writer's. `undefined`: nothing is known of the text. */
  readonly book?: Book
}

/** Signs that look like characters and are parts of them (U+2E80–2FDF): fonts name a glyph so by mistake. */
const radicals = /[\u2E80-\u2FDF]/g

/** Every glyph stands for a character, and for the one that is meant. Reports `verify-pdf-characters`, once a page. */
export function verifyCharacters(facts: PdfFacts, {unprintable, book}: CharactersExpected, file: VFile): void {
  const own = book ? radicalsOf(book) : new Set<string>()
  for (const {label, missing, runs} of facts.pages) {
    const text = runs.map((run) => run.text).join('')
    const strange = text.match(radicals)?.find((one) => !own.has(one))
    if (unprintable.size === 0 && (missing > 0 || text.includes('\uFFFD'))) {
      report(file, 'verify-pdf-characters', `Unexpected empty boxes on page ${label}, expected glyphs that stand for characters: ${Math.max(missing, text.split('\uFFFD').length - 1)}`)
    }
    if (strange !== undefined) {
      report(file, 'verify-pdf-characters', `Unexpected radical ${strange} (U+${(strange.codePointAt(0) ?? 0).toString(16).toUpperCase()}) on page ${label}, expected the character that looks like it`)
    }
  }
}

function radicalsOf({chapters}: Book): Set<string> {
  const found = new Set<string>()
  const walk = (node: Nodes): void => {
    if (node.type === 'text') for (const one of node.value.match(radicals) ?? []) found.add(one)
    if ('children' in node) node.children.forEach(walk)
  }
  for (const {body, notes} of chapters) {
    walk(body)
    for (const note of notes) note.children.forEach(walk)
  }
  return found
}

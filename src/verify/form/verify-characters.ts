import type {Nodes} from 'hast'
import type {VFile} from 'vfile'
import type {Book} from '../../model/book.ts'
import {report} from '../../report/report.ts'
import type {PdfFacts} from '../pdf/pdf-facts.ts'

/** Signs that look like characters and are parts of them (U+2E80–2FDF): fonts name a glyph so by mistake. */
const radicals = /[\u2E80-\u2FDF]/g

/**
 * Every glyph stands for a character, and for the one that is meant. Reports `verify-pdf-characters`, once a page.
 *
 * @param known whose own radicals are the writer's: the book; `proved` when each character was compared before; `undefined`
 *   when nothing is known of the text
 */
export function verifyCharacters(facts: PdfFacts, known: Book | 'proved' | undefined, file: VFile): void {
  const own = typeof known === 'object' ? radicalsOf(known) : new Set<string>()
  for (const {label, missing, runs} of facts.pages) {
    const text = runs.map((run) => run.text).join('')
    const strange = known === 'proved' ? undefined : text.match(radicals)?.find((one) => !own.has(one))
    if (missing > 0) {
      report(file, 'verify-pdf-characters', `Unexpected empty boxes on page ${label}, expected glyphs that stand for characters: ${missing}`)
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

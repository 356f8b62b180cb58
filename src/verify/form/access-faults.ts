import type {PdfFacts} from '../pdf/pdf-facts.ts'
import type {PdfAccess} from '../pdf/read-access.ts'
import type {PdfStructure} from '../pdf/read-structure.ts'

/** A PDF as read for those who do not see it. */
export interface ReadForAccess {
  readonly facts: PdfFacts
  readonly structure: PdfStructure
  readonly access: PdfAccess
}

/** Kinds of PDF 1.7 (ISO 32000-1 §14.8.4). */
const standard = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index', 'NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody',
  'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'])

/** What may stand around a kind that must not stand elsewhere. */
const around: Readonly<Record<string, RegExp>> = {TR: /^(?:Table|THead|TBody|TFoot)$/, TH: /^TR$/, TD: /^TR$/, THead: /^Table$/, TBody: /^Table$/, TFoot: /^Table$/, LI: /^L$/, LBody: /^LI$/}

/**
 * What of PDF/UA-1 (ISO 14289-1) does not hold, in words, as far as bytes can tell; empty when all of it does. Whether a
 * description fits its picture, or a heading its text, no program can say.
 */
export function accessFaults({facts, structure, access}: ReadForAccess): string[] {
  const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0)
  const faults: (string | false)[] = [
    (!facts.tagged || !access.marked) && 'content that is not marked as tagged (§7.1)',
    facts.title === undefined && 'no title (§7.1)',
    !access.displaysTitle && 'a title that viewers do not show (§7.1)',
    !facts.language && 'no language (§7.2)',
    counted(sum(facts.pages.map(({unmarked}) => unmarked)) + untagged(facts, structure), 'pieces neither tagged nor marked as artifacts (§7.1)'),
    ...[...structure.nested].flatMap((pair) => nestingFault(pair, access)),
    counted(structure.figures.filter((alt) => !alt?.trim()).length, 'figures without a description (§7.3)'),
    headingFault(structure.headings),
    counted(structure.headsWithoutScope, 'table headers that do not say whether they name a row or a column (§7.5)'),
    counted(structure.notes.length - new Set(structure.notes.filter((id) => id !== undefined)).size, 'notes without an identifier of their own (§7.9)'),
    counted(access.pagesWithoutOrder, 'pages whose links are not in the order of the tags (§7.18.3)'),
    counted(access.linksOutsideTags, 'links outside of tags (§7.18.1)'),
    counted(access.linksWithoutWords, 'links that say nothing of themselves (§7.18.5)'),
    counted(facts.fonts.filter(({embedded, hasToUnicode, type}) => !embedded || !hasToUnicode || type === 'Type3').length, 'fonts that are not whole (§7.21)'),
    counted(sum(facts.pages.map(({missing}) => missing)), 'glyphs that stand for no character (§7.21.8)'),
  ]
  return faults.filter((fault) => fault !== false)
}

function counted(count: number, what: string): string | false {
  return count > 0 && `${count} ${what}`
}

/** Stretches of text that are marked and have no place in the tree. */
function untagged({pages}: PdfFacts, {mcids, pages: pageOf}: PdfStructure): number {
  const known = pages.map(() => new Set<number>())
  mcids.forEach((mcid, index) => known[pageOf[index] as number]?.add(mcid))
  return pages.reduce((count, {runs}, page) => count + runs.filter(({mcid, text}) => mcid !== undefined && text.trim() !== '' && !known[page]?.has(mcid)).length, 0)
}

/** @param pair `outer>inner` */
function nestingFault(pair: string, {mapped}: PdfAccess): string[] {
  const [outer = '', inner = ''] = pair.split('>')
  const kindOf = (kind: string): string => mapped.get(kind) ?? kind
  if (!standard.has(kindOf(inner))) return [`elements of an unknown kind, ${inner} (§7.1)`]
  return around[kindOf(inner)]?.test(kindOf(outer)) === false ? [`${inner} within ${outer} (§7.2)`] : []
}

function headingFault(levels: readonly number[]): string | false {
  const at = levels.findIndex((level, index) => level > (levels[index - 1] ?? 0) + 1)
  return at >= 0 && `a heading of level ${levels[at]} after one of level ${levels[at - 1] ?? 0} (§7.4.2)`
}

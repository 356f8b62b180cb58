import type {PdfDictionary} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'

/** What a PDF says, beside its tags, to programs that read it aloud (ISO 14289-1 §7). */
export interface PdfAccess {
  /** `MarkInfo` says that content is tagged, and nothing that the tags are doubtful. */
  readonly marked: boolean
  /** A viewer shows the title in place of the file's name. */
  readonly displaysTitle: boolean
  /** Kinds of elements that are said to be another kind. */
  readonly mapped: ReadonlyMap<string, string>
  /** Pages with links that are not visited in the order of the tags. */
  readonly pagesWithoutOrder: number
  /** Links that say nothing of themselves, and those that stand in no tag. */
  readonly linksWithoutWords: number
  readonly linksOutsideTags: number
  /** The metadata bear the identifier of PDF/UA-1. */
  readonly claims: boolean
}

/** Reads the catalog, the pages, and their annotations. */
export function readAccess(file: PdfFile, catalog: PdfDictionary, pages: readonly PdfDictionary[]): PdfAccess {
  const mark = file.dictionary(catalog.get('MarkInfo'))
  const root = file.dictionary(catalog.get('StructTreeRoot'))
  const links = pages.flatMap((page) => file.array(page.get('Annots')).map((one) => file.dictionary(one)))
  const withLinks = pages.filter((page) => file.array(page.get('Annots')).length > 0)
  return {
    marked: file.resolve(mark.get('Marked')) === true && file.resolve(mark.get('Suspects')) !== true,
    displaysTitle: file.resolve(file.dictionary(catalog.get('ViewerPreferences')).get('DisplayDocTitle')) === true,
    mapped: new Map([...file.dictionary(root.get('RoleMap'))].map(([kind, value]) => [kind, file.name(value) ?? ''])),
    pagesWithoutOrder: withLinks.filter((page) => file.name(page.get('Tabs')) !== 'S').length,
    linksWithoutWords: links.filter((link) => !hasWords(file.resolve(link.get('Contents')))).length,
    linksOutsideTags: links.filter((link) => file.number(link.get('StructParent')) === undefined).length,
    claims: /<pdfuaid:part>\s*1\s*</.test(Buffer.from(file.content(catalog.get('Metadata'))).toString('utf8')),
  }
}

function hasWords(value: unknown): boolean {
  return value instanceof Uint8Array && value.length > 0
}

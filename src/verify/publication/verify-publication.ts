import type {VFile} from 'vfile'
import type {FileContent} from '../../model/world.ts'
import {report} from '../../report/report.ts'
import type {EditionExpectations} from '../editions.ts'
import {linkTroubles} from './link-troubles.ts'
import {noteTroubles} from './note-troubles.ts'
import {packageTroubles} from './package-troubles.ts'
import {pageTroubles} from './page-troubles.ts'
import {readPackage, type PackageFacts} from './read-package.ts'
import {readPublication, type Publication} from './read-publication.ts'
import {remoteTroubles} from './remote-troubles.ts'
import {textTroubles} from './text-troubles.ts'

/**
 * Reads the files of a publication back with an XML parser and holds them against the Book.
 *
 * Reports `verify-epub-is-xml`, `verify-epub-ids-once`, `verify-epub-links-land`, `verify-epub-notes`, `verify-epub-text`,
 * `verify-epub-pages`, `verify-epub-manifest`, `verify-epub-stands-alone`.
 *
 * @param files paths relative to the package document
 */
export function verifyPublication(files: readonly FileContent[], expectations: EditionExpectations, file: VFile): void {
  const publication = readPublication(files)
  const found = findTroubles(publication, expectations)
  for (const [rule, troubles] of Object.entries(found) as [keyof typeof found, readonly string[]][]) {
    for (const trouble of troubles.slice(0, mostSaid)) report(file, rule, trouble)
    if (troubles.length > mostSaid) report(file, rule, `Unexpected further findings of the same kind: ${troubles.length - mostSaid}`)
  }
}

/** A book that is wrong in one way is mostly wrong so in many places. */
const mostSaid = 5

function findTroubles(publication: Publication, {book, pages = []}: EditionExpectations) {
  const facts = readPackage(publication)
  const chapters = book.chapters.flatMap((chapter, index) => {
    const document = publication.documents.get(facts?.spine[index] ?? '')
    return document ? [{chapter, document}] : []
  })
  return {
    'verify-epub-is-xml': publication.unreadable,
    'verify-epub-manifest': packageTroubles(facts, publication, {book, pages}),
    'verify-epub-ids-once': idTroubles(publication),
    'verify-epub-links-land': linkTroubles(publication),
    'verify-epub-stands-alone': remoteTroubles(publication),
    'verify-epub-notes': chapters.flatMap(({chapter, document}) => noteTroubles(chapter, document, publication)),
    'verify-epub-text': chapters.flatMap(({chapter, document}) => textTroubles(chapter, document)),
    'verify-epub-pages': pagesOf(publication, facts, {book, pages}),
  } as const
}

/** Ids as XML takes them, each once in its file. */
function idTroubles({documents}: Publication): string[] {
  return [...documents.values()].flatMap(({path, byId, repeatedIds}) => [
    ...repeatedIds.map((id) => `Unexpected second element with the id ${id} in ${path}, expected one`),
    ...[...byId.keys()].filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id)).map((id) => `Unexpected id “${id}” in ${path}, expected a name of XML`),
  ])
}

function pagesOf(publication: Publication, facts: PackageFacts | undefined, {book, pages}: Required<Pick<EditionExpectations, 'book' | 'pages'>>): string[] {
  const navigation = publication.documents.get(facts?.items.find(({properties}) => properties === 'nav')?.path ?? '')
  if (!facts || !navigation) return ['Unexpected lack of a navigation document']
  return pageTroubles(publication, navigation, {book, pages, spine: facts.spine})
}

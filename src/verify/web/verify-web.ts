import type {VFile} from 'vfile'
import type {Book} from '../../model/book.ts'
import type {FileContent} from '../../model/world.ts'
import {report} from '../../report/report.ts'
import type {EditionExpectations} from '../editions.ts'
import {noteTroubles} from './note-troubles.ts'
import {readWebPage, type WebPage} from './read-web-page.ts'
import {remoteTroubles} from './remote-troubles.ts'
import {textTroubles} from './text-troubles.ts'

/**
 * Reads the web edition back with an HTML parser and holds it against the Book.
 *
 * Reports `verify-web-is-html`, `verify-web-names-itself`, `verify-web-ids-once`, `verify-web-links-land`,
 * `verify-web-notes`, `verify-web-stands-alone`, `verify-web-text`.
 */
export async function verifyWeb(files: readonly FileContent[], {book}: EditionExpectations, file: VFile): Promise<void> {
  const [one] = files
  if (!one) return
  const page = readWebPage(typeof one.content === 'string' ? one.content : new TextDecoder().decode(one.content))
  for (const [rule, troubles] of Object.entries(findTroubles(page, book)) as [keyof ReturnType<typeof findTroubles>, readonly string[]][]) {
    for (const trouble of troubles.slice(0, mostSaid)) report(file, rule, trouble)
    if (troubles.length > mostSaid) report(file, rule, `Unexpected further findings of the same kind: ${troubles.length - mostSaid}`)
  }
}

/** A page that is wrong in one way is mostly wrong so in many places. */
const mostSaid = 5

function findTroubles(page: WebPage, book: Book) {
  return {
    'verify-web-is-html': page.parseErrors.map((says) => `Unexpected HTML: ${says}`),
    'verify-web-names-itself': nameTroubles(page, book),
    'verify-web-ids-once': page.repeatedIds.map((id) => `Unexpected second element with the anchor ${id}, expected one`),
    'verify-web-links-land': linkTroubles(page),
    'verify-web-notes': noteTroubles(page, book),
    'verify-web-stands-alone': remoteTroubles(page),
    'verify-web-text': textTroubles(page, book),
  } as const
}

function nameTroubles({title, language, headings}: WebPage, book: Book): string[] {
  const tops = headings.filter((level) => level === 1).length
  const gap = headings.findIndex((level, index) => index > 0 && level > (headings[index - 1] ?? 0) + 1)
  return [
    ...(title.trim() === '' ? ['Unexpected page without a title'] : []),
    ...(language === book.language ? [] : [`Unexpected language “${language}”, expected “${book.language}”`]),
    ...(tops === 1 ? [] : [`Unexpected number of highest headings: ${tops}, expected one`]),
    ...(gap < 0 ? [] : [`Unexpected heading of level ${headings[gap]} after one of level ${headings[gap - 1]}`]),
  ]
}

function linkTroubles({links, byId}: WebPage): string[] {
  return links.filter(({href}) => href.startsWith('#') && !byId.has(decodeURIComponent(href.slice(1))))
    .map(({href, words}) => `Unexpected link “${words}” to ${href}, expected an anchor that is there`)
}

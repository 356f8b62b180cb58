import type {Chapter} from '../../model/book.ts'
import {findTarget} from './link-troubles.ts'
import {hasWord, wordsOf, type Publication, type XmlFile} from './read-publication.ts'

/** Notes of a chapter that are missing, without their calls, or without a way back to each of them. */
export function noteTroubles(chapter: Chapter, document: XmlFile, publication: Publication): string[] {
  const notes = document.elements.filter((one) => one.name === 'aside' && hasWord(one, 'epub:type', 'footnote') && one.attributes['role'] === 'doc-footnote')
  const calls = document.elements.filter((one) => one.name === 'a' && hasWord(one, 'epub:type', 'noteref') && one.attributes['role'] === 'doc-noteref')
  const missing = chapter.notes.length === notes.length ? [] : [`Unexpected number of notes in ${document.path}: ${notes.length}, expected ${chapter.notes.length}`]
  return [...missing, ...chapter.notes.flatMap(({label, calls: expected}, index) => {
    const note = notes[index]
    if (!note) return []
    const own = calls.filter((call) => findTarget(publication, document, String(call.attributes['href']))?.element === note)
    const waysBack = elementsWithin(document, note).filter((one) => one.attributes['role'] === 'doc-backlink').map((one) => findTarget(publication, document, String(one.attributes['href']))?.element)
    const called = own.filter((call) => wordsOf(call).trim() === label)
    return [
      ...(own.length === 0 ? [`Unexpected note ${label} in ${document.path} without a call`] : []),
      ...(called.length === own.length ? [] : [`Unexpected call in ${document.path} with other words than the label ${label} of its note`]),
      ...(waysBack.length === expected.length && own.every((call) => waysBack.includes(call)) ? [] : [`Unexpected lack of a way back from note ${label} in ${document.path} to each of its calls`]),
    ]
  })]
}

function elementsWithin({elements}: XmlFile, parent: XmlFile['elements'][number]): XmlFile['elements'] {
  const within = new Set<unknown>([parent])
  return elements.filter((one) => {
    if (within.has(one)) one.children.forEach((child) => within.add(child))
    return one !== parent && within.has(one)
  })
}

import type {Text} from 'mdast'
import type {VFile} from 'vfile'
import type {Exhibit} from '../model/dossier.ts'
import {readExhibitNumber} from '../model/exhibit-label.ts'
import {nearestName} from '../model/nearest-name.ts'
import type {UnpublishedExhibit} from '../model/settings.ts'
import {report} from '../report/report.ts'
import type {OpenAbsence} from './link-citations.ts'
import type {Passage} from './texts.ts'

/** Where numbers are cited that no exhibit has. */
export interface AbsencePlace {
  readonly node: Text
  readonly passage: Passage
  readonly exhibits: readonly Exhibit[]
  /** The bracket. */
  readonly asPrinted: string
  /** True where the text was imported: what it says is a finding, and no mistake of the editor. */
  readonly isImported: boolean
  /** Numbers of which a warning was given, each with its file; those that are warned of here join them. */
  readonly warned: Set<string>
}

/**
 * Reports numbers of a bracket that no exhibit has: `resolve-citation-exists`, an error, in a text of one's own;
 * `resolve-cited-is-here`, a warning, once for each number of a file, in an imported one.
 */
export function reportAbsent(missing: readonly string[], {node, passage, exhibits, asPrinted, isImported, warned}: AbsencePlace): void {
  const {file} = passage
  const keyOf = (words: string): string => `${readExhibitNumber(words)} ${file.path}`
  const numbers = isImported ? missing.filter((one) => !warned.has(keyOf(one))) : missing
  if (numbers.length === 0) return
  for (const one of numbers) warned.add(keyOf(one))
  const list = listed(numbers)
  const which = asPrinted.includes(list) ? '' : ` (${list})`
  const known = exhibits.map((exhibit) => exhibit.number)
  const near = nearestName(numbers[0] ?? '', known)
  const statement = `“unpublished: [${listed(numbers.map(readExhibitNumber))}]” in dossier.yaml`
  if (isImported) {
    report(file, 'resolve-cited-is-here', `Unexpected citation ${asPrinted}${which} of what is not among the exhibits, expected one that is`, {
      place: node.position,
      expected: known,
      hint: `It is printed as it stands, and listed among the claims as not among the exhibits. If it was not published, state it with ${statement}; if it is at hand, add it under exhibits/.`,
    })
    return
  }
  const there = known.length === 0 ? 'There is no exhibit: add one under exhibits/, or escape the bracket as \\[ to print the words.' : `The exhibits are ${known.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}.`
  report(file, 'resolve-citation-exists', `Unexpected citation ${asPrinted}${which}, expected the number of an exhibit that is there`, {
    place: node.position,
    expected: known,
    hint: `${there} If what is cited was not published, state it with ${statement}.`,
  })
}

/** Reports `resolve-unpublished-holds` for what the settings name as unpublished though it is here, or nothing cites it. */
export function checkUnpublished(unpublished: readonly UnpublishedExhibit[], {exhibits, absent}: {readonly exhibits: readonly Exhibit[]; readonly absent: readonly OpenAbsence[]}, file: VFile): void {
  const there = new Map(exhibits.map((one) => [readExhibitNumber(one.number), one.number]))
  const cited = new Set(absent.flatMap(({numbers}) => numbers.map(readExhibitNumber)))
  for (const {number, place} of unpublished) {
    const own = there.get(readExhibitNumber(number))
    if (own === undefined && cited.has(readExhibitNumber(number))) continue
    const what = own === undefined ? 'that no article cites, expected one that is cited' : 'that is among the exhibits, expected one that is not'
    report(file, 'resolve-unpublished-holds', `Unexpected unpublished exhibit ${number} ${what}`, {place, hint: 'Take it out of “unpublished” in dossier.yaml.'})
  }
}

/** A long list by its beginning and its end. */
function listed(numbers: readonly string[]): string {
  return numbers.length > 6 ? `${numbers.slice(0, 5).join(', ')} … ${numbers.at(-1) ?? ''}` : numbers.join(', ')
}

import type {Nodes, Parents} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import {enoughLetters, hasEnoughLetters, isShortWord, lettersOf} from '../model/redaction-pattern.ts'
import {isRedactedWhole, type Redactor} from '../model/redaction.ts'
import type {Redaction} from '../model/settings.ts'
import {report} from '../report/report.ts'
import {placeOfWords} from './place-of.ts'
import type {ResolveInput} from './resolve-dossier.ts'

/** The input before and after words were taken out of it. */
export interface CheckedRedaction {
  readonly given: ResolveInput
  readonly redacted: ResolveInput
  readonly redactions: readonly Redaction[]
  readonly redactor: Redactor
}

/**
 * Looks for what a redaction leaves behind: the same letters with other marks between them, names of files, reasons,
 * other spellings of a listed person. Words of texts are never shown.
 *
 * Reports `resolve-redaction-spelling`, `resolve-redaction-file-name`, `resolve-redaction-reason`,
 * `resolve-redaction-person`, `resolve-redaction-picture`.
 */
export function checkRedacted(checked: CheckedRedaction): void {
  checkReasons(checked)
  checkFileNames(checked)
  checkPeople(checked)
  checkPictures(checked)
  const long = checked.redactions.flatMap(({text}, of) => (hasEnoughLetters(text) ? [{of, letters: lettersOf(text)}] : []))
  if (long.length === 0) return
  const {redacted: {drafts, lists, settings, file}} = checked
  for (const draft of drafts) {
    const bodyLine = draft.tree.children[0]?.position?.start.line ?? Infinity
    checkText({...checked, long, file: draft.file, text: stringsIn(draft.meta).join('\n\u0001'), first: 1, last: bodyLine - 1})
    for (const {text, first, last} of blockTexts(draft.tree)) checkText({...checked, long, file: draft.file, text, first, last})
  }
  for (const entry of [...(lists?.people ?? []), ...(lists?.events ?? []), ...(lists?.terms ?? [])]) {
    const own = lists?.files.find(({path}) => path === entry.place.file)
    if (own) checkText({...checked, long, file: own, text: stringsIn(entry).join('\n\u0001'), first: entry.place.line, last: Infinity})
  }
  checkText({...checked, long, file, text: [settings.title, settings.subtitle, settings.editor].join('\n\u0001'), first: 1, last: Infinity})
}

interface TextToCheck extends CheckedRedaction {
  readonly long: readonly {readonly of: number; readonly letters: string}[]
  readonly file: VFile
  /** Pieces that have nothing to do with each other are parted by U+0001. */
  readonly text: string
  readonly first: number
  readonly last: number
}

function checkText({long, file, text, first, last, redactor, redactions}: TextToCheck): void {
  const pieces = text.split('\u0001').map(lettersOf).filter((one) => one.length >= enoughLetters)
  for (const {of, letters} of long) {
    if (!pieces.some((piece) => piece.includes(letters))) continue
    for (const {line, column} of spellingsOf(letters, {file, first, last, redactor})) {
      report(file, 'resolve-redaction-spelling', `Unexpected words that redaction ${of + 1} takes out in another spelling, expected none that stay`, {
        place: {file: file.path, line, column},
        hint: 'Here other marks stand between its letters than in “redactions”. Add a redaction with the words as they stand here (“- text: …”), or change them.',
        related: related(redactions[of]),
      })
    }
  }
}

/** Places in lines of a file where the letters stand with other marks between them than those that a redactor finds. */
function spellingsOf(letters: string, {file, first, last, redactor}: {file: VFile; first: number; last: number; redactor: Redactor}): {line: number; column: number}[] {
  const lines = String(file).split('\n')
  const text = lines.slice(first - 1, last).join('\n')
  const loose = new RegExp([...letters].join('[^\\p{L}\\p{N}\\u0001]*'), 'giu')
  const all = [...text.matchAll(loose)]
  const other = all.filter((match) => redactor.rangesIn(match[0]).length === 0)
  const found = (other.length > 0 ? other : all).map(({index}) => {
    const before = text.slice(0, index).split('\n')
    return {line: first + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1}
  })
  return found.length > 0 ? found : [{line: first, column: 1}]
}

function checkReasons({redactions, redactor, given: {file}}: CheckedRedaction): void {
  redactions.forEach(({reason, place}, index) => {
    const letters = lettersOf(reason)
    const held = [...redactor.rangesIn(reason).flatMap(({of}) => of), ...redactions.flatMap(({text}, of) => (hasEnoughLetters(text) && letters.includes(lettersOf(text)) ? [of] : []))]
    if (held.length === 0) return
    report(file, 'resolve-redaction-reason', `Unexpected words in the reason of redaction ${index + 1} that redaction ${(held[0] ?? 0) + 1} takes out, expected a reason without them`, {
      place,
      hint: 'The reason is printed in the editorial log. Say what was taken out in general words: “the name of a private person”.',
    })
  })
}

/** Names of files go into the manifest and the editorial log as they are. */
function checkFileNames({given, redactor, redactions}: CheckedRedaction): void {
  const told = new Set<string>()
  const check = (path: string, file: VFile, line: number): void => {
    const [of] = redactor.heldBy(path)
    if (of === undefined || told.has(path)) return
    told.add(path)
    report(file, 'resolve-redaction-file-name', `Unexpected name of a file, ${path}, with words that redaction ${of + 1} takes out, expected a name without them`, {
      place: {file: file.path, line},
      hint: 'Manifest and editorial log name the files. Rename this one, and what refers to it.',
      related: related(redactions[of]),
    })
  }
  for (const {file} of given.drafts) check(file.path, file, 1)
  for (const {path, source, reference} of given.pictures) {
    const file = given.drafts.find((one) => one.file.path === source)?.file
    if (path !== undefined && file) check(path, file, placeOfWords(file, reference).line)
  }
  for (const path of [...given.originals.map(({file}) => file), ...(given.named ?? [])]) check(path, given.file, redactions[redactor.heldBy(path)[0] ?? 0]?.place?.line ?? 1)
}

/** What a picture shows is not read: a scan of a letter has the words that its text lost. */
function checkPictures({given, redactor}: CheckedRedaction): void {
  const told = new Set<string>()
  const warn = (file: VFile, line: number, name: string): void => {
    if (told.has(`${file.path}:${line}:${name}`)) return
    told.add(`${file.path}:${line}:${name}`)
    const holdsWords = redactor.rangesIn(String(file)).length > 0
    const shown = redactor.heldBy(name).length > 0 || name.startsWith('data:') ? 'a picture' : `the picture ${name}`
    report(file, 'resolve-redaction-picture', `Unexpected sight of ${shown}${holdsWords ? ', in a text that holds words which redactions take out' : ', beside redactions'}, expected that someone has looked at it`, {
      place: {file: file.path, line},
      hint: 'No program reads what a picture shows: look for yourself whether it shows what is taken out; black it out in the picture, or silence this rule with the reason that you have looked.',
    })
  }
  for (const {source, reference} of given.pictures) {
    const file = given.drafts.find((one) => one.file.path === source)?.file
    if (file) warn(file, placeOfWords(file, reference).line, reference)
  }
  for (const {file, line, name} of given.ownPictures ?? []) warn(file, line, name)
}

/** A person whose name is taken out is still known by the other spellings that the list gives. */
function checkPeople({given: {lists}, redactor, redactions}: CheckedRedaction): void {
  for (const {name, also, place} of lists?.people ?? []) {
    const gone = [name, ...also].filter((one) => !one.includes('@') && isRedactedWhole(redactor.redact(one)))
    const left = [name, ...also].filter((one) => redactor.rangesIn(one).length === 0)
    const file = lists?.files.find((one) => one.path === place.file)
    const [of] = gone.flatMap((one) => redactor.rangesIn(one).flatMap((range) => range.of))
    if (!file || of === undefined || left.length === 0) continue
    report(file, 'resolve-redaction-person', `Unexpected spellings that stay of a person whom redaction ${of + 1} takes out: ${left.join(', ')}, expected that all go, or none`, {
      place,
      hint: `Where they name the person, add each to “redactions”${left.some(isShortWord) ? '; one short word is taken out only as a whole word' : ''}.`,
      related: related(redactions[of]),
    })
  }
}

function related(redaction: Redaction | undefined): {place: NonNullable<Redaction['place']>; says: string} | undefined {
  return redaction?.place && {place: redaction.place, says: 'the redaction stands here'}
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'file' || key === 'original' || key === 'place' && typeof one !== 'string' ? [] : [key, ...stringsIn(one)]))
}

const blocks = new Set(['paragraph', 'heading', 'tableRow', 'code', 'html'])

/** Words of each block, with its lines; the cells of a row are one. */
function blockTexts(node: Nodes): {text: string; first: number; last: number}[] {
  if (!blocks.has(node.type)) return 'children' in node ? node.children.flatMap(blockTexts) : []
  const first = node.position?.start.line ?? 1
  return [{text: node.type === 'tableRow' ? (node as Parents).children.map((cell) => toString(cell)).join(' ') : toString(node), first, last: node.position?.end.line ?? first}]
}

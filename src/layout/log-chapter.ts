import type {Chapter} from '../model/book.ts'
import type {Change} from '../model/change.ts'
import {redactionMark} from '../model/redaction.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'
import {mostPlaces, PlaceWords} from './log-places.ts'
import {droppedView, exhibitName} from './words-of.ts'

/** Changes that are printed one by one; of more there are this many examples for each rule, and all in the attached log. */
const mostPrinted = 150
const examples = 6
/** Changes of the import that are printed one by one: most only join lines. */
const mostImported = 30
const importedExamples = 3

/** Whether there is anything to log. */
export function hasLog({dossier}: Bench): boolean {
  return dossier.changes.length + dossier.imported.length + dossier.edits.length > 0 || dossier.articles.some((one) => one.dropped.length > 0) || dossier.blanked.length > 0 || dossier.redactions.length > 0
}

/**
 * Every change to the text by rule, what the editor changed by hand, what the import left out, and what is blanked, by the publisher or the editor, each
 * place with its page.
 *
 * @param chapters articles and exhibits as they were laid out: their anchors are what places lead to
 */
export function logChapter(bench: Bench, chapters: readonly Pick<Chapter, 'id' | 'body'>[]): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['log'] ?? ''
  const isShort = dossier.changes.length <= mostPrinted
  const rules = [...new Set(dossier.changes.map((one) => one.rule))]
  const imported = dossier.imported.map(({file, line, ...one}): Change => ({...one, place: {file, line}}))
  const importRules = [...new Set(imported.map((one) => one.rule))]
  const isImportShort = imported.length <= mostImported
  const view = {
    title,
    lead: fillWord(words, isShort ? 'log-lead' : 'log-lead-long', [dossier.changes.length, examples]),
    rules: rules.map((rule) => ruleView(rule, dossier.changes.filter((one) => one.rule === rule), {shown: isShort ? Infinity : examples, words})),
    importedLead: dossier.imported.length === 0 ? '' : fillWord(words, isImportShort ? 'log-imported' : 'log-imported-long', [dossier.imported.length, importedExamples]),
    imported: importRules.map((rule) => ruleView(rule, imported.filter((one) => one.rule === rule), {shown: isImportShort ? Infinity : importedExamples, words})),
    edits: dossier.edits.map(({file, line, before, after, reason}) => ({...changeView({rule: 'edit', place: {file, line}, before, after}, words), reason})),
    dropped: dossier.articles.flatMap(({dropped}) => dropped.map((one) => droppedView(one, words))),
    ...blankedView(bench, chapters),
  }
  return {
    id: 'log',
    kind: 'log',
    part: 'back',
    runningHead: {part: dossier.title, chapter: title},
    starts: 'next',
    language: dossier.language,
    title,
    body: bench.fill('log', view),
  }
}

function ruleView(rule: string, own: readonly Change[], {shown, words}: {shown: number; words: Bench['words']}): object {
  return {rule: words[`rule-${rule}`] ?? rule, id: `log-${rule}`, count: own.length, changes: own.slice(0, shown).map((one) => changeView(one, words))}
}

function changeView({place, before, after}: Change, words: Bench['words']): object {
  return {place: `${place.file}:${place.line}`, before: visible(before, words), after: visible(after, words)}
}

/** Spaces, line ends and control characters by their names: they cannot be seen. */
function visible(text: string, words: Bench['words']): string {
  if (text === '') return words['log-nothing'] ?? ''
  return text.replace(/\n+/g, words['log-line-end'] ?? '').replace(/^ +| +$|^[\u00a0\u2000-\u200a\u3000]+$/g, (spaces) => fillWord(words, 'log-space', [spaces.length]))
    .replace(/[\p{Cc}\p{Cf}\uFFFE\uFFFF]/gu, (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
}

/** A row for each place that the publisher blanked, and for each redaction of the editor its places. */
function blankedView(bench: Bench, chapters: readonly Pick<Chapter, 'id' | 'body'>[]): object {
  const {dossier, words} = bench
  if (dossier.blanked.length + dossier.redactions.length === 0) return {blanked: [], redactions: []}
  const places = new PlaceWords(bench, chapters)
  const exhibits = new Map(dossier.exhibits.map((one) => [one.id, exhibitName(one, words)]))
  const {editor} = dossier.settings
  return {
    blanked: places.grouped(dossier.blanked, (one) => [one.within, places.within(one), places.blanked(one)].join('\n')).flatMap(({anchors, places: own}) => {
      const [first] = own
      return first ? [{name: exhibits.get(first.within ?? '') ?? '', where: places.within(first), what: places.blanked(first, own.reduce((sum, {count}) => sum + count, 0)), anchors}] : []
    }),
    redactionsLead: fillWord(words, editor === undefined ? 'log-redactions-lead' : 'log-redactions-lead-by', [redactionMark, editor]),
    redactions: dossier.redactions.map(({count, reason, places: own}) => ({
      count: fillWord(words, 'log-redacted-count', [count]),
      reason,
      places: places.all(own.slice(0, mostPlaces)),
      more: own.length > mostPlaces ? fillWord(words, 'log-redacted-more', [own.length - mostPlaces]) : '',
    })),
  }
}

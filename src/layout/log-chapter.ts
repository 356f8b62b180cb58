import type {Chapter} from '../model/book.ts'
import type {Change} from '../model/change.ts'
import type {Bench} from './bench.ts'
import {fillWord} from './compile-templates.ts'
import {exhibitName, messagesOf} from './words-of.ts'

/** Changes that are printed one by one; of more there are this many examples for each rule, and all in the attached log. */
const mostPrinted = 150
const examples = 6
/** Changes of the import that are printed one by one: most only join lines. */
const mostImported = 30
const importedExamples = 3

/** Whether there is anything to log. */
export function hasLog({dossier}: Bench): boolean {
  return dossier.changes.length + dossier.imported.length > 0 || dossier.articles.some((one) => one.dropped.length > 0) || blankedMailboxes(dossier).length > 0 || dossier.redactions.length > 0
}

/** Every change to the text by rule, what the import left out, and what is blanked, by the publisher or the editor. */
export function logChapter(bench: Bench): Omit<Chapter, 'notes'> {
  const {dossier, words} = bench
  const title = words['log'] ?? ''
  const isShort = dossier.changes.length <= mostPrinted
  const rules = [...new Set(dossier.changes.map((one) => one.rule))]
  const imported = dossier.imported.map(({file, line, ...one}): Change => ({...one, place: {file, line}}))
  const importRules = [...new Set(imported.map((one) => one.rule))]
  const isImportShort = imported.length <= mostImported
  const blanked = blankedMailboxes(dossier)
  const view = {
    title,
    lead: fillWord(words, isShort ? 'log-lead' : 'log-lead-long', [dossier.changes.length, examples]),
    rules: rules.map((rule) => ruleView(rule, dossier.changes.filter((one) => one.rule === rule), {shown: isShort ? Infinity : examples, words})),
    importedLead: dossier.imported.length === 0 ? '' : fillWord(words, isImportShort ? 'log-imported' : 'log-imported-long', [dossier.imported.length, importedExamples]),
    imported: importRules.map((rule) => ruleView(rule, imported.filter((one) => one.rule === rule), {shown: isImportShort ? Infinity : importedExamples, words})),
    dropped: dossier.articles.flatMap(({dropped}) => dropped.map((one) => ({lines: `${one.lines.first}–${one.lines.last}`, text: one.text, reason: one.reason}))),
    blanked: blanked.map(({exhibit, count, nameless}) => ({id: exhibit.id, name: exhibitName(exhibit, words), count: fillWord(words, 'log-blanked-count', [count]), nameless: nameless === 0 ? '' : fillWord(words, 'log-nameless-count', [nameless])})),
    redactions: dossier.redactions.map(({count, reason}) => ({count: fillWord(words, 'log-redacted-count', [count]), reason})),
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

/** Exhibits with mailboxes that the publisher blanked. */
function blankedMailboxes({exhibits}: Bench['dossier']): {exhibit: Bench['dossier']['exhibits'][number]; count: number; nameless: number}[] {
  return exhibits.flatMap((exhibit) => {
    const blanked = messagesOf(exhibit).flatMap(({from, to, cc}) => [...from, ...to, ...cc]).filter((one) => one.redacted)
    return blanked.length === 0 ? [] : [{exhibit, count: blanked.length, nameless: blanked.filter((one) => one.name === undefined).length}]
  })
}

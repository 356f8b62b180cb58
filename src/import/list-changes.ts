import type {ImportedChange} from '../model/change.ts'
import type {Kept} from './check-kept.ts'
import {decodeEntities} from '../model/mail/plain-words.ts'
import type {Line} from '../model/mail/split-lines.ts'

const wordCharacter = /[\p{L}\p{N}]/gu
/** Characters shown of the words on either side. */
const aside = 6

/** A text, and where its letters and digits stand. */
interface Lettered {
  readonly text: string
  readonly places: readonly number[]
}

/**
 * What an import did between the letters and digits of a page, which it leaves alone: marks of emphasis mended or taken
 * off, lines joined. Whatever differs there between the original and what was written is in the list; marks of quotations,
 * of lists and of addresses, and blank lines between blocks, are the form of a source and no change.
 *
 * @param named lines of the original whose words went elsewhere
 * @param original path of the original
 */
export function listChanges({lines, kept, named, original}: {lines: readonly Line[]; kept: readonly Kept[]; named: ReadonlySet<number>; original: string}): ImportedChange[] {
  const before = lettersOf(lines.map(({number, text}) => (named.has(number) ? '' : decodeEntities(text))).join('\n'))
  const after = lettersOf([...kept].sort((a, b) => a.line - b.line).map((one) => (one.isWords ? one.text : decodeEntities(one.text))).join('\n\n'))
  // Where these differ, the import has said that it is at fault.
  if (before.places.length !== after.places.length) return []
  const lineAt = lineCounter(before.text)
  const changes: ImportedChange[] = []
  before.places.forEach((_, index) => {
    const rule = ruleOf(gapBefore(before, index), gapBefore(after, index), index)
    if (rule !== undefined) changes.push({rule, file: original, line: lineAt(before.places[index - 1] ?? 0), before: shown(before, index), after: shown(after, index)})
  })
  return changes
}

function lettersOf(text: string): Lettered {
  // One at a time: all matches at once fill the memory.
  const places: number[] = []
  for (const {index} of text.matchAll(wordCharacter)) places.push(index)
  return {text, places}
}

function gapBefore({text, places}: Lettered, index: number): string {
  return index === 0 ? text.slice(0, places[0]) : text.slice((places[index - 1] ?? 0) + widthAt(text, places[index - 1] ?? 0), places[index])
}

function widthAt(text: string, place: number): number {
  return (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1
}

/** `undefined` where only the form of a source differs. */
function ruleOf(old: string, now: string, index: number): ImportedChange['rule'] | undefined {
  if (old === now || (old.trim() === now.trim() && index === 0)) return undefined
  const isBetweenBlocks = now.includes('\n')
  if (formless(old) !== formless(now)) return 'import-marks'
  return isBetweenBlocks || !/\n/.test(old) ? undefined : 'import-line-ends'
}

/** A gap without white space and what a source writes for lists, addresses and escapes. */
function formless(gap: string): string {
  return gap.replace(/(^|\n)[ \t]*(?:[*+-]|\d+[.)])[ \t]+/g, '$1').replace(/[\s<>\\:：]+/g, '')
}

/** The gap with a few characters of the words around it. */
function shown({text, places}: Lettered, index: number): string {
  const [from, to] = [index === 0 ? 0 : Math.max(0, (places[index - 1] ?? 0) - aside + 1), (places[index] ?? 0) + aside]
  return text.slice(from, to).trim()
}

function lineCounter(text: string): (place: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({index}) => index)
  let line = 0
  return (place) => {
    while ((ends[line] ?? Infinity) < place) line += 1
    return line + 1
  }
}

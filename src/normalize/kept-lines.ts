import type {Parents, Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {isIntroduction} from '../model/mail/is-introduction.ts'
import {BlockText} from './block-text.ts'
import type {Journal} from './journal.ts'

/** The mark above a signature (RFC 3676 §4.3), the blank behind it being lost. */
const signatureMark = /^-{2,3}$/
/** Columns from which a line of a signature may have been wrapped; Han takes two. */
const wrapped = 60
/** Longest line of a closing, in characters. */
const longestClosing = 24

/** One line of a paragraph: its words, and where the break behind it stands. */
interface Line {
  readonly words: string
  /** `undefined` where no soft break ends it. */
  readonly end: {readonly start: number; readonly end: number} | undefined
}

/**
 * Makes hard breaks of the line ends that mean something in mail: around the mark of a signature (`--`) and in the
 * short lines below it, and in a closing at the end of a message (`Best,` above a name). Nothing is lost by it, so
 * nothing is noted.
 */
export function keepLines(tree: Root, journal: Journal): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const words = new BlockText(paragraph, journal)
    if (!words.text.includes('\n')) return SKIP
    const lines = linesOf(words.text)
    const mark = lines.findIndex(line => signatureMark.test(line.words))
    const mayClose = mark >= 0 || (parent !== undefined && index !== undefined && endsMessage(parent, index))
    const closes = mayClose && isClosing(mark < 0 ? lines : lines.slice(0, mark))
    words.breakAt(lines.flatMap(({end}, at) => (end && isKept(at, {lines, mark, closes}) ? [end] : [])))
    return SKIP
  })
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const {index, 0: found} of text.matchAll(/(?<![ \t])[ \t]*\n[ \t\n]*|\u2028/g)) {
    const end = index + found.length
    lines.push({words: text.slice(from, index).trim(), end: found === '\u2028' ? undefined : {start: index, end}})
    from = end
  }
  return [...lines, {words: text.slice(from).trim(), end: undefined}]
}

function isKept(index: number, {lines, mark, closes}: {lines: readonly Line[]; mark: number; closes: boolean}): boolean {
  if (mark >= 0 && index >= mark - 1) return index <= mark || widthOf(lines[index]?.words ?? '') < wrapped
  return closes
}

/** Two or three short lines, none of which ends a sentence and none of which goes on in the middle of one. */
function isClosing(lines: readonly Line[]): boolean {
  if (lines.length < 2 || lines.length > 3) return false
  return lines.every(({words}, index) => {
    const above = lines[index - 1]?.words
    const endsOpen = /[^\p{P}\s]$|[,，)）]$/u.test(words)
    const begins = above === undefined || /^[\p{Lu}\p{Lo}]/u.test(words) || /[,，]$/.test(above) || !/\s.*\s/.test(above)
    return [...words].length <= longestClosing && endsOpen && begins && /^[\p{L}\p{N}\uFFFC]/u.test(words)
  })
}

/** Whether a message ends with a block: nothing follows in it, or what was quoted in it, or its signature. */
function endsMessage(parent: Parents, index: number): boolean {
  if (parent.type !== 'root' && parent.type !== 'blockquote') return false
  const at = nextPrinted(parent.children, index)
  const next = parent.children[at]
  if (!next || next.type === 'html' || next.type === 'blockquote') return true
  if (next.type !== 'paragraph') return false
  const words = toString(next)
  return /^-{2,3}[ \t]*(?:\n|$)/.test(words) || (parent.children[at + 1]?.type === 'blockquote' && isIntroduction(words))
}

function nextPrinted(children: readonly RootContent[], index: number): number {
  let at = index + 1
  while (children[at]?.type === 'definition' || children[at]?.type === 'footnoteDefinition') at++
  return at
}

function widthOf(text: string): number {
  return text.replace(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/gu, '--').length
}

import type {VFile} from 'vfile'
import {readExhibitHeading, readExhibitLabel, type ExhibitLabel} from '../model/exhibit-label.ts'
import {report} from '../report/report.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import {isHeaderLine} from '../model/mail/read-header.ts'
import {firstHeader} from '../model/mail/read-messages.ts'
import {noteDefinition, type Block} from '../model/mail/split-blocks.ts'

/** A part of the page that is one exhibit. */
export interface FoundExhibit {
  readonly label: ExhibitLabel
  readonly heading: Block
  readonly blocks: readonly Block[]
}

/** A page taken apart: the article may go on after an exhibit. */
export interface FoundParts {
  readonly article: readonly Block[]
  readonly exhibits: readonly FoundExhibit[]
  /** What follows the last exhibit; it is part of `article` too. */
  readonly tail: readonly Block[]
}

interface Candidate {
  readonly at: number
  readonly label: ExhibitLabel
  /** A heading, or words set off by marks of emphasis. */
  readonly setOff: boolean
  /** A heading that only begins like a label: what follows tells whether it is one. */
  readonly loose: boolean
  /** Index of the first block with a header block, before the next candidate. */
  header: number | undefined
}

/** Blocks under a heading that only begins like a label, within which the header of a message makes it one. */
const farthestHeader = 2

/**
 * Finds the exhibits: sections that begin with a line which is nothing but a label (`[邮件1]`, `**[ 附件**一]`,
 * `## Exhibit A: The memo`), or with a heading that begins like one and stands over the header of a message, up to the
 * next one, or up to text that can't be part of them. Notes that only the article calls go to the article.
 *
 * Reports `import-exhibit-has-text` for a label with nothing under it, `import-text-after-exhibit` for text between two
 * exhibits that goes back to the article.
 */
export function findExhibits(page: readonly Block[], file: VFile): FoundParts {
  const blocks = page.flatMap(splitAtLabel)
  const candidates = choose(blocks, findCandidates(blocks), file)
  const article: Block[] = blocks.slice(0, candidates[0]?.at ?? blocks.length)
  const exhibits: FoundExhibit[] = []
  let tail: readonly Block[] = []
  candidates.forEach((candidate, index) => {
    const stop = candidates[index + 1]?.at ?? blocks.length
    const end = endOf(blocks, candidate, stop)
    exhibits.push({label: candidate.label, heading: blocks[candidate.at] as Block, blocks: blocks.slice(candidate.at + 1, end)})
    tail = blocks.slice(end, stop)
    article.push(...tail)
    if (index < candidates.length - 1) reportReturn(tail, candidate, file)
  })
  return giveNotesBack({article, exhibits, tail})
}

/** Notes at the end of a page stand behind the last exhibit, whoever calls them. */
function giveNotesBack({article, exhibits, tail}: FoundParts): FoundParts {
  const called = callsIn(article)
  const given: Block[] = []
  const kept = exhibits.map((exhibit) => {
    const own = callsIn(exhibit.blocks)
    const isGiven = (block: Block): boolean => {
      const label = labelOfNote(block)
      return label !== undefined && called.has(label) && !own.has(label)
    }
    given.push(...exhibit.blocks.filter(isGiven))
    return {...exhibit, blocks: exhibit.blocks.filter((block) => !isGiven(block))}
  })
  return {article: [...article, ...given], exhibits: kept, tail}
}

/** Labels of the notes that are called, in the text of notes too. */
function callsIn(blocks: readonly Block[]): Set<string> {
  const texts = blocks.map(({lines}) => lines.map((line) => line.text).join('\n').replace(noteDefinition, ''))
  return new Set(texts.flatMap((text) => [...text.matchAll(/\[\^([^\]\s]{1,200})\]/g)].map(([, label = '']) => label)))
}

/** `1` of a paragraph that is `[^1]: …`. */
function labelOfNote({kind, lines}: Block): string | undefined {
  return kind === 'paragraph' ? noteDefinition.exec(lines[0]?.text ?? '')?.[1] : undefined
}

/** Reports text after an exhibit that was given back to the article. */
export function reportReturn(blocks: readonly Block[], {label}: Pick<Candidate, 'label'>, file: VFile): void {
  const first = blocks.find((block) => block.kind !== 'rule' && wordsOf(block) !== '')?.lines[0]
  if (!first) return
  report(file, 'import-text-after-exhibit', `Unexpected text after exhibit ${label.number}: “${plainWords(first.text).slice(0, 40)}”, expected an exhibit or the end of the page`, {
    place: {file: file.path, line: first.number},
    hint: 'It was taken as part of the article: move it where it belongs.',
  })
}

/** A label may stand in one paragraph with the header after it. */
function splitAtLabel(block: Block): Block[] {
  const [first, second] = block.lines
  if (block.kind !== 'paragraph' || !first || !second || !isHeaderLine(second) || !readExhibitLabel(plainWords(first.text))) return [block]
  return [{...block, lines: [first]}, {...block, lines: block.lines.slice(1)}]
}

function findCandidates(blocks: readonly Block[]): Candidate[] {
  const found: Candidate[] = []
  blocks.forEach((block, at) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || block.lines.length > 2) return
    const text = block.lines.map((line) => line.text).join(' ')
    const strict = readExhibitLabel(plainWords(text))
    const isSetOff = block.kind === 'heading' || /^\s*(?:\*\*|__)/.test(text)
    const label = strict ?? (isSetOff ? readExhibitHeading(plainWords(text)) : undefined)
    if (!label) return
    const setOff = isSetOff || (/(?:\*\*|__)/.test(text) && label.rest === '')
    if (label.rest !== '' && !setOff) return
    found.push({at, label, setOff: setOff && strict !== undefined, loose: strict === undefined, header: undefined})
  })
  found.forEach((candidate, index) => {
    const from = candidate.at + 1
    const header = firstHeader(blocks.slice(from, found[index + 1]?.at ?? blocks.length))
    candidate.header = header === undefined ? undefined : from + header
  })
  return found.filter(({loose, at, header}) => !loose || (header !== undefined && header <= at + farthestHeader))
}

/** Of the lines that look like labels, those that begin an exhibit. */
function choose(blocks: readonly Block[], all: readonly Candidate[], file: VFile): Candidate[] {
  const full = all.filter((candidate, index) => hasText(blocks, candidate.at + 1, all[index + 1]?.at ?? blocks.length))
  const mail = full.find((candidate) => candidate.header !== undefined)
  const plausible = full.filter((one) => one.header !== undefined || one.setOff || (one.label.bracketed && (mail === undefined || one.at > mail.at)))
  const best = new Map<string, Candidate>()
  for (const one of plausible) {
    const rival = best.get(keyOf(one))
    if (!rival || one.header !== undefined || rival.header === undefined) best.set(keyOf(one), one)
  }
  const mailed = new Set(plausible.filter((one) => one.header !== undefined))
  reportEmpty(blocks, all.filter((one) => one.setOff && !best.has(keyOf(one))), file)
  return plausible.filter((one) => mailed.has(one) || best.get(keyOf(one)) === one)
}

function keyOf({label}: Candidate): string {
  return `${label.word.toLowerCase()} ${label.number}`
}

function reportEmpty(blocks: readonly Block[], empty: readonly Candidate[], file: VFile): void {
  for (const one of empty) {
    report(file, 'import-exhibit-has-text', `Unexpected label of exhibit ${one.label.number} with nothing under it, expected its text`, {
      place: {file: file.path, line: blocks[one.at]?.lines[0]?.number ?? 1},
      hint: 'It was left in the article: add the exhibit by hand, or take the line out.',
    })
  }
}

function hasText(blocks: readonly Block[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (wordsOf(blocks[at] as Block) !== '') return true
  return false
}

/** Words of a block as they are read; none of a rule. */
export function wordsOf(block: Block): string {
  return block.kind === 'rule' ? '' : plainWords(block.lines.map((line) => line.text).join(' '))
}

/** Index of the first block that is no longer the exhibit's. */
function endOf(blocks: readonly Block[], candidate: Candidate, stop: number): number {
  const {header} = candidate
  const base = header === undefined ? 0 : (blocks[header] as Block).depth
  return base > 0 && header !== undefined ? endOfQuotation({blocks, header, stop}) : endOfSection({blocks, candidate, stop})
}

/** Quoted mail ends where text stands outside of the quotation and no more of it follows. */
function endOfQuotation({blocks, header, stop}: {blocks: readonly Block[]; header: number; stop: number}): number {
  let end = header
  for (let at = header; at < stop; at += 1) {
    const block = blocks[at] as Block
    if (block.depth > 0) end = at
    else if (block.kind === 'paragraph' && isHeaderLine(block.lines[0] as Block['lines'][number])) end = at
  }
  return end + 1
}

/** Other sections end at a heading that does not stand below their label. */
function endOfSection({blocks, candidate, stop}: {blocks: readonly Block[]; candidate: Candidate; stop: number}): number {
  const level = (blocks[candidate.at] as Block).level ?? 3
  for (let at = candidate.at + 1; at < stop; at += 1) {
    const block = blocks[at] as Block
    if (block.kind === 'heading' && block.depth === 0 && (block.level ?? 1) <= level) return at
  }
  return stop
}


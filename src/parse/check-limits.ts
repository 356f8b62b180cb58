import type {VFile} from 'vfile'
import {report} from '../report/report.ts'
import {scanLines, type ScannedLine} from './scan-lines.ts'

/** Deepest nesting of quotes, lists and notes in one another. */
export const maxNesting = 100

/**
 * How much work a source may cause beyond what grows with its length, in steps of about 10 ns. The parser searches
 * back, or ahead, from certain marks; the weights below were measured with runs of each mark of 8 KB to 256 KB
 * (`npx tsx tests/bench/hard-markdown.ts` shows them again). Real texts stay below a hundredth of this.
 */
const maxSteps = 200_000_000

/**
 * Refuses Markdown that would overflow the parser's stack, or keep it busy for more than a few seconds.
 * Takes time in proportion to the length of the text.
 *
 * Reports `parse-within-limits`.
 *
 * @returns true when the text may be parsed
 */
export function checkLimits(file: VFile, text: string): boolean {
  let steps = 0
  let block = new BlockMarks()
  for (const line of scanLines(text)) {
    if (line.depth > maxNesting) return refuseNesting(file, line)
    if (line.kind !== 'text' || line.opened > 0 || block.endsBefore(line)) {
      steps += block.steps().total
      block = new BlockMarks(line.kind === 'text' && line.opened === 0 && block.isTable)
    }
    if (line.kind === 'text') block.add(line)
    const {total, worst} = block.mayBeTooMuch() ? block.steps() : {total: 0, worst: ''}
    if (steps + total > maxSteps) return refuseMarks(file, line, worst)
  }
  const {total, worst} = block.steps()
  return steps + total <= maxSteps || refuseMarks(file, block.lastLine, worst)
}

function refuseNesting(file: VFile, line: ScannedLine): false {
  report(file, 'parse-within-limits', `Unexpected nesting of more than ${maxNesting} quotes, lists and notes in one another`, {
    place: {file: file.path, line: line.number},
    hint: 'Take away the `>` or the list marks that nobody needs.'
  })
  return false
}

function refuseMarks(file: VFile, line: ScannedLine | undefined, mark: string): false {
  report(file, 'parse-within-limits', `Unexpected amount of ${mark} in one block, expected a text that can be parsed in a few seconds`, {
    place: line && {file: file.path, line: line.number},
    hint: 'Put what is no Markdown into a fenced code block, or escape the marks with a backslash.'
  })
  return false
}

const marks = /`+|[*_~]+|\[|\]|<!--|-->|<\?|\?>|<!\[CDATA\[|\]\]>|<![A-Za-z]|>|\|/g

/** Counts, for one block of text, the marks from which the parser searches. */
class BlockMarks {
  lastLine: ScannedLine | undefined
  private lines = 0
  private length = 0
  private emphasis = 0
  private opening = 0
  private closing = 0
  private underlines = 0
  private lazy = 0
  private pipes = 0
  private pipeLines = 0
  private readonly ticks = new Set<number>()
  private readonly html = new Map<string, number>()

  /** @param isTable whether it is a row below the head of a table */
  constructor(public isTable = false) {}

  /** A row of a table is parsed by itself, and a heading ends what stands above it. */
  endsBefore(line: ScannedLine): boolean {
    return this.isTable || /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line.content)
  }

  add(line: ScannedLine): void {
    if (this.lines === 1 && !line.left && isDelimiterRow(line.content, this.pipes)) this.isTable = true
    this.lines++
    this.lastLine = line
    this.length += line.content.length + 1
    if (line.left) this.lazy += 1 + line.depth
    if (line.content.includes('|')) this.pipeLines++
    if (/^ {0,3}(?:-+|=+)[ \t]*$/.test(line.content)) this.underlines++
    for (const [mark] of line.content.matchAll(marks)) this.count(mark)
  }

  /** Cheap to ask after every line. */
  mayBeTooMuch(): boolean {
    return this.emphasis + this.opening + this.closing + this.underlines + this.lazy > 2000 || this.length > 8192
  }

  steps(): {total: number; worst: string} {
    const unclosed = [...this.html.values()].reduce((sum, count) => sum + count, 0)
    const costs: [string, number][] = [
      ['marks of emphasis (`*`, `_`, `~`)', 4 * this.emphasis ** 2],
      ['runs of backticks of different lengths', 2 * this.ticks.size * this.length * (this.ticks.size > 8 ? 1 : 0)],
      ['HTML that is not closed', 3 * unclosed * this.length],
      ['brackets', this.opening ** 2 + 2 * this.closing * (this.closing + this.opening + this.emphasis + this.lines)],
      ['lines', 0.03 * this.lines * this.length],
      ['lines with `|` that are no table', 0.5 * this.pipeLines ** 2],
      ['underlines of headings', 25 * this.underlines ** 2],
      ['lines without the marks of their quote', 4 * this.lazy ** 2]
    ]
    costs.sort((a, b) => b[1] - a[1])
    return {total: costs.reduce((sum, [, cost]) => sum + cost, 0), worst: costs[0]?.[0] ?? ''}
  }

  private count(mark: string): void {
    const first = mark[0]
    if (first === '`') this.ticks.add(mark.length)
    else if (first === '*' || first === '_' || first === '~') this.emphasis++
    else if (mark === '[') this.opening++
    else if (mark === ']' || mark === ']]>') this.closing += mark.length === 1 ? 1 : 2
    else if (mark === '|') this.pipes++
    const closes = closers[mark]
    if (closes !== undefined) this.html.delete(closes)
    else if (mark.startsWith('<')) this.html.set(kindOf(mark), (this.html.get(kindOf(mark)) ?? 0) + 1)
  }
}

const closers: Readonly<Record<string, string>> = {'-->': '<!--', '?>': '<?', ']]>': '<![CDATA[', '>': '<!A'}

function kindOf(mark: string): string {
  return /^<![A-Za-z]/.test(mark) ? '<!A' : mark
}

function isDelimiterRow(content: string, pipesAbove: number): boolean {
  if (!/^[ \t|:-]*-[ \t|:-]*$/.test(content) || !content.includes('|')) return false
  return (content.match(/\|/g)?.length ?? 0) >= pipesAbove - 2 && pipesAbove > 0
}

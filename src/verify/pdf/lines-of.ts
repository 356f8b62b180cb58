import type {PdfPage, TextRun} from './pdf-facts.ts'

/** Text on one line, from left to right. */
export interface PdfLine {
  /** A space stands where a gap is wider than a sixth of the size. */
  readonly text: string
  readonly x: number
  /** Baseline of its largest text. */
  readonly y: number
  readonly width: number
  /** Of its largest text. */
  readonly size: number
  readonly runs: readonly TextRun[]
}

const known = new WeakMap<PdfPage, readonly PdfLine[]>()

/** The lines of a page from top to bottom, found once. Raised and lowered small text belongs to the line it stands in. */
export function linesOf(page: PdfPage): readonly PdfLine[] {
  const lines = known.get(page) ?? findLines(page)
  known.set(page, lines)
  return lines
}

function findLines(page: PdfPage): readonly PdfLine[] {
  const bases: {y: number; size: number; runs: TextRun[]}[] = []
  for (const run of [...page.runs].filter(({text}) => text.trim() !== '').sort((a, b) => b.size - a.size)) {
    const base = bases.find(({y, size}) => Math.abs(run.y - y) < 0.5 || (run.size < 0.9 * size && run.y > y - 0.3 * size && run.y < y + 0.7 * size))
    if (base) base.runs.push(run)
    else bases.push({y: run.y, size: run.size, runs: [run]})
  }
  return bases.sort((a, b) => b.y - a.y).map(({y, size, runs}) => lineOf(y, size, runs.sort((a, b) => a.x - b.x)))
}

function lineOf(y: number, size: number, runs: readonly TextRun[]): PdfLine {
  const x = runs[0]?.x ?? 0
  let text = ''
  let end = x
  for (const run of runs) {
    const isApart = run.x - end > size / 6 && !text.endsWith(' ') && !run.text.startsWith(' ')
    text += (isApart && text ? ' ' : '') + run.text
    end = Math.max(end, run.x + run.width)
  }
  return {text: text.trim(), x, y, width: end - x, size, runs}
}

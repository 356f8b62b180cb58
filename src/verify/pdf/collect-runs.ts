import type {PdfPage, PdfPicture, TextRun} from './pdf-facts.ts'
import {TextGatherer} from './text-gatherer.ts'

/** One glyph as it is painted, in points of the page. */
export interface Glyph {
  readonly font: string
  readonly size: number
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
}

/** Takes glyphs one by one and joins what stands together. */
export interface RunCollector {
  glyph(text: string, glyph: Glyph): void
  /** Marked content begins; what it does not say it takes from around it. */
  open(mcid: number | undefined, actualText: string | undefined): void
  close(): void
  /** Something else than text is painted. */
  paint(): void
  /** A picture is painted. */
  picture(picture: PdfPicture): void
  /** A glyph is painted that stands for no character. */
  miss(): void
  finish(): CollectedPage
}

/** What stands on a page. */
export type CollectedPage = Pick<PdfPage, 'runs' | 'unmarked' | 'missing' | 'pictures'>

/** A gap this wide, in parts of the size, is taken for a tab or a column, not for a space between words. */
const widestGap = 0.3

/** A space narrower than this, in parts of the size, is none. */
const leastSpace = 0.02

interface Mark {
  readonly mcid: number | undefined
  readonly span: Span | undefined
}

/** What stands for a stretch of text, and whether a run has said it. */
interface Span {
  readonly actualText: string
  said: boolean
}

type Writable<T> = {-readonly [K in keyof T]: T[K]}
type OpenRun = Writable<TextRun> & {readonly mark: Mark}

export function collectRuns(): RunCollector {
  const runs: TextRun[] = []
  const marks: Mark[] = [{mcid: undefined, span: undefined}]
  const pictures: PdfPicture[] = []
  let unmarked = 0
  let missing = 0
  let open: OpenRun | undefined
  // Of the open run. A list that grows with each run, and a string that does, are what most of the memory would go to.
  const text = new TextGatherer()
  const starts: number[] = []
  let count = 0
  const close = (): void => {
    if (!open) return
    const {mark: _, ...run} = open
    runs.push({...run, ...withoutEmptySpaces(text.take(), starts.slice(0, count), run.size)})
    count = 0
    open = undefined
  }
  return {
    glyph(words, glyph) {
      const mark = marks.at(-1) as Mark
      if (!open || !continues(open, glyph, mark)) {
        close()
        if (marks.length === 1) unmarked++
        open = begin(glyph, mark)
      }
      for (let unit = 0; unit < words.length; unit++) starts[count++] = glyph.x
      text.add(words)
      open.width = glyph.x + glyph.width - open.x
    },
    open(mcid, actualText) {
      const around = marks.at(-1) as Mark
      marks.push({mcid: mcid ?? around.mcid, span: actualText === undefined ? around.span : {actualText, said: false}})
    },
    close() {
      if (marks.length > 1) marks.pop()
    },
    paint() {
      if (marks.length === 1) unmarked++
    },
    picture(picture) {
      pictures.push(picture)
    },
    miss() {
      missing++
    },
    finish() {
      close()
      return {runs, unmarked, missing, pictures}
    },
  }
}

/** A joiner that a font has not is painted as its space, and takes no room: what follows stands where it does. */
function withoutEmptySpaces(text: string, starts: readonly number[], size: number): Pick<TextRun, 'text' | 'starts'> {
  const isEmpty = (at: number): boolean => text.charCodeAt(at) === 0x20 && at + 1 < starts.length && (starts[at + 1] as number) - (starts[at] as number) < leastSpace * size
  let at = text.indexOf(' ')
  while (at >= 0 && !isEmpty(at)) at = text.indexOf(' ', at + 1)
  if (at < 0) return {text, starts}
  const kept = starts.map((_, index) => index).filter((index) => !isEmpty(index))
  return {text: kept.map((index) => text.charAt(index)).join(''), starts: kept.map((index) => starts[index] as number)}
}

function begin({font, size, x, y}: Glyph, mark: Mark): OpenRun {
  const {mcid, span} = mark
  const actualText = span && (span.said ? '' : span.actualText)
  if (span) span.said = true
  return {text: '', starts: [], x, y, width: 0, size, font, mcid, actualText, mark}
}

function continues(open: OpenRun, glyph: Glyph, mark: Mark): boolean {
  if (open.mark.mcid !== mark.mcid || open.mark.span !== mark.span || open.font !== glyph.font) return false
  if (Math.abs(open.size - glyph.size) > 0.01 || Math.abs(open.y - glyph.y) > 0.01) return false
  const gap = glyph.x - open.x - open.width
  return gap < widestGap * glyph.size && gap > -widestGap * glyph.size
}

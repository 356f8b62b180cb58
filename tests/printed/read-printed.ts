import {getDocument, OPS} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {PDFDocumentProxy, PDFPageProxy} from 'pdfjs-dist'

/** A sign as it is painted. Points from the bottom left corner of its page; `x`, `y` where its baseline begins. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
  /** Painted outside of the text's structure: running heads and folios. */
  readonly isArtifact: boolean
}

export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export interface Link extends Box {
  /** Words under the link, calls included; empty where it covers none. */
  readonly words: string
  readonly glyphs: readonly Glyph[]
  /** Page from 0 and height from the bottom. */
  readonly target: {readonly page: number; readonly x: number; readonly y: number} | undefined
  readonly uri: string | undefined
}

export interface PrintedPage {
  /** From 0. */
  readonly index: number
  readonly label: string
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Filled rectangles and lines, paper-white ones included. */
  readonly rects: readonly Box[]
  readonly links: readonly Link[]
}

export interface PrintedOutlineItem {
  readonly title: string
  readonly depth: number
  readonly page: number
}

export interface PrintedFont {
  readonly name: string
  readonly type: string
  readonly embedded: boolean
}

export interface Printed {
  readonly pages: readonly PrintedPage[]
  readonly outline: readonly PrintedOutlineItem[]
  readonly fonts: readonly PrintedFont[]
  readonly tagged: boolean
  readonly language: string | undefined
  readonly title: string | undefined
}

type Matrix = readonly [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Reads a PDF back with PDF.js, sign by sign, as it is painted: no gap is taken for a space. */
export async function readPrinted(bytes: Uint8Array): Promise<Printed> {
  const task = getDocument({data: Uint8Array.from(bytes), verbosity: 0, disableFontFace: true, fontExtraProperties: true})
  const document = await task.promise
  try {
    const labels = await document.getPageLabels()
    const fonts = new Map<string, PrintedFont>()
    const pages: PrintedPage[] = []
    for (let index = 0; index < document.numPages; index++) {
      const page = await document.getPage(index + 1)
      pages.push(await readPage({document, page, index, label: labels?.[index] ?? String(index + 1), fonts}))
      page.cleanup()
    }
    const {info} = await document.getMetadata() as {info: {Title?: string; Language?: string}}
    return {
      pages,
      outline: await readOutline(document),
      fonts: [...fonts.values()],
      tagged: (await document.getMarkInfo())?.Marked === true && (await (await document.getPage(1)).getStructTree()) !== null,
      language: info.Language,
      title: info.Title,
    }
  } finally {
    await task.destroy()
  }
}

interface PageInput {
  readonly document: PDFDocumentProxy
  readonly page: PDFPageProxy
  readonly index: number
  readonly label: string
  readonly fonts: Map<string, PrintedFont>
}

async function readPage({document, page, index, label, fonts}: PageInput): Promise<PrintedPage> {
  const {glyphs, rects} = await readContent(page, fonts)
  const [, , width = 0, height = 0] = page.view
  const links: Link[] = []
  for (const annotation of await page.getAnnotations()) {
    if (annotation.subtype !== 'Link') continue
    const [left, bottom, right, top] = annotation.rect as [number, number, number, number]
    const under = glyphs.filter((one) => isWithin(one, {left, bottom, right, top}))
    links.push({left, bottom, right, top, words: under.map((one) => one.text).join(''), glyphs: under, target: await targetOf(document, annotation.dest), uri: annotation.unsafeUrl ?? annotation.url})
  }
  return {index, label, width, height, glyphs, rects, links}
}

function isWithin({text, x, y, width, size}: Glyph, box: Box): boolean {
  const middle = x + width * inkOf(text, width / size)
  const height = y + size * 0.3
  return middle > box.left && middle < box.right && height > box.bottom && height < box.top
}

/** Where the middle of a sign's ink is: one half of a full-width mark is blank, and may lie on what is beside it. */
function inkOf(text: string, breadth: number): number {
  if (breadth < 0.9) return 0.5
  return /^[\p{Ps}\p{Pi}]$/u.test(text) ? 0.75 : /^[\p{Pe}\p{Pf}，。、；：]$/u.test(text) ? 0.25 : 0.5
}

async function targetOf(document: PDFDocumentProxy, dest: unknown): Promise<Link['target']> {
  if (!Array.isArray(dest)) return undefined
  const [page, kind, x, y] = dest as [{num: number; gen: number}, {name: string}, number, number]
  if (kind.name !== 'XYZ') throw new Error(`a destination of kind ${kind.name}`)
  return {page: await document.getPageIndex(page), x, y}
}

async function readOutline(document: PDFDocumentProxy): Promise<PrintedOutlineItem[]> {
  const found: PrintedOutlineItem[] = []
  type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]
  const walk = async (nodes: readonly Node[], depth: number): Promise<void> => {
    for (const node of nodes) {
      found.push({title: node.title, depth, page: (await targetOf(document, node.dest))?.page ?? -1})
      await walk(node.items as Node[], depth + 1)
    }
  }
  await walk((await document.getOutline()) ?? [], 1)
  return found
}

interface State {
  matrix: Matrix
  font: string
  size: number
}

/** Runs the page's operators as far as text and rectangles go. */
async function readContent(page: PDFPageProxy, fonts: Map<string, PrintedFont>): Promise<{glyphs: Glyph[]; rects: Box[]}> {
  const {fnArray, argsArray} = await page.getOperatorList()
  const glyphs: Glyph[] = []
  const rects: Box[] = []
  let state: State = {matrix: identity, font: '', size: 0}
  const saved: State[] = []
  const marks: boolean[] = []
  let line: Matrix = identity
  let text: Matrix = identity
  const begin = (matrix: Matrix): void => {
    line = matrix
    text = matrix
  }
  const paint = (shown: readonly (number | {unicode: string; width: number; isSpace: boolean})[]): void => {
    for (const one of shown) {
      if (typeof one === 'number') {
        text = times(text, [1, 0, 0, 1, (-one / 1000) * state.size, 0])
        continue
      }
      const [a, b, , , x, y] = times(state.matrix, text)
      const scale = Math.hypot(a, b)
      const advance = (one.width / 1000) * state.size
      glyphs.push({text: one.unicode, x, y, width: advance * scale, size: state.size * scale, font: state.font, isArtifact: marks.includes(true)})
      text = times(text, [1, 0, 0, 1, advance, 0])
    }
  }
  fnArray.forEach((operator: number, index: number) => {
    const values = argsArray[index]
    if (operator === OPS.save) saved.push({...state})
    else if (operator === OPS.restore) state = saved.pop() ?? state
    else if (operator === OPS.transform) state.matrix = times(state.matrix, values)
    else if (operator === OPS.beginText) begin(identity)
    else if (operator === OPS.setTextMatrix) begin(values.length === 1 ? values[0] : values)
    else if (operator === OPS.moveText) begin(times(line, [1, 0, 0, 1, values[0], values[1]]))
    else if (operator === OPS.showText) paint(values[0])
    else if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) marks.push(values[0] === 'Artifact')
    else if (operator === OPS.endMarkedContent) marks.pop()
    else if (operator === OPS.constructPath) rects.push(boxOf(values[1], state.matrix))
    else if (operator === OPS.setFont) {
      state = {...state, font: fontOf(page, values[0], fonts), size: values[1]}
    }
  })
  return {glyphs, rects}
}

function fontOf(page: PDFPageProxy, id: string, fonts: Map<string, PrintedFont>): string {
  const font = page.commonObjs.get(id) as {name: string; type: string; subtype?: string; missingFile?: boolean}
  const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '')
  fonts.set(name, {name, type: font.type, embedded: font.missingFile !== true})
  return name
}

/** The box around the numbers of a path, by pairs; curves lie within theirs. */
function boxOf(numbers: readonly number[], matrix: Matrix): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbers
  const corners = numbers.length === 4
    ? [[x, y], [x + width, y + height]]
    : Array.from({length: Math.floor(numbers.length / 2)}, (_, at) => [numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0])
  const points = corners.map(([a = 0, b = 0]) => [matrix[0] * a + matrix[2] * b + matrix[4], matrix[1] * a + matrix[3] * b + matrix[5]] as const)
  const xs = points.map((one) => one[0])
  const ys = points.map((one) => one[1])
  return {left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys)}
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

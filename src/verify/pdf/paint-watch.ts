import {times, type Matrix} from './matrix.ts'
import {boxArea, isWithin, PathTracer, type Area} from './paint-areas.ts'
import {blended, colourOf, contrast, laidOn, nameOf, patternPaint, shadingPaint, type Colour, type Paint} from './paint-colours.ts'
import type {PdfDictionary, PdfStream, PdfValue} from './parse-value.ts'
import type {Rect} from './pdf-facts.ts'
import type {PdfFile} from './read-file.ts'

/** Words that are painted and that nobody sees. */
export interface HiddenWords {
  readonly text: string
  readonly why: 'colour' | 'size' | 'cut off' | 'covered' | 'piled up'
}

/** With what is painted; every change makes a new one (ISO 32000-2 §8.4, §11.6). */
export interface Ink {
  readonly fill: Paint
  readonly stroke: Paint
  readonly alpha: number
  readonly strokeAlpha: number
  /** Of the groups around. */
  readonly groupAlpha: number
  readonly blend: string
  readonly isMasked: boolean
  readonly clips: readonly Area[]
  /** How text is drawn: 0 filled, 1 outlined, 3 not at all … */
  readonly mode: number
  readonly lineWidth: number
}

/** Text painted in one go, in points of the page. */
export interface ShownText {
  readonly text: string
  readonly x: number
  readonly y: number
  /** The way along the line, all of it, and the way up, as long as the font is large. */
  readonly along: readonly [number, number]
  readonly up: readonly [number, number]
  /** Width of the letters over their height, 1 where nothing is pressed. */
  readonly squeeze: number
}

/** Least contrast of words that are seen: light grey on white, #d3d3d3, has 1.5. */
const leastContrast = 1.5
/** Smallest words in points that an eye can read. */
const smallest = 3
/** From here on paint counts as opaque. */
const opaque = 0.9

interface Fill {
  readonly area: Area
  readonly clips: readonly Area[]
  readonly paint: Paint
  readonly alpha: number
  readonly order: number
}

type Shown = ShownText & {readonly ink: Ink; readonly order: number}

/** Watches what is painted on a page, to tell which words can be seen. */
export class PaintWatch {
  readonly #file: PdfFile
  readonly #page: Rect
  readonly #path = new PathTracer()
  readonly #fills: Fill[] = []
  readonly #shown: Shown[] = []
  #clipNext: 'W' | 'W*' | undefined
  #order = 0

  constructor(file: PdfFile, page: Rect) {
    this.#file = file
    this.#page = page
  }

  /** What a page begins with. */
  start(): Ink {
    return {fill: [[0, 0, 0]], stroke: [[0, 0, 0]], alpha: 1, strokeAlpha: 1, groupAlpha: 1, blend: 'Normal', isMasked: false, clips: [boxArea(this.#page)], mode: 0, lineWidth: 1}
  }

  /** What an operator makes of the ink; what it paints is kept. */
  operate(operator: string, operands: readonly unknown[], {ink, matrix, resource}: {ink: Ink; matrix: Matrix; resource: (kind: string) => PdfValue | undefined}): Ink {
    if (this.#path.take(operator, operands, matrix)) return ink
    const figures = operands.filter((one): one is number => typeof one === 'number')
    switch (operator) {
      case 'gs': return this.#withState(ink, this.#file.dictionary(resource('ExtGState')))
      case 'Tr': return {...ink, mode: figures[0] ?? 0}
      case 'w': return {...ink, lineWidth: figures[0] ?? 1}
      case 'W': case 'W*':
        this.#clipNext = operator
        return ink
      case 'sh':
        this.#keep(boxArea(this.#page), shadingPaint(this.#file, resource('Shading')), ink.alpha, ink)
        return ink
      case 'n': case 'f': case 'F': case 'f*': case 'S': case 's': case 'B': case 'B*': case 'b': case 'b*': return this.#endPath(operator, ink, matrix)
      default: return this.#coloured(operator, operands, {ink, figures, resource})
    }
  }

  #coloured(operator: string, operands: readonly unknown[], {ink, figures, resource}: {ink: Ink; figures: readonly number[]; resource: (kind: string) => PdfValue | undefined}): Ink {
    switch (operator) {
      case 'g': case 'rg': case 'k': return {...ink, fill: colourOf(figures)}
      case 'G': case 'RG': case 'K': return {...ink, stroke: colourOf(figures)}
      case 'cs': return {...ink, fill: undefined}
      case 'CS': return {...ink, stroke: undefined}
      case 'sc': case 'scn': return {...ink, fill: operands.some((one) => nameOf(one) !== undefined) ? patternPaint(this.#file, resource('Pattern')) : colourOf(figures)}
      case 'SC': case 'SCN': return {...ink, stroke: operands.some((one) => nameOf(one) !== undefined) ? undefined : colourOf(figures)}
      default: return ink
    }
  }

  /** A picture is painted, in the unit square of its matrix. */
  picture({dictionary}: PdfStream, ink: Ink, matrix: Matrix): void {
    const square = new PathTracer()
    square.take('re', [0, 0, 1, 1], matrix)
    const area = square.area(false)
    if (area && !dictionary.has('SMask') && !dictionary.has('Mask')) this.#keep(area, undefined, ink.alpha, ink)
  }

  /** What a form begins with: a group is laid on the page as a whole, with the ink of its place. */
  enter(form: PdfDictionary, ink: Ink, matrix: Matrix): Ink {
    const [left = 0, bottom = 0, right = 0, top = 0] = this.#file.array(form.get('BBox')).map((one) => this.#file.number(one) ?? 0)
    const box = new PathTracer()
    const own = this.#file.array(form.get('Matrix'))
    const inner = own.length === 6 ? times(Float64Array.from(own.map((one) => this.#file.number(one) ?? 0)), matrix) : matrix
    box.take('re', [left, bottom, right - left, top - bottom], inner)
    const area = box.area(false)
    const clips = area && form.has('BBox') ? [...ink.clips, area] : ink.clips
    return form.has('Group') ? {...ink, clips, groupAlpha: ink.groupAlpha * ink.alpha, alpha: 1, strokeAlpha: 1} : {...ink, clips}
  }

  show(shown: ShownText, ink: Ink): void {
    if (/[\p{L}\p{N}]/u.test(shown.text)) this.#shown.push({...shown, ink, order: this.#order++})
  }

  /** Words that nobody sees, in the order they were painted. */
  finish(): HiddenWords[] {
    return [...this.#shown.flatMap((one) => this.#judge(one)), ...piledUp(this.#shown)]
  }

  #withState(ink: Ink, state: PdfDictionary): Ink {
    const file = this.#file
    const mask = file.resolve(state.get('SMask'))
    const mode = file.resolve(state.get('BM'))
    return {
      ...ink,
      alpha: file.number(state.get('ca')) ?? ink.alpha,
      strokeAlpha: file.number(state.get('CA')) ?? ink.strokeAlpha,
      blend: nameOf(Array.isArray(mode) ? mode[0] : mode) ?? ink.blend,
      isMasked: mask === undefined || mask === null ? ink.isMasked : nameOf(mask) !== 'None',
    }
  }

  #endPath(operator: string, ink: Ink, matrix: Matrix): Ink {
    const isFilled = /^[fFbB]/.test(operator)
    const isDrawn = /^[sSbB]/.test(operator)
    const area = this.#path.area(operator.endsWith('*'))
    if (area && isFilled) this.#keep(area, ink.fill, ink.alpha, ink)
    if (isDrawn) for (const line of this.#path.lines(ink.lineWidth * Math.sqrt(Math.abs((matrix[0] ?? 1) * (matrix[3] ?? 1) - (matrix[1] ?? 0) * (matrix[2] ?? 0))))) this.#keep(line, ink.stroke, ink.strokeAlpha, ink)
    const clip = this.#clipNext === undefined ? undefined : this.#path.area(this.#clipNext === 'W*') ?? boxArea({left: 0, bottom: 0, right: -1, top: -1})
    this.#clipNext = undefined
    this.#path.clear()
    return clip ? {...ink, clips: [...ink.clips, clip]} : ink
  }

  /** Through a mask it is not known how much comes. */
  #keep(area: Area, paint: Paint, alpha: number, ink: Ink): void {
    if (!ink.isMasked && alpha * ink.groupAlpha > 0.02) this.#fills.push({area, clips: ink.clips, paint, alpha: alpha * ink.groupAlpha, order: this.#order++})
  }

  #judge(shown: Shown): HiddenWords[] {
    const {text, up, squeeze, ink} = shown
    const size = Math.hypot(...up)
    if (size < smallest || squeeze < 0.2 || squeeze > 5) return [{text, why: 'size'}]
    if (ink.mode === 3 || ink.isMasked) return [{text, why: 'colour'}]
    const points = pointsOf(shown)
    const near = this.#fills.filter(({area: {rect}}) => points.some(([x, y]) => x >= rect.left - size && x <= rect.right + size && y >= rect.bottom - size && y <= rect.top + size))
    const letters = Array.from(text)
    const faults = points.map((point, index) => (/[\p{L}\p{N}]/u.test(letters[index] ?? '') ? this.#faultAt(point, shown, near) : undefined))
    const why = faults.find((one) => one !== undefined)
    return why === undefined ? [] : [{text: letters.filter((letter, index) => faults[index] !== undefined || !/[\p{L}\p{N}]/u.test(letter)).join(''), why}]
  }

  /** Most of a letter has to be seen: of its foot, its middle and its head two. */
  #faultAt([x, y]: readonly [number, number], {up, ink, order}: Shown, near: readonly Fill[]): HiddenWords['why'] | undefined {
    const heights = [0.1, 0.3, 0.5].map((share) => [x + share * up[0], y + share * up[1]] as const)
    const cut = heights.filter(([atX, atY]) => !ink.clips.every((clip) => isWithin(clip, atX, atY)))
    if (cut.length >= 2) return 'cut off'
    const over = heights.filter(([atX, atY]) => near.some((fill) => fill.order > order && fill.alpha >= opaque && isFilledAt(fill, atX, atY)))
    if (over.length >= 2) return 'covered'
    const paint = ink.mode === 1 || ink.mode === 5 ? ink.stroke : ink.fill
    const [, [middleX, middleY] = [x, y]] = heights
    const behind = groundAt(near.filter((fill) => fill.order < order), middleX, middleY)
    if (!paint || !behind) return undefined
    const alpha = ink.groupAlpha * (ink.mode === 1 || ink.mode === 5 ? ink.strokeAlpha : ink.alpha)
    const isSeen = paint.some((colour) => behind.some((ground) => contrast(laidOn(blended(ink.blend, colour, ground), ground, alpha), ground) >= leastContrast))
    return isSeen ? undefined : 'colour'
  }
}

/** The middle of each letter at the foot of its line. */
function pointsOf({text, x, y, along}: ShownText): (readonly [number, number])[] {
  const count = Array.from(text).length
  return Array.from({length: count}, (_, index) => [x + along[0] * (index + 0.5) / count, y + along[1] * (index + 0.5) / count] as const)
}

function isFilledAt({area, clips}: Fill, x: number, y: number): boolean {
  return isWithin(area, x, y) && clips.every((clip) => isWithin(clip, x, y))
}

/** What lies there before words are painted: white paper, and what was laid on it; `undefined` where that is not known. */
function groundAt(fills: readonly Fill[], x: number, y: number): readonly Colour[] | undefined {
  let ground: readonly Colour[] | undefined = [[1, 1, 1]]
  for (const fill of fills) {
    if (!isFilledAt(fill, x, y)) continue
    const {paint, alpha} = fill
    if (!paint) ground = undefined
    else if (alpha >= opaque) ground = paint
    else ground = ground?.flatMap((under) => paint.map((over) => laidOn(over, under, alpha))).slice(0, 16)
  }
  return ground
}

/** Letters that are painted on one another. */
function piledUp(shown: readonly Shown[]): HiddenWords[] {
  const piles: HiddenWords[] = []
  let pile: Shown[] = []
  const close = (): void => {
    if (pile.length >= 3) piles.push({text: pile.map(({text}) => text).join(''), why: 'piled up'})
    pile = []
  }
  for (const one of shown) {
    const before = pile.at(-1)
    if (before && Math.abs(before.x - one.x) + Math.abs(before.y - one.y) >= 0.12 * Math.hypot(...one.up)) close()
    if (Array.from(one.text).length === 1) pile.push(one)
    else close()
  }
  close()
  return piles
}

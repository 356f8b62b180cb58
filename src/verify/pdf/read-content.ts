import {collectRuns, type CollectedPage, type RunCollector} from './collect-runs.ts'
import {identity, move, times, type Matrix} from './matrix.ts'
import {kindOfByte, PdfName, PdfStream, textOf, type Cursor, type PdfDictionary, type PdfValue} from './parse-value.ts'
import type {Ink, PaintWatch} from './paint-watch.ts'
import type {PdfFile} from './read-file.ts'
import type {ReadFont} from './read-font.ts'
import {Codes, scanContent, type Operand} from './scan-content.ts'

/** What a content stream is read with. */
export interface ContentOptions {
  readonly file: PdfFile
  readonly resources: PdfDictionary
  /** The same font for the same value, read once. */
  fontOf(value: PdfValue | undefined): ReadFont
  /** Is told what is painted and how. Default: nobody is. */
  readonly watch?: PaintWatch
}

/** State that `q` keeps and `Q` brings back (ISO 32000-2 §8.4.1, §9.3). */
interface Graphics {
  matrix: Matrix
  font: ReadFont | undefined
  size: number
  characterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
  ink: Ink | undefined
}

/** Reads the text that a content stream paints, forms within included. */
export function readContent(content: Uint8Array, options: ContentOptions): CollectedPage {
  const collector = collectRuns()
  const start: Graphics = {matrix: identity(), font: undefined, size: 0, characterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0, ink: options.watch?.start()}
  new Interpreter(options, collector, start).run(content, 0)
  return collector.finish()
}

/** Operators that paint a path or a shading. */
const painting = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh'])

/** A form within a form within a form … that holds itself never ends. */
const deepestForm = 12

class Interpreter {
  readonly #options: ContentOptions
  readonly #collector: RunCollector
  readonly #kept: Graphics[] = []
  readonly #glyph = {font: '', size: 0, x: 0, y: 0, width: 0}
  #now: Graphics
  readonly #text = identity()
  readonly #line = identity()
  #depth = 0

  constructor(options: ContentOptions, collector: RunCollector, start: Graphics) {
    this.#options = options
    this.#collector = collector
    this.#now = {...start}
  }

  run(content: Uint8Array, depth: number): void {
    this.#depth = depth
    scanContent(content, (operator, operands, cursor) => this.#operate(operator, operands, cursor))
  }

  #operate(operator: string, operands: readonly Operand[], cursor: Cursor): void {
    const now = this.#now
    const {watch} = this.#options
    if (watch && now.ink) now.ink = watch.operate(operator, operands, {ink: now.ink, matrix: now.matrix, resource: (kind) => this.#resource(kind, operands.find((one) => one instanceof PdfName))})
    switch (operator) {
      case 'Td': return this.#nextLine(figure(operands[0]), figure(operands[1]))
      case 'Tj': return this.#show(operands[0])
      case 'Tf':
        now.font = this.#fontNamed(operands[0])
        now.size = figure(operands[1])
        return
      case 'Tm': return this.#setLine(operands)
      case 'BT': return this.#setLine(upright)
      case 'TJ': return this.#showWithGaps(operands[0])
      case 'TD':
        now.leading = -figure(operands[1])
        return this.#nextLine(figure(operands[0]), figure(operands[1]))
      case 'T*': return this.#nextLine(0, -now.leading)
      case '\'':
        this.#nextLine(0, -now.leading)
        return this.#show(operands[0])
      case '"':
        now.wordSpace = figure(operands[0])
        now.characterSpace = figure(operands[1])
        this.#nextLine(0, -now.leading)
        return this.#show(operands[2])
      case 'Tc': return void (now.characterSpace = figure(operands[0]))
      case 'Tw': return void (now.wordSpace = figure(operands[0]))
      case 'Tz': return void (now.stretch = figure(operands[0]) / 100)
      case 'TL': return void (now.leading = figure(operands[0]))
      case 'Ts': return void (now.rise = figure(operands[0]))
      case 'q': return void this.#kept.push({...now})
      case 'Q': return void (this.#now = this.#kept.pop() ?? now)
      case 'cm': return void (now.matrix = times(matrixOf(operands), now.matrix))
      case 'gs': return this.#graphicsState(operands[0])
      case 'BMC': return this.#collector.open(undefined, undefined)
      case 'BDC': return this.#openMarked(operands[1])
      case 'EMC': return this.#collector.close()
      case 'Do': return this.#paintForm(operands[0])
      case 'BI': return skipInlineImage(cursor)
      default: if (painting.has(operator)) this.#collector.paint()
    }
  }

  #resource(kind: string, name: Operand): PdfValue | undefined {
    const {file, resources} = this.#options
    return name instanceof PdfName ? file.dictionary(resources.get(kind)).get(name.name) : undefined
  }

  #fontNamed(name: Operand): ReadFont {
    return this.#options.fontOf(this.#resource('Font', name))
  }

  /** A graphics state may set the font, too. */
  #graphicsState(name: Operand): void {
    const {file} = this.#options
    const font = file.array(file.dictionary(this.#resource('ExtGState', name)).get('Font'))
    if (font.length < 2) return
    this.#now.font = this.#options.fontOf(font[0])
    this.#now.size = file.number(font[1]) ?? 0
  }

  #setLine(operands: readonly Operand[]): void {
    setMatrix(this.#line, operands)
    setMatrix(this.#text, operands)
  }

  #nextLine(x: number, y: number): void {
    move(this.#line, x, y)
    this.#text.set(this.#line)
  }

  /** What is the same for all glyphs of a string is reckoned once. */
  #show(codes: Operand): void {
    const {matrix, font, size, stretch, rise, characterSpace, wordSpace, ink} = this.#now
    if (!(codes instanceof Codes) || !font) return
    const {bytes} = codes
    const text = this.#text
    const [onX, onY] = turned(matrix, at(text, 0), at(text, 1))
    const [upX, upY] = turned(matrix, at(text, 2), at(text, 3))
    const glyph = this.#glyph
    const stretched = lengthOf(onX, onY)
    glyph.font = font.facts.name
    glyph.size = size * lengthOf(upX, upY)
    const left = at(matrix, 4) + at(text, 4) * at(matrix, 0) + at(text, 5) * at(matrix, 2) + upX * rise
    const baseline = at(matrix, 5) + at(text, 4) * at(matrix, 1) + at(text, 5) * at(matrix, 3) + upY * rise
    const isWide = font.bytesPerCode === 2
    let moved = 0
    let shown = ''
    for (let place = 0; place + font.bytesPerCode <= codes.length; place += font.bytesPerCode) {
      const code = isWide ? (bytes[place] as number) * 256 + (bytes[place + 1] as number) : bytes[place] as number
      const width = font.widthOf(code) * size * stretch
      if (isWide && (code === 0 || !font.says(code))) this.#collector.miss()
      glyph.x = left + moved * onX
      glyph.y = baseline + moved * onY
      glyph.width = width * stretched
      this.#collector.glyph(font.textOf(code), glyph)
      if (ink) shown += font.textOf(code)
      moved += width + (characterSpace + (code === 32 && !isWide ? wordSpace : 0)) * stretch
    }
    if (ink) this.#options.watch?.show({text: shown, x: left, y: baseline, along: [moved * onX, moved * onY], up: [size * upX, size * upY], squeeze: stretched * stretch / (lengthOf(upX, upY) || 1)}, ink)
    move(text, moved, 0)
  }

  #showWithGaps(value: Operand): void {
    if (!Array.isArray(value)) return
    const codes = new Codes()
    for (const part of value as readonly PdfValue[]) {
      if (typeof part === 'number') move(this.#text, -part / 1000 * this.#now.size * this.#now.stretch, 0)
      else if (part instanceof Uint8Array) {
        codes.set(part)
        this.#show(codes)
      }
    }
  }

  #openMarked(properties: Operand): void {
    const {file} = this.#options
    const found = file.dictionary(properties instanceof PdfName ? this.#resource('Properties', properties) : properties as PdfValue | undefined)
    const actual = file.resolve(found.get('ActualText'))
    this.#collector.open(file.number(found.get('MCID')), actual instanceof Uint8Array ? textOf(actual) : undefined)
  }

  /** A picture fills the unit square of its matrix. */
  #paintPicture(picture: PdfStream): void {
    const {file} = this.#options
    const {matrix, ink} = this.#now
    if (ink) this.#options.watch?.picture(picture, ink, matrix)
    const {dictionary} = picture
    this.#collector.picture({
      widthPx: file.number(dictionary.get('Width')) ?? 0,
      heightPx: file.number(dictionary.get('Height')) ?? 0,
      width: lengthOf(at(matrix, 0), at(matrix, 1)),
      height: lengthOf(at(matrix, 2), at(matrix, 3)),
    })
  }

  #paintForm(name: Operand): void {
    const {file} = this.#options
    const form = file.resolve(this.#resource('XObject', name))
    if (form instanceof PdfStream && file.name(form.dictionary.get('Subtype')) === 'Image') this.#paintPicture(form)
    if (!(form instanceof PdfStream) || file.name(form.dictionary.get('Subtype')) !== 'Form' || this.#depth >= deepestForm) return this.#collector.paint()
    const own = form.dictionary.get('Matrix')
    const {ink} = this.#now
    const start = {...this.#now, ink: ink && this.#options.watch?.enter(form.dictionary, ink, this.#now.matrix), matrix: own ? times(matrixOf(file.array(own)), this.#now.matrix) : this.#now.matrix}
    const resources = form.dictionary.get('Resources')
    const options = resources ? {...this.#options, resources: file.dictionary(resources)} : this.#options
    new Interpreter(options, this.#collector, start).run(file.content(form), this.#depth + 1)
  }
}

function at(matrix: Matrix, index: number): number {
  return matrix[index] as number
}

/** A direction of the text as it lies on the page. */
function turned(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [x * at(matrix, 0) + y * at(matrix, 2), x * at(matrix, 1) + y * at(matrix, 3)]
}

function figure(operand: Operand): number {
  return typeof operand === 'number' ? operand : 0
}

const upright: readonly Operand[] = [1, 0, 0, 1, 0, 0]

function setMatrix(matrix: Matrix, operands: readonly Operand[]): void {
  for (let index = 0; index < 6; index++) matrix[index] = figure(operands[index])
}

function matrixOf(operands: readonly Operand[]): Matrix {
  const matrix = identity()
  setMatrix(matrix, operands)
  return matrix
}

/** Most matrices neither turn nor slant. */
function lengthOf(x: number, y: number): number {
  if (y === 0) return Math.abs(x)
  return x === 0 ? Math.abs(y) : Math.hypot(x, y)
}

/** An image within the content ends with `EI` between white space (§8.9.7). */
function skipInlineImage(cursor: Cursor): void {
  const {bytes} = cursor
  for (; cursor.at < bytes.length; cursor.at++) {
    const isEnd = bytes[cursor.at] === 0x45 && bytes[cursor.at + 1] === 0x49
      && kindOfByte[bytes[cursor.at - 1] ?? 0] === 1 && kindOfByte[bytes[cursor.at + 2] ?? 32] === 1
    if (isEnd) return void (cursor.at += 2)
  }
}

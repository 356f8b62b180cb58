import {parseValue, kindOfByte, PdfName, PdfStream, skipSpace, textOf, type Cursor, type PdfDictionary, type PdfValue} from './parse-value.ts'
import type {PdfFile} from './read-file.ts'
import type {ReadFont} from './read-font.ts'
import {identity, times, type Matrix} from './matrix.ts'
import {collectRuns, type RunCollector} from './collect-runs.ts'
import type {TextRun} from './pdf-facts.ts'

/** What a content stream is read with. */
export interface ContentOptions {
  readonly file: PdfFile
  readonly resources: PdfDictionary
  /** The same font for the same value, read once. */
  fontOf(value: PdfValue | undefined): ReadFont
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
}

/** Reads the text that a content stream paints, forms within included. */
export function readContent(content: Uint8Array, options: ContentOptions): readonly TextRun[] {
  const collector = collectRuns()
  const start: Graphics = {matrix: identity, font: undefined, size: 0, characterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0}
  new Interpreter(options, collector, start).run(content, 0)
  return collector.finish()
}

/** A form within a form within a form … that holds itself never ends. */
const deepestForm = 12

class Interpreter {
  readonly #options: ContentOptions
  readonly #collector: RunCollector
  readonly #kept: Graphics[] = []
  #now: Graphics
  #text: Matrix = identity
  #line: Matrix = identity

  constructor(options: ContentOptions, collector: RunCollector, start: Graphics) {
    this.#options = options
    this.#collector = collector
    this.#now = {...start}
  }

  run(content: Uint8Array, depth: number): void {
    const cursor: Cursor = {bytes: content, at: 0}
    let operands: PdfValue[] = []
    for (skipSpace(cursor); cursor.at < content.length; skipSpace(cursor)) {
      const here = content[cursor.at] as number
      if (startsOperand(here)) operands.push(here > 0x2a && here < 0x3a && here !== 0x2f ? parseNumber(cursor) : parseValue(cursor))
      else {
        this.#operate(operatorAt(cursor), operands, {cursor, depth})
        operands = []
      }
    }
  }

  #operate(operator: string, operands: readonly PdfValue[], place: {readonly cursor: Cursor; readonly depth: number}): void {
    const now = this.#now
    const figure = (index: number): number => typeof operands[index] === 'number' ? operands[index] : 0
    switch (operator) {
      case 'Td': return this.#nextLine(figure(0), figure(1))
      case 'Tj': return this.#show(operands[0])
      case 'Tf':
        now.font = this.#fontNamed(operands[0])
        now.size = figure(1)
        return
      case 'Tm':
        this.#line = this.#text = [figure(0), figure(1), figure(2), figure(3), figure(4), figure(5)]
        return
      case 'BT':
        this.#line = this.#text = identity
        return
      case 'TJ': return this.#showWithGaps(operands[0])
      case 'TD':
        now.leading = -figure(1)
        return this.#nextLine(figure(0), figure(1))
      case 'T*': return this.#nextLine(0, -now.leading)
      case '\'':
        this.#nextLine(0, -now.leading)
        return this.#show(operands[0])
      case '"':
        now.wordSpace = figure(0)
        now.characterSpace = figure(1)
        this.#nextLine(0, -now.leading)
        return this.#show(operands[2])
      case 'Tc': return void (now.characterSpace = figure(0))
      case 'Tw': return void (now.wordSpace = figure(0))
      case 'Tz': return void (now.stretch = figure(0) / 100)
      case 'TL': return void (now.leading = figure(0))
      case 'Ts': return void (now.rise = figure(0))
      case 'q': return void this.#kept.push({...now})
      case 'Q': return void (this.#now = this.#kept.pop() ?? now)
      case 'cm':
        now.matrix = times([figure(0), figure(1), figure(2), figure(3), figure(4), figure(5)], now.matrix)
        return
      case 'gs': return this.#graphicsState(operands[0])
      case 'BMC': return this.#collector.open(undefined, undefined)
      case 'BDC': return this.#openMarked(operands[1])
      case 'EMC': return this.#collector.close()
      case 'Do': return this.#paintForm(operands[0], place.depth)
      case 'BI': return skipInlineImage(place.cursor)
    }
  }

  #resource(kind: string, name: PdfValue | undefined): PdfValue | undefined {
    const {file, resources} = this.#options
    return name instanceof PdfName ? file.dictionary(resources.get(kind)).get(name.name) : undefined
  }

  #fontNamed(name: PdfValue | undefined): ReadFont {
    return this.#options.fontOf(this.#resource('Font', name))
  }

  /** A graphics state may set the font, too. */
  #graphicsState(name: PdfValue | undefined): void {
    const {file} = this.#options
    const font = file.array(file.dictionary(this.#resource('ExtGState', name)).get('Font'))
    if (font.length < 2) return
    this.#now.font = this.#options.fontOf(font[0])
    this.#now.size = file.number(font[1]) ?? 0
  }

  #nextLine(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#line
    this.#line = this.#text = [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
  }

  #show(value: PdfValue | undefined): void {
    const {font} = this.#now
    if (!(value instanceof Uint8Array) || !font) return
    for (let at = 0; at + font.bytesPerCode <= value.length; at += font.bytesPerCode) {
      const code = font.bytesPerCode === 2 ? (value[at] as number) * 256 + (value[at + 1] as number) : value[at] as number
      this.#showCode(code, font)
    }
  }

  #showCode(code: number, font: ReadFont): void {
    const {matrix, size, stretch, rise, characterSpace, wordSpace} = this.#now
    const [a, b, c, d, e, f] = this.#text
    const width = font.widthOf(code) * size * stretch
    const [A, B, C, D, E, F] = matrix
    const x = c * rise + e
    const y = d * rise + f
    this.#collector.glyph(font.textOf(code), {
      font: font.facts.name,
      size: size * Math.hypot(c * A + d * C, c * B + d * D),
      x: x * A + y * C + E,
      y: x * B + y * D + F,
      width: width * Math.hypot(a * A + b * C, a * B + b * D),
    })
    const advance = width + (characterSpace + (code === 32 && font.bytesPerCode === 1 ? wordSpace : 0)) * stretch
    this.#text = [a, b, c, d, a * advance + e, b * advance + f]
  }

  #showWithGaps(value: PdfValue | undefined): void {
    if (!Array.isArray(value)) return
    for (const part of value as readonly PdfValue[]) {
      if (typeof part !== 'number') this.#show(part)
      else {
        const [a, b, c, d, e, f] = this.#text
        const gap = -part / 1000 * this.#now.size * this.#now.stretch
        this.#text = [a, b, c, d, a * gap + e, b * gap + f]
      }
    }
  }

  #openMarked(properties: PdfValue | undefined): void {
    const {file} = this.#options
    const found = file.dictionary(properties instanceof PdfName ? this.#resource('Properties', properties) : properties)
    const actual = file.resolve(found.get('ActualText'))
    this.#collector.open(file.number(found.get('MCID')), actual instanceof Uint8Array ? textOf(actual) : undefined)
  }

  #paintForm(name: PdfValue | undefined, depth: number): void {
    const {file} = this.#options
    const form = file.resolve(this.#resource('XObject', name))
    if (!(form instanceof PdfStream) || file.name(form.dictionary.get('Subtype')) !== 'Form' || depth >= deepestForm) return
    const matrix = file.array(form.dictionary.get('Matrix')).map(value => file.number(value) ?? 0)
    const start = {...this.#now, matrix: matrix.length === 6 ? times(matrix as unknown as Matrix, this.#now.matrix) : this.#now.matrix}
    const own = form.dictionary.get('Resources')
    const options = own ? {...this.#options, resources: file.dictionary(own)} : this.#options
    new Interpreter(options, this.#collector, start).run(file.content(form), depth + 1)
  }
}

/** Whether a value starts here: a number, a name, a string, an array, a dictionary. Words are operators. */
function startsOperand(here: number): boolean {
  return (here > 0x2a && here < 0x3a) || here === 0x3c || here === 0x28 || here === 0x5b
}

/** A number of a content stream, where there are no references: read digit by digit, as there are so many. */
function parseNumber(cursor: Cursor): number {
  const {bytes} = cursor
  let here = bytes[cursor.at]
  const sign = here === 0x2d ? -1 : 1
  if (here === 0x2d || here === 0x2b) here = bytes[++cursor.at]
  let value = 0
  let scale = 0
  for (; here !== undefined; here = bytes[++cursor.at]) {
    if (here === 0x2e) scale = 1
    else if (here >= 0x30 && here <= 0x39) {
      value = value * 10 + here - 0x30
      scale *= 10
    } else if (kindOfByte[here] !== 0) break
  }
  return sign * (scale > 1 ? value / scale : value)
}

function operatorAt(cursor: Cursor): string {
  const {bytes} = cursor
  const start = cursor.at
  while (cursor.at < bytes.length && kindOfByte[bytes[cursor.at] as number] === 0) cursor.at++
  if (cursor.at === start) cursor.at++
  return cursor.at - start === 2
    ? String.fromCharCode(bytes[start] as number, bytes[start + 1] as number)
    : String.fromCharCode(...bytes.subarray(start, Math.min(cursor.at, start + 8)))
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

import {kindOfByte, parseValue, skipSpace, type Cursor, type PdfValue} from './parse-value.ts'

/** The bytes of a string, until the operator has been done: the next string takes their place. */
export class Codes {
  bytes = new Uint8Array(256)
  length = 0

  add(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(2 * this.length)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.length++] = byte
  }

  set(bytes: Uint8Array): void {
    if (bytes.length > this.bytes.length) this.bytes = new Uint8Array(2 * bytes.length)
    this.bytes.set(bytes)
    this.length = bytes.length
  }
}

/** What an operator is given; `undefined` where nothing is. */
export type Operand = PdfValue | Codes | undefined

/** Takes the operators of a content stream one by one, with what stands before them; they are only there while it does. */
export type Operate = (operator: string, operands: readonly Operand[], cursor: Cursor) => void

/**
 * Reads a content stream (ISO 32000-2 §7.8.2). A document has hundreds of thousands of operators, so numbers, strings, the
 * operators' names and the list of operands are read without making anything new.
 */
export function scanContent(content: Uint8Array, operate: Operate): void {
  const cursor: Cursor = {bytes: content, at: 0}
  const operands: Operand[] = Array.from({length: 8})
  const codes = new Codes()
  let count = 0
  for (skipSpace(cursor); cursor.at < content.length; skipSpace(cursor)) {
    const here = content[cursor.at] as number
    if (here > 0x2a && here < 0x3a && here !== 0x2f) operands[count++] = parseNumber(cursor)
    else if (here === 0x3c && content[cursor.at + 1] !== 0x3c) operands[count++] = parseHex(cursor, codes)
    else if (here === 0x28) {
      codes.set(parseValue(cursor) as Uint8Array)
      operands[count++] = codes
    } else if (here === 0x2f || here === 0x3c || here === 0x5b) operands[count++] = parseValue(cursor)
    else {
      operate(operatorAt(cursor), operands, cursor)
      while (count > 0) operands[--count] = undefined
    }
  }
}

/** There are no references here, and no figure is written with an exponent. */
function parseNumber(cursor: Cursor): number {
  const {bytes} = cursor
  let at = cursor.at
  let here = bytes[at]
  const sign = here === 0x2d ? -1 : 1
  if (here === 0x2d || here === 0x2b) here = bytes[++at]
  let value = 0
  let scale = 0
  for (; here !== undefined && kindOfByte[here] === 0; here = bytes[++at]) {
    if (here === 0x2e) scale = 1
    else {
      value = value * 10 + here - 0x30
      scale *= 10
    }
  }
  cursor.at = at
  return sign * (scale > 1 ? value / scale : value)
}

function parseHex(cursor: Cursor, codes: Codes): Codes {
  const {bytes} = cursor
  let at = cursor.at + 1
  let digits = 0
  let value = 0
  codes.length = 0
  for (let here = bytes[at]; here !== undefined && here !== 0x3e; here = bytes[++at]) {
    if (kindOfByte[here] === 1) continue
    value = value * 16 + (here < 0x3a ? here - 0x30 : (here & 0x5f) - 0x37)
    if (++digits % 2 === 0) {
      codes.add(value & 255)
      value = 0
    }
  }
  if (digits % 2 === 1) codes.add((value * 16) & 255)
  cursor.at = at + 1
  return codes
}

/** The operators of most content, by their bytes; looking a name up is cheaper than making it. */
const operators = new Map(['Td', 'Tj', 'BT', 'ET', 'Tf', 'Tm', 'TD', 'TJ', 'T*', 'Tc', 'Tw', 'Tz', 'TL', 'Ts', 'q', 'Q', 'cm', 'gs', 're', 'W*', 'W', 'n', 'f', 'f*',
  'rg', 'RG', 'g', 'G', 'l', 'm', 'c', 'h', 'S', 'w', 'Do', 'BI', '\'', '"', 'BMC', 'BDC', 'EMC'].map(name => [[...name].reduce((sum, letter, at) => sum + letter.charCodeAt(0) * 256 ** at, 0), name]))

function operatorAt(cursor: Cursor): string {
  const {bytes} = cursor
  const start = cursor.at
  let at = start
  while (at < bytes.length && kindOfByte[bytes[at] as number] === 0) at++
  cursor.at = Math.max(at, start + 1)
  const length = at - start
  const key = (bytes[start] as number) + (length > 1 ? 256 * (bytes[start + 1] as number) : 0) + (length > 2 ? 65536 * (bytes[start + 2] as number) : 0)
  return (length <= 3 ? operators.get(key) : undefined) ?? String.fromCharCode(...bytes.subarray(start, Math.min(at, start + 8)))
}

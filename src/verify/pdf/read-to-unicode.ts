import {parseValue, skipSpace, type PdfValue} from './parse-value.ts'

/** Code to words, as a `ToUnicode` table says (ISO 32000-2 §9.10.3). Empty for an empty table. */
export function readToUnicode(table: Uint8Array): ReadonlyMap<number, string> {
  const words = new Map<number, string>()
  const text = Buffer.from(table.buffer, table.byteOffset, table.byteLength).toString('latin1')
  for (const [, block] of text.matchAll(/beginbfchar\s([^]*?)endbfchar/g)) {
    const values = valuesOf(block ?? '')
    for (let index = 0; index + 1 < values.length; index += 2) words.set(codeOf(values[index]), wordsOf(values[index + 1]))
  }
  for (const [, block] of text.matchAll(/beginbfrange\s([^]*?)endbfrange/g)) {
    const values = valuesOf(block ?? '')
    for (let index = 0; index + 2 < values.length; index += 3) {
      setRange(words, {first: codeOf(values[index]), last: codeOf(values[index + 1]), target: values[index + 2] ?? null})
    }
  }
  return words
}

function valuesOf(block: string): readonly PdfValue[] {
  const cursor = {bytes: Buffer.from(block, 'latin1'), at: 0}
  const values: PdfValue[] = []
  for (skipSpace(cursor); cursor.at < cursor.bytes.length; skipSpace(cursor)) values.push(parseValue(cursor))
  return values
}

/** Words for each code of the range: one each from an array, or counting up in the last unit. */
function setRange(words: Map<number, string>, range: {readonly first: number; readonly last: number; readonly target: PdfValue}): void {
  const {first, last, target} = range
  if (Array.isArray(target)) {
    for (const [index, value] of (target as readonly PdfValue[]).entries()) words.set(first + index, wordsOf(value))
    return
  }
  const start = wordsOf(target)
  const head = start.slice(0, -1)
  const unit = start.charCodeAt(start.length - 1)
  for (let code = first; code <= Math.min(last, first + 65535); code++) words.set(code, head + String.fromCharCode(unit + code - first))
}

function codeOf(value: PdfValue | undefined): number {
  return value instanceof Uint8Array ? value.reduce((code, byte) => code * 256 + byte, 0) : 0
}

/** UTF-16, big end first. */
function wordsOf(value: PdfValue | undefined): string {
  if (!(value instanceof Uint8Array)) return ''
  return Buffer.from(value.length % 2 === 0 ? value : value.subarray(0, -1)).swap16().toString('utf16le')
}

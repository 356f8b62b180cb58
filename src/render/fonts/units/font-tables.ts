/** Tables of a font by their tags. */
export type FontTables = ReadonlyMap<string, DataView>

/** Tables of a font file (OpenType 1.9 §otff), as copies. */
export function readTables(font: Uint8Array): FontTables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  return new Map(Array.from({length: view.getUint16(4)}, (_, index) => {
    const entry = 12 + 16 * index
    const start = view.getUint32(entry + 8)
    const bytes = new Uint8Array(font.subarray(start, start + view.getUint32(entry + 12)))
    return [String.fromCharCode(...font.subarray(entry, entry + 4)), new DataView(bytes.buffer)] as const
  }))
}

/** Writes a file of TrueType outlines, with its checksums. */
export function writeTables(tables: FontTables): Uint8Array {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const starts: number[] = []
  const length = sorted.reduce((at, [, table]) => {
    starts.push(at)
    return at + padded(table.byteLength)
  }, 12 + 16 * sorted.length)
  const font = new Uint8Array(length)
  const view = new DataView(font.buffer)
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, sorted.length)
  view.setUint16(6, 16 * power)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, 16 * (sorted.length - power))
  for (const [index, [tag, table]] of sorted.entries()) {
    const start = starts[index] ?? 0
    font.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), start)
    if (tag === 'head') view.setUint32(start + 8, 0)
    const entry = 12 + 16 * index
    font.set([...tag].map((letter) => letter.charCodeAt(0)), entry)
    view.setUint32(entry + 4, checksum(view, start, padded(table.byteLength)))
    view.setUint32(entry + 8, start)
    view.setUint32(entry + 12, table.byteLength)
  }
  const head = starts[sorted.findIndex(([tag]) => tag === 'head')]
  if (head !== undefined) view.setUint32(head + 8, 0xb1b0afba - checksum(view, 0, length))
  return font
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

import {deflateSync} from 'node:zlib'

/** A PNG of one grey, with a dark frame. */
export function makePng(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 0xcc)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    const isFrame = y < 4 || y >= height - 4
    for (let x = 0; x < width; x++) if (isFrame || x < 4 || x >= width - 4) rows[y * (width + 1) + 1 + x] = 0x33
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** ISO 3309, as PNG has it. Node has one of its own from 20.15 on. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

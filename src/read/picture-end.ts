/**
 * Whether a picture breaks off: it begins as a PNG, JPEG, GIF or WebP (or is empty), and some of its parts, its image data
 * or the mark that ends its format is not there. Nothing is decoded; what follows the end does not count.
 */
export function breaksOff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return bytes.length === 0 || (beginsAsPicture(bytes) && !(endsPng(view) || endsJpeg(view) || endsGif(view) || endsWebp(view)))
  } catch (error) {
    // A DataView throws a RangeError for what lies beyond the bytes.
    if (error instanceof RangeError) return true
    throw error
  }
}

function beginsAsPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return start.startsWith('\x89PNG') || start.startsWith('\xff\xd8\xff') || /^GIF8[79]a/.test(start) || /^RIFF.{4}WEBP/s.test(start)
}

/** PNG (third edition) §5.3 to §5.6: chunks one after the other, at least one IDAT, IEND last; each has 12 bytes around its data. */
function endsPng(view: DataView): boolean {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47) return false
  let hasData = false
  for (let at = 8; ; ) {
    const [length, type] = [view.getUint32(at), view.getUint32(at + 4)]
    at += 12 + length
    if (at > view.byteLength) return false
    if (type === 0x49444154) hasData ||= length > 0
    if (type === 0x49454e44) return hasData
  }
}

/** ITU-T T.81 §B.1.1: segments, and coded data behind each start of scan, up to the end of image. */
function endsJpeg(view: DataView): boolean {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return false
  let hasScan = false
  for (let at = 2; ; ) {
    const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : 0
    if (marker === 0xd9) return hasScan
    // Coded data, a stuffed byte, filling, a restart: none has a length.
    if (marker === 0 || marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at++
    else {
      hasScan ||= marker === 0xda
      at += 2 + view.getUint16(at + 2)
    }
  }
}

/** GIF89a §17 to §27: extensions and images in blocks, then the trailer. Browsers end at any other block as well. */
function endsGif(view: DataView): boolean {
  if (view.byteLength < 13 || view.getUint32(0) !== 0x47494638) return false
  let hasImage = false
  for (let at = 13 + colorTableLength(view.getUint8(10)); ; ) {
    const block = view.getUint8(at)
    if (block === 0x21) at = afterSubBlocks(view, at + 2)
    else if (block === 0x2c) {
      at = afterSubBlocks(view, at + 11 + colorTableLength(view.getUint8(at + 9)))
      hasImage = true
    } else return hasImage
  }
}

/** Bytes of a GIF's table of colours, by the byte that describes it. */
export function colorTableLength(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0
}

function afterSubBlocks(view: DataView, start: number): number {
  let at = start
  for (let length = view.getUint8(at); length !== 0; length = view.getUint8(at)) at += length + 1
  return at + 1
}

/** RFC 9649 §2.3 to §2.7: the file is as long as its head says, and one of its chunks holds an image, whole. */
function endsWebp(view: DataView): boolean {
  if (view.byteLength < 20 || view.getUint32(0) !== 0x52494646) return false
  const end = 8 + view.getUint32(4, true)
  if (end > view.byteLength) return false
  let hasImage = false
  for (let at = 12; at + 8 <= end; ) {
    const [type, length] = [view.getUint32(at), view.getUint32(at + 4, true)]
    if (at + 8 + length > end) return false
    // `VP8 `, `VP8L`, and `ANMF`, a frame of a moving picture.
    hasImage ||= [0x56503820, 0x5650384c, 0x414e4d46].includes(type) && length > 0
    at += 8 + length + (length % 2)
  }
  return hasImage
}

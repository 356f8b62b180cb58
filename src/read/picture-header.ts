import {colorTableLength} from './picture-end.ts'

/** A picture as its header describes it; nothing is decoded. */
export interface PictureHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  /** Pixels as shown: a JPEG that its camera marked as lying is counted upright. */
  readonly width: number
  readonly height: number
}

/**
 * Reads type and size from a picture's header, without believing it: never beyond the bytes, in time that grows with
 * the bytes at most, and never smaller than what a browser would take for the size.
 *
 * @returns `undefined` for another format, and for a header that is damaged or could be read in two ways.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const header = readPng(view) ?? readJpeg(view) ?? readGif(view) ?? readWebp(view)
    return header && header.width > 0 && header.height > 0 ? header : undefined
  } catch (error) {
    // A DataView throws a RangeError for what lies beyond the bytes: the header is cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** PNG (third edition) §5.2 and §11.2.1: IHDR is the first chunk, of 13 bytes. */
function readPng(view: DataView): PictureHeader | undefined {
  if (!startsWith(view, 0, '\x89PNG\r\n\x1a\n')) return undefined
  if (view.getUint32(8) !== 13 || !startsWith(view, 12, 'IHDR')) return undefined
  return {type: 'image/png', width: view.getUint32(16), height: view.getUint32(20)}
}

/** ITU-T T.81 §B.1.1: segments one after the other up to the frame header; anything between them is refused. */
function readJpeg(view: DataView): PictureHeader | undefined {
  if (!startsWith(view, 0, '\xff\xd8')) return undefined
  let isLying = false
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2) return undefined
    if (isFrameHeader(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return {type: 'image/jpeg', width: isLying ? height : width, height: isLying ? width : height}
    }
    // Data before any frame, or a marker without a length, cannot be.
    if (marker === 0xda || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9) || marker === 0) return undefined
    if (marker === 0xe1) isLying ||= readOrientation(view, at + 4, length - 2) >= 5
    at += 2 + length
  }
}

/** SOF0–SOF15 without DHT, JPG and DAC, which stand among them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Exif 2.32 §4.6.4: tag 274 of the first directory; 5 to 8 are turned by a quarter. 1 when there is none. */
function readOrientation(view: DataView, at: number, length: number): number {
  if (length < 14 || !startsWith(view, at, 'Exif\0\0')) return 1
  const tiff = at + 6
  const isLittle = startsWith(view, tiff, 'II')
  const directory = tiff + view.getUint32(tiff + 4, isLittle)
  if (directory + 2 > at + length) return 1
  const entries = view.getUint16(directory, isLittle)
  for (let entry = directory + 2; entry < directory + 2 + entries * 12 && entry + 12 <= at + length; entry += 12) {
    if (view.getUint16(entry, isLittle) === 274) return view.getUint16(entry + 8, isLittle)
  }
  return 1
}

/** GIF89a §18 and §20: a browser widens the screen to the frames, so these count, too. */
function readGif(view: DataView): PictureHeader | undefined {
  if (!startsWith(view, 0, 'GIF87a') && !startsWith(view, 0, 'GIF89a')) return undefined
  let [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  for (let at = 13 + colorTableLength(view.getUint8(10)); at < view.byteLength; ) {
    const block = view.getUint8(at)
    if (block === 0x21) at = afterSubBlocks(view, at + 2)
    else if (block === 0x2c) {
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true))
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true))
      at = afterSubBlocks(view, at + 11 + colorTableLength(view.getUint8(at + 9)))
    } else break
  }
  return {type: 'image/gif', width, height}
}

function afterSubBlocks(view: DataView, start: number): number {
  let at = start
  while (at < view.byteLength && view.getUint8(at) !== 0) at += view.getUint8(at) + 1
  return at + 1
}

/** RFC 9649 §2.4 to §2.7: the first chunk tells the size, whichever of the three it is. */
function readWebp(view: DataView): PictureHeader | undefined {
  if (!startsWith(view, 0, 'RIFF') || !startsWith(view, 8, 'WEBP')) return undefined
  if (startsWith(view, 12, 'VP8X')) return {type: 'image/webp', width: 1 + uint24(view, 24), height: 1 + uint24(view, 27)}
  if (startsWith(view, 12, 'VP8L')) {
    if (view.getUint8(20) !== 0x2f) return undefined
    const packed = view.getUint32(21, true)
    return {type: 'image/webp', width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff)}
  }
  if (!startsWith(view, 12, 'VP8 ') || !startsWith(view, 23, '\x9d\x01\x2a')) return undefined
  return {type: 'image/webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff}
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
}

function startsWith(view: DataView, at: number, ascii: string): boolean {
  if (at + ascii.length > view.byteLength) return false
  return [...ascii].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0))
}

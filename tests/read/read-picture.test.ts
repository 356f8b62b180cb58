import {deflateSync} from 'node:zlib'
import fc from 'fast-check'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {breaksOff} from '../../src/read/picture-end.ts'
import {readPictureHeader} from '../../src/read/picture-header.ts'
import {readPicture} from '../../src/read/read-picture.ts'
import {memoryWorld, special} from '../memory-world.ts'

const png = (width: number, height: number) => bytes('\x89PNG\r\n\x1a\n', u32(13), 'IHDR', u32(width), u32(height), '\x08\x02\0\0\0')
const jpeg = (width: number, height: number, before: string | Uint8Array = '') =>
  bytes('\xff\xd8', before, '\xff\xc0', u16(11), '\x08', u16(height), u16(width), '\x01\x11\x11\0', '\xff\xd9')
const exif = (orientation: number) => bytes('\xff\xe1', u16(34), 'Exif\0\0', 'MM\0*', u32(8), u16(1), u16(274), u16(3), u32(1), u16(orientation), u16(0), u32(0))
const gif = (width: number, height: number, frame = [width, height]) =>
  bytes('GIF89a', le16(width), le16(height), '\x80\0\0', '\0\0\0\xff\xff\xff', '!\xf9\x04\0\0\0\0\0', ',', le16(0), le16(0), le16(frame[0] ?? 0), le16(frame[1] ?? 0), '\0', '\x02\x01\x44\0', ';')
const vp8 = (width: number, height: number) => bytes('RIFF', u32(0), 'WEBPVP8 ', u32(0), '\0\0\0\x9d\x01\x2a', le16(width), le16(height))
const vp8l = (width: number, height: number) => bytes('RIFF', u32(0), 'WEBPVP8L', u32(0), '\x2f', le16(((width - 1) | ((height - 1) << 14)) & 0xffff), le16(((height - 1) << 14) >>> 16))
const vp8x = (width: number, height: number) => bytes('RIFF', u32(0), 'WEBPVP8X', u32(0), '\0\0\0\0', le16(width - 1), '\0', le16(height - 1), '\0')

const chunk = (type: string, data: string | Uint8Array = '') => bytes(u32(bytes(data).length), type, data, u32(0))
const wholePng = (width: number, height: number) => bytes(png(width, height), u32(0), chunk('IDAT', 'data'), chunk('IEND'))
const wholeJpeg = jpeg(3, 2).subarray(0, -2)
const scan = bytes('\xff\xda', u16(8), '\x01\x01\0\0\x3f\0', 'data\xff\0data\xff\xd0data')
const riff = (...chunks: Uint8Array[]) => bytes('RIFF', u32(4 + bytes(...chunks).length).reverse(), 'WEBP', ...chunks)
const webpChunk = (type: string, data: Uint8Array) => bytes(type, u32(data.length).reverse(), data, data.length % 2 ? '\0' : '')

test.each([
  ['png', png(3, 2), 'image/png'],
  ['jpeg', jpeg(3, 2), 'image/jpeg'],
  ['jpeg with a comment', jpeg(3, 2, bytes('\xff\xfe', u16(4), 'hi', '\xff')), 'image/jpeg'],
  ['jpeg lying on its side', jpeg(2, 3, exif(6)), 'image/jpeg'],
  ['jpeg upside down', jpeg(3, 2, exif(3)), 'image/jpeg'],
  ['gif', gif(3, 2), 'image/gif'],
  ['gif with a frame larger than its screen', gif(1, 1, [3, 2]), 'image/gif'],
  ['webp, lossy', vp8(3, 2), 'image/webp'],
  ['webp, lossless', vp8l(3, 2), 'image/webp'],
  ['webp, extended', vp8x(3, 2), 'image/webp'],
])('the header of a %s', (_, picture, type) => {
  expect(readPictureHeader(picture)).toEqual({type, width: 3, height: 2})
})

test.each([
  ['nothing', bytes('')],
  ['svg', bytes('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>')],
  ['html', bytes('<html>')],
  ['a png without a first IHDR', bytes('\x89PNG\r\n\x1a\n', u32(13), 'tEXt', png(3, 2).subarray(16))],
  ['a png of no width', png(0, 2)],
  ['a png cut off', png(3, 2).subarray(0, 18)],
  ['a jpeg with a length of zero', bytes('\xff\xd8\xff\xe0\0\0\xff\xe0\0\0')],
  ['a jpeg without a frame', bytes('\xff\xd8\xff\xd9')],
  ['a jpeg with something between its segments', jpeg(3, 2, 'xx')],
  ['a webp with another chunk first', bytes('RIFF', u32(0), 'WEBPALPH', u32(0), '\0\0\0\0\0\0\0\0\0\0')],
])('%s is no picture', (_, picture) => {
  expect(readPictureHeader(picture)).toBeUndefined()
})

test('any bytes at all give a header or none, never more', () => {
  const beginnings = [png(3, 2), jpeg(3, 2, exif(6)), gif(3, 2), vp8x(3, 2), bytes('')]
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.nat(40), fc.uint8Array({maxLength: 200}), (start, cut, rest) => {
      const header = readPictureHeader(bytes(start.subarray(0, cut), rest))
      expect(header === undefined || (header.width > 0 && header.height > 0)).toBe(true)
    }),
  )
})

const wholes: [string, Uint8Array][] = [
  ['png', wholePng(3, 2)],
  ['jpeg', bytes(wholeJpeg, scan, '\xff\xd9')],
  ['jpeg of two scans', bytes(wholeJpeg, scan, scan, '\xff\xd9')],
  ['gif', gif(3, 2)],
  ['webp, lossy', riff(webpChunk('VP8 ', bytes(vp8(3, 2).subarray(20), 'data')))],
  ['webp, lossless', riff(webpChunk('VP8L', bytes(vp8l(3, 2).subarray(20), 'odd')))],
  ['webp, extended', riff(webpChunk('VP8X', vp8x(3, 2).subarray(20)), webpChunk('ALPH', bytes('x')), webpChunk('VP8 ', bytes(vp8(3, 2).subarray(20))))],
  ['webp, moving', riff(webpChunk('VP8X', vp8x(3, 2).subarray(20)), webpChunk('ANMF', bytes(new Uint8Array(30))))],
]

test.each(wholes)('a %s is whole, and breaks off wherever it is cut', (_, picture) => {
  expect(readPictureHeader(picture)).toMatchObject({width: 3, height: 2})
  expect(breaksOff(picture)).toBe(false)
  expect(breaksOff(bytes(picture, 'more behind'))).toBe(false)
  for (let length = 12; length < picture.length; length++) expect(breaksOff(picture.subarray(0, length)), `${length} bytes`).toBe(true)
})

test.each([
  ['a png of a header alone', bytes(png(3, 2), u32(0))],
  ['a png without data', bytes(png(3, 2), u32(0), chunk('IEND'))],
  ['a png with empty data', bytes(png(3, 2), u32(0), chunk('IDAT'), chunk('IEND'))],
  ['a jpeg without a scan', bytes(wholeJpeg, '\xff\xd9')],
  ['a gif without an image', bytes(gif(3, 2).subarray(0, 19), ';')],
  ['a webp without an image', riff(webpChunk('VP8X', vp8x(3, 2).subarray(20)))],
  ['nothing', bytes('')],
])('%s breaks off', (_, picture) => {
  expect(breaksOff(picture)).toBe(true)
})

test('what begins as no picture does not break off', () => {
  fc.assert(fc.property(fc.uint8Array({minLength: 1, maxLength: 60}), (some) => !breaksOff(bytes('<', some))))
})

const world = memoryWorld({
  '/in/a b.png': wholePng(3, 2),
  '/in/articles/c.png': wholePng(3, 2),
  '/in/articles/100%.png': wholePng(3, 2),
  '/in/empty.png': '',
  '/in/half.png': wholePng(3, 2).subarray(0, 50),
  '/in/half.jpg': bytes(wholeJpeg, scan),
  '/in/half.gif': gif(3, 2).subarray(0, -4),
  '/in/half.webp': riff(webpChunk('VP8 ', bytes(vp8(3, 2).subarray(20), 'data'))).subarray(0, -2),
  '/in/head.png': png(3, 2).subarray(0, 18),
  '/in/huge.png': bytes(png(20_000, 20_000), deflateSync(new Uint8Array(100))),
  '/in/heavy.png': bytes(wholePng(3, 2), new Uint8Array(20 * 1024 * 1024)),
  '/in/drawing.svg': '<svg/>',
  '/in/pipe.png': special.pipe,
  '/in/out.png': {link: '/secret.png'},
  '/secret.png': wholePng(3, 2),
})

async function read(reference: string) {
  const file = new VFile({path: 'articles/1.md'})
  const picture = await readPicture(world, '/in', {reference, file, place: {file: file.path, line: 7}})
  return {picture, message: file.messages[0], count: file.messages.length}
}

test.each(['../a%20b.png', '../a b.png', 'c.png', './c.png?w=3#x', '100%.png', `data:image/png;base64,${Buffer.from(wholePng(3, 2)).toString('base64')}`])(
  '%.40s is read',
  async reference => {
    const {picture, count} = await read(reference)
    expect(picture).toMatchObject({source: 'articles/1.md', reference, name: 'picture-24598a58782f2f4a.png', type: 'image/png', width: 3, height: 2})
    expect(count).toBe(0)
  },
)

test.each([
  ['https://example.org/a.png', 'read-picture-is-local'],
  ['//example.org/a.png', 'read-picture-is-local'],
  ['../../secret.png', 'read-picture-inside'],
  ['%2e%2e/%2e%2e/secret.png', 'read-picture-inside'],
  ['/secret.png', 'read-picture-inside'],
  ['file:///secret.png', 'read-picture-inside'],
  ['FILE:/secret.png', 'read-picture-inside'],
  ['C:\\secret.png', 'read-picture-inside'],
  ['\\\\server\\share\\a.png', 'read-picture-inside'],
  ['..%5c..%5csecret.png', 'read-picture-inside'],
  ['../out.png', 'read-picture-inside'],
  ['javascript:alert(1)', 'read-picture-inside'],
  ['data:image/svg+xml,<svg/>', 'read-picture-inside'],
  ['%252e%252e/a%20b.png', 'read-picture-exists'],
  ['none.png', 'read-picture-exists'],
  ['', 'read-picture-exists'],
  ['../pipe.png', 'read-picture-exists'],
  ['../huge.png', 'read-picture-size'],
  ['../heavy.png', 'read-picture-size'],
  ['../drawing.svg', 'read-picture-format'],
  ['../empty.png', 'read-picture-is-whole'],
  ['../half.png', 'read-picture-is-whole'],
  ['../half.jpg', 'read-picture-is-whole'],
  ['../half.gif', 'read-picture-is-whole'],
  ['../half.webp', 'read-picture-is-whole'],
  ['../head.png', 'read-picture-is-whole'],
  ['data:image/png;base64,AAAA', 'read-picture-format'],
])('%s is refused: %s', async (reference, rule) => {
  const {picture, message, count} = await read(reference)
  expect(picture).toBeUndefined()
  expect(count).toBe(1)
  expect(message).toMatchObject({ruleId: rule, line: 7})
  expect(message?.reason).not.toContain('/in/')
})

function bytes(...parts: (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))
}
function u16(value: number): Uint8Array {
  return new Uint8Array([value >> 8, value & 255])
}
function le16(value: number): Uint8Array {
  return u16(value).reverse()
}
function u32(value: number): Uint8Array {
  return bytes(u16(value >>> 16), u16(value & 0xffff))
}

test.each(['none.png', '/assets/none.png', '../../up.png', 'file:///a.png'])('in a text that was imported %s is a warning', async (reference) => {
  const file = new VFile({path: 'article.md'})
  expect(await readPicture(memoryWorld({'/in/article.md': ''}), '/in', {reference, file, isImported: true})).toBeUndefined()
  expect(file.messages.map(({ruleId, fatal}) => [ruleId, fatal])).toEqual([['read-picture-came-along', false]])
})

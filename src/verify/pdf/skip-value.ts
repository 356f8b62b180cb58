import {kindOfByte, nested, parseValue, skipSpace, type Cursor} from './parse-value.ts'

/** Moves on over a value without making anything of it. A reference is passed as a whole. */
export function skipValue(cursor: Cursor): void {
  skipSpace(cursor)
  const {bytes} = cursor
  const here = bytes[cursor.at]
  if (here === 0x5b) nested(cursor, skipArray)
  else if (here === 0x3c && bytes[cursor.at + 1] === 0x3c) nested(cursor, skipDictionary)
  else if (here === 0x2f) skipName(cursor)
  else if (here === 0x3c) cursor.at = Math.max(bytes.indexOf(0x3e, cursor.at), cursor.at) + 1
  else parseValue(cursor)
}

function skipName(cursor: Cursor): void {
  cursor.at++
  while (kindOfByte[cursor.bytes[cursor.at] ?? 32] === 0) cursor.at++
}

function skipArray(cursor: Cursor): void {
  cursor.at++
  for (skipSpace(cursor); cursor.at < cursor.bytes.length && cursor.bytes[cursor.at] !== 0x5d; skipSpace(cursor)) skipValue(cursor)
  cursor.at++
}

function skipDictionary(cursor: Cursor): void {
  cursor.at += 2
  for (skipSpace(cursor); cursor.bytes[cursor.at] === 0x2f; skipSpace(cursor)) {
    skipName(cursor)
    skipValue(cursor)
  }
  cursor.at += 2
}

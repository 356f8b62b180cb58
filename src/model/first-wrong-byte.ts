/** A byte that UTF-8 does not allow where it stands. */
export interface WrongByte {
  readonly offset: number
  /** Line that it stands in, from 1. */
  readonly line: number
  /** The byte as it is written in messages: `0xFF`. */
  readonly shown: string
}

/**
 * Where bytes stop being UTF-8 (RFC 3629), found by halving, since the decoder does not say. To be called after
 * decoding has failed.
 */
export function firstWrongByte(bytes: Uint8Array): WrongByte {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2)
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  const line = bytes.subarray(0, good).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1)
  return {offset: good, line, shown: `0x${(bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`}
}

/** A character cut off at the end counts as good. */
function decodes(beginning: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(beginning, {stream: true})
    return true
  } catch {
    return false
  }
}

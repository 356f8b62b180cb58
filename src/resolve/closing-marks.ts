const closing = new Set('。，、；：！？）】》〉」』”')
const halfWidth = new Set('.,;:!?)]’')
const letter = /[\p{Script=Latin}\p{N}]/u

/**
 * Where the marks end that close a phrase which ends at `offset`: a call stands behind them. A half-width one closes only
 * where no Latin letter or digit follows: `example.org`, `Alice’s`.
 */
export function afterClosingMarks(text: string, offset: number): number {
  let end = offset
  while (closing.has(text.charAt(end)) || (halfWidth.has(text.charAt(end)) && !opensWord(text, end + 1))) end++
  return end
}

function opensWord(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  // Most of what follows is a space or a letter of ASCII, which needs no table of scripts.
  if (code === undefined || code <= 0x20) return false
  return letter.test(String.fromCodePoint(code))
}

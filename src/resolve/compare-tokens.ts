import type {ComparedWords} from '../model/quotation.ts'
import type {Token} from './scan-tokens.ts'

/** For each token of the first list the index of its partner in the second, -1 for none: a longest common subsequence. */
export function pairTokens(a: readonly Pick<Token, 'hash'>[], b: readonly Pick<Token, 'hash'>[]): Int32Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    const hash = a[i]?.hash
    for (let j = b.length - 1; j >= 0; j--) {
      const down = lengths[(i + 1) * width + j] ?? 0
      const right = lengths[i * width + j + 1] ?? 0
      lengths[i * width + j] = hash === b[j]?.hash ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  const pairs = new Int32Array(a.length).fill(-1)
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.hash === b[j]?.hash) pairs[i++] = j++
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** The same pairs closer together: of two equal tokens of the second list the one that stands right before the next partner. */
export function drawTogether(pairs: Int32Array, a: readonly Pick<Token, 'hash'>[], b: readonly Pick<Token, 'hash'>[]): Int32Array {
  const drawn = pairs.slice()
  for (let at = drawn.length - 2; at >= 0; at--) {
    const before = (drawn[at + 1] ?? -1) - 1
    if ((drawn[at] ?? -1) >= 0 && before > (drawn[at] ?? 0) && b[before]?.hash === a[at]?.hash) drawn[at] = before
  }
  return drawn
}

/** A text cut where its tokens begin or cease to have partners. Marks and spaces go with the token before them. */
export function cutAtDifferences(text: string, tokens: readonly Token[], hasPartner: (index: number) => boolean): ComparedWords[] {
  const pieces: ComparedWords[] = []
  let from = 0
  tokens.forEach((_, index) => {
    const next = tokens[index + 1]
    if (next && hasPartner(index) === hasPartner(index + 1)) return
    // Marks that open belong to what follows them.
    const end = next ? openingAt(text, next.start) : text.length
    pieces.push({words: text.slice(from, end), inBoth: hasPartner(index)})
    from = end
  })
  return pieces.length === 0 ? [{words: text, inBoth: false}] : pieces
}

function openingAt(text: string, start: number): number {
  let at = start
  while (at > 0 && /[“‘「『（([《]/.test(text[at - 1] ?? '')) at--
  return at
}

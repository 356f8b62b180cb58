const digits = '〇一二三四五六七八九'

/** The number of an exhibit in one form: `一` and `01` are `1`, `a` is `A`, `十二` is `12`. */
export function readNumber(words: string): string {
  if (/^[0-9]+$/.test(words)) return String(Number(words))
  if (/^[〇一二三四五六七八九十百]+$/.test(words)) return String(readHan(words))
  return words.toUpperCase()
}

function readHan(words: string): number {
  let total = 0
  let digit = 0
  for (const character of words) {
    const unit = character === '百' ? 100 : character === '十' ? 10 : 0
    if (unit === 0) digit = digit * 10 + digits.indexOf(character)
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}

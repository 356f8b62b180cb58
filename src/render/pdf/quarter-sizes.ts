/**
 * A style sheet whose sizes of type in em come out in quarters of a pixel. Widths of letters are then exact in the 24 bits
 * that the printer reckons with, and it writes the letters of a word as one string; with any other size each letter
 * becomes a string with a place of its own, half of all a page consists of. What cannot round keeps the size as it was.
 *
 * @param css sizes stand in `font-size`, or in `font` before the slash
 */
export function inQuarters(css: string): string {
  return css.replace(sized, (declaration, size: string) => `${declaration}; font-size: round(${size}, 0.25px)${declaration.includes('!important') ? ' !important' : ''}`)
}

const sized = /[{;]\s*font(?:-size)?\s*:\s*(?:[\w-]+\s+)*?([\d.]+r?em)\b[^;{}]*/g

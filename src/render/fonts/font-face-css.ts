import type {Face} from './faces.ts'

/** What one `@font-face` rule says. */
export interface FaceRule {
  readonly family: string
  /** The look that the rule stands for; the face may have been drawn for another, next to it. */
  readonly weight: number
  readonly style: Face['style']
  readonly ranges: readonly (readonly [first: number, last: number])[]
  /** Address of the file. */
  readonly path: string
}

/**
 * `@font-face` rules (CSS Fonts 4 §4). One address may stand in many rules: the browser loads it once and a PDF holds
 * it once.
 */
export function fontFaceCss(rules: readonly FaceRule[], format: 'ttf' | 'woff2'): string {
  const kind = format === 'ttf' ? 'truetype' : 'woff2'
  return rules.map(({family, weight, style, ranges, path}) => `@font-face { font-family: "${family}"; font-weight: ${weight};`
    + ` font-style: ${style}; font-display: block; src: url("${path}") format("${kind}"); unicode-range: ${rangeText(ranges)} }\n`).join('')
}

function rangeText(ranges: FaceRule['ranges']): string {
  const hex = (point: number): string => point.toString(16)
  return ranges.map(([first, last]) => first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`).join(', ')
}

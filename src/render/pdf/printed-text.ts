import {markupText, unwritableCharacters} from '../../model/markup-text.ts'

/** Marks over, under and through any letter, and those of kana and of Chinese tones. */
const marks = String.raw`\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f`
const marked = new RegExp(`[^${marks}]?[${marks}]+`, 'gu')
/** Soft hyphens, selectors of pictures and of forms, joiners of letters, and fillers: a browser paints a space or a box where a face has none of them. */
const unpainted = /[\u00ad\ufeff\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8]|\udb40[\udc00-\udfff]/g
/** Ends of lines and paragraphs as no other character of a text: no face has them. */
const ends = /[\u2028\u2029]/g
/** A colour of skin behind what has no skin: a browser would look for one face that has both, and paint a box. */
const loose = /(?<!\p{Extended_Pictographic}\ufe0f?)(?=\p{Emoji_Modifier})/gu
/** Marks of direction: no face has a letter that runs from right to left, and what stands around them would be turned. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Any of those above; few texts have one. */
const unsettled = /[\u00ad\ufeff\u0300-\u036f\u061c\u1ab0-\u1aff\u1dc0-\u1dff\u200e\u200f\u202a-\u202e\u2066-\u2069\u20d0-\u20ff\ud83c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u302a-\u302f\u3099\u309a\u3164\ufe00-\ufe0f\ufe20-\ufe2f\uffa0\ufff0-\ufff8\udb40]/

/**
 * A text as it is printed: as markup can hold it ({@link markupText}), without what paints nothing and is no place for a line to break or turns what it stands in, and with letters and the
 * marks that follow them as one character where there is one (é for e and ´, が for か and ゛; Unicode's form C), since a
 * mark of its own has other glyphs over some letters. A mark whose letter may be of another face is parted from it.
 */
export function printed(text: string): string {
  if (!unsettled.test(text) && !unwritableCharacters.test(text)) return text
  return markupText(text).replace(unpainted, '').replace(marked, settled).replace(directions, '').replace(loose, '\u2060').replace(ends, ' ')
}

/**
 * A browser draws a letter and its marks with one face: where none has all of them, it paints a box for each, the letter
 * too. A word joiner between them lets each be drawn by a face that has it, at the same place.
 */
function settled(one: string): string {
  const composed = one.normalize('NFC')
  if (onKey.test(composed)) return composed
  const [letter = '', ...rest] = isMark.test(composed) ? ['', ...composed] : [...composed]
  // With nothing to stand on, it would hang over the edge of the page.
  const place = !/^\s?$/.test(letter) ? '' : wideMark.test(rest[0] ?? '') ? '\u3000' : '\u00a0'
  const together = sameFace.find(({letters}) => letters.test(letter))?.marks
  let isApart = false
  return letter + place + rest.map((mark) => {
    isApart ||= !together?.test(mark)
    return isApart ? `\u2060${mark}` : mark
  }).join('')
}

const isMark = new RegExp(`^[${marks}]`, 'u')
/** As wide as a Chinese character. */
const wideMark = /[\u20dd-\u20e4\u302a-\u302f\u3099\u309a]/
const onKey = /^[0-9#*]\u20e3$/

/** What every face has that draws such letters. */
const sameFace = [
  {letters: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, marks: /[\u0300-\u0304\u0306-\u030c\u031b\u0323\u0324\u0326-\u0329\u032e\u0331]/},
  {letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, marks: /[\u20dd\u20de\u302a-\u302f\u3099\u309a]/},
]

const marked = /[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+/gu
/** Selectors of pictures and of forms, joiners of letters, and fillers: a browser paints a space or a box where a face has none of them. */
const unpainted = /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8]|\udb40[\udc00-\udfff]/g
/** Ends of lines and paragraphs as no other character of a text: no face has them. */
const ends = /[\u2028\u2029]/g
/** A colour of skin behind what has no skin: a browser would look for one face that has both, and paint a box. */
const loose = /(?<!\p{Extended_Pictographic}\ufe0f?)(?=\p{Emoji_Modifier})/gu
/** Marks of direction: no face has a letter that runs from right to left, and what stands around them would be turned. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Any of those above; few texts have one. */
const unsettled = /[\u0300-\u036f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud83c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u3099\u309a\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\udb40]/

/**
 * A text as it is printed: without what paints nothing and is no place for a line to break or turns what it stands in, and with letters and the
 * marks that follow them as one character where there is one (é for e and ´, が for か and ゛; Unicode's form C), since a
 * mark of its own has other glyphs over some letters.
 */
export function printed(text: string): string {
  if (!unsettled.test(text)) return text
  return text.replace(marked, (one) => one.normalize('NFC')).replace(unpainted, '').replace(directions, '').replace(loose, '\u2060').replace(ends, ' ')
}

/**
 * A text with everything unprintable made visible: a source must not be able to move the cursor of the terminal that
 * shows its messages, or to turn the direction of a line.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, sign =>
    sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

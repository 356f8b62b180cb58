const marked = /[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+/gu

/**
 * Letters and the marks that follow them as one character where there is one (é for e and ´, が for か and ゛), as
 * Unicode's form C has them; all else stays as it is. Texts from some systems come in two.
 */
export function composeMarks(text: string): string {
  return text.replace(marked, (one) => one.normalize('NFC'))
}

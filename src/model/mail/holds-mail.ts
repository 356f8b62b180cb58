import {fieldOf, splitHeaderLine} from '../header-label.ts'
import {isIntroduction} from './is-introduction.ts'

/**
 * Whether a paragraph is mail by what stands in it: a line that begins with the label of a header, or one that
 * introduces a quotation. An address in angle brackets keeps them there, also in an article.
 *
 * @param words of the paragraph, a line feed where a line ends
 */
export function holdsMail(words: string): boolean {
  const lines = words.split('\n')
  return lines.some((line) => {
    const label = splitHeaderLine(line.slice(0, longestStart))?.label
    return label !== undefined && fieldOf(label) !== undefined
  }) || isIntroduction(lines.slice(-2).join(' '))
}

/** As much of a line as a label with its colon may take, in UTF-16 units. */
const longestStart = 60

import {findLiterals} from './literal-runs.ts'
import {readEmphasis} from './read-emphasis.ts'
import {splitBlocks} from '../model/mail/split-blocks.ts'
import {splitLines, writeLine} from '../model/mail/split-lines.ts'
import {emphasisFits, writeEmphasis} from './write-emphasis.ts'

/**
 * Repairs the marks of emphasis in any Markdown, so that CommonMark (with the CJK amendment) reads the emphasis that was
 * meant and none stays in the text: torn, doubled, nested, glued to spaces, without a partner. Code, HTML, links and
 * escapes are left alone; what is sound stays as it is, byte for byte. The number of lines stays the same. Idempotent.
 *
 * ```text
 * ****[** 邮件1]**  →  **[ 邮件1]**      _甲 _乙_ 丙_  →  *甲乙丙*      **实体** 。  →  **实体**。
 * ```
 */
export function repairEmphasis(markdown: string): string {
  const lines = splitLines(markdown)
  const written = markdown.split(/\r\n|\n|\r/)
  for (const block of splitBlocks(lines)) {
    if (block.kind === 'verbatim' || block.kind === 'rule') continue
    const texts = block.kind === 'table' ? block.lines.map((line) => repairCells(line.text)) : repairInline(block.lines.map((line) => line.text).join('\n')).split('\n')
    block.lines.forEach((line, index) => (written[line.number - 1] = writeLine(line, texts[index] ?? '')))
  }
  const endings = markdown.match(/\r\n|\n|\r/g) ?? []
  return written.map((line, index) => line + (endings[index] ?? '')).join('')
}

/** Repairs one paragraph; line feeds in it stay. */
export function repairInline(text: string): string {
  if (!/[*_]/.test(text)) return text
  const fenced = fenceAddresses(text)
  const emphasis = readEmphasis(fenced)
  return emphasis.sound && emphasisFits(emphasis) ? fenced : writeEmphasis(emphasis)
}

/** GFM takes marks and what follows them into a bare address: `http://x**中` → `<http://x>**中`. */
function fenceAddresses(text: string): string {
  if (!/https?:\/\//.test(text)) return text
  const pieces: string[] = []
  let from = 0
  for (const {start, end} of findLiterals(text).literals) {
    if (text[start] !== 'h' || !/^[*_]+[^\s*_]/.test(text.slice(end, end + 8))) continue
    pieces.push(text.slice(from, start), `<${text.slice(start, end)}>`)
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}

/** Emphasis never leaves its cell. */
export function repairCells(row: string): string {
  return row.split(/(?<!\\)\|/).map(repairInline).join('|')
}

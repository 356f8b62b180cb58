const delimiters = [',', ';', '\t']
/** Marks of Markdown: what begins with them is no row of a table. */
const markdown = /^(?:#{1,6}\s|>|[-*+]\s|\d+[.)]\s|\||```|!\[)/

/**
 * Whether a text is a table with one row a line (RFC 4180): three rows or more, all with as many fields, three or more, and
 * not sentences that happen to have as many commas.
 *
 * @param isWhole whether `text` is all of it; the last row may be cut off where not
 */
export function isTable(text: string, isWhole: boolean): boolean {
  return delimiters.some((delimiter) => {
    const rows = rowsOf(text.trimEnd(), delimiter)
    const whole = isWhole ? rows : rows.slice(0, -1)
    const [head = []] = whole
    return whole.length >= 3 && head.length >= 3 && whole.every((row) => row.length === head.length) && areCells(whole, delimiter)
  })
}

/** Cells are short, and no row reads as a sentence: behind a comma in one stands a space. */
function areCells(rows: readonly (readonly string[])[], delimiter: string): boolean {
  const cells = rows.flat()
  if (rows.some(([first = '']) => markdown.test(first)) || cells.reduce((sum, cell) => sum + cell.length, 0) > 60 * cells.length) return false
  if (delimiter !== ',') return true
  const spaced = rows.flatMap((row) => row.slice(1)).filter((cell) => cell.startsWith(' ')).length
  const sentences = rows.filter((row) => /[.!?。！？]$/.test(row.at(-1) ?? '')).length
  return spaced * 2 < cells.length && sentences * 2 < rows.length
}

/** Fields may stand in quotation marks, and then hold line ends and delimiters. */
function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (const sign of text) {
    if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && sign === delimiter) {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') {
      rows.at(-1)?.push(cell)
      rows.push([])
      cell = ''
    } else cell += sign
  }
  rows.at(-1)?.push(cell)
  return rows
}

const entities: Readonly<Record<string, string>> = {'&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&nbsp;': ' '}

/**
 * The words of a line of Markdown as they are read: marks of emphasis and backslashes of escapes off, `&lt;` as `<`,
 * white space single, but an ideographic space stays. For labels, header values and other single lines, where emphasis has no meaning.
 */
export function plainWords(text: string): string {
  const unmarked = text.replace(/\\([!-/:-@[-`{-~])|\*+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9@])/g, (_, escaped: string | undefined) => escaped ?? '')
  return decodeEntities(unmarked).replace(/[\t\n\r \u00A0\u200B\uFEFF]+/g, ' ').trim()
}

/** The five entities that clipping tools write. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|nbsp);/g, (entity) => entities[entity] ?? entity)
}

/** Columns of a terminal: two for a wide character. Tells how long a line was when a tool broke it. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(character) ? 2 : 1
  return columns
}

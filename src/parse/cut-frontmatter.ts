/** The text of a source, cut in two. */
export interface CutSource {
  /** The YAML between the fences; `undefined` when the source has no frontmatter. */
  readonly yaml?: string
  /**
   * The Markdown, with the frontmatter blanked out rather than taken away: every line, column and offset in it is that
   * of the whole file.
   */
  readonly body: string
  /** False when the opening fence has no closing one. */
  readonly closed: boolean
}

/** First line of the YAML in the file: the line below the opening fence. */
export const yamlFirstLine = 2

/**
 * Cuts a source at its frontmatter: a line `---` at the very start, and the next line `---`.
 * Lines end with line feeds. A file that opens with a thematic break and holds no other is no frontmatter, unless
 * what follows the fence looks like `key:`.
 */
export function cutFrontmatter(text: string): CutSource {
  const opening = /^---[ \t]*(?:\n|$)/.exec(text)
  if (!opening) return {body: text, closed: true}
  const closing = /^---[ \t]*$/m
  const rest = text.slice(opening[0].length)
  const found = closing.exec(rest)
  if (!found) return {body: text, closed: !/^[\p{L}_-]+:/u.test(rest)}
  const end = opening[0].length + found.index + found[0].length
  return {yaml: rest.slice(0, found.index), body: blank(text.slice(0, end)) + text.slice(end), closed: true}
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

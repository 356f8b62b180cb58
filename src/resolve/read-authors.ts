/** Marks and words that part the authors of one line; a comma is read apart, for it may turn a name round (`Bell, Ann`). */
const separators = /\s*[;；、]\s*|\s+(?:and|und|et|y|&)\s+/u
const comma = /\s*[,，]\s*/u

/**
 * The authors of an article as its line names them: several are parted by `;`, `、`, `and`, and by commas where each part
 * is a whole name. A line that is a known name is one author.
 */
export function readAuthors(line: string | undefined, isKnown: (name: string) => boolean): string[] {
  const whole = line?.trim() ?? ''
  if (whole === '' || isKnown(whole)) return whole === '' ? [] : [whole]
  return whole.split(separators).filter(Boolean).flatMap((part) => {
    const names = part.split(comma).filter(Boolean)
    return isKnown(part) || names.length < 2 || !names.every(isWhole) ? [part] : names
  })
}

/** A name of two words, or of Han characters. */
function isWhole(name: string): boolean {
  return /\s/.test(name) || /^\p{Script=Han}{2,}$/u.test(name)
}

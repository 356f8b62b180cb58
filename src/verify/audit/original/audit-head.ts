/**
 * The lines of the frontmatter of a clipped page that are accounted for, by index: those of a key and its words that
 * a source has as a field, those that a source names as left out, sign for sign, and keys without a value. What is not among
 * them has to be found as any other line.
 *
 * @param metas frontmatter of the sources
 * @param signsOf signs of a text that count
 */
export function auditHead(lines: readonly string[], metas: readonly unknown[], signsOf: (text: string) => string): ReadonlySet<number> {
  const end = endOf(lines)
  const found = new Set<number>()
  const bare = (text: string): string => signsOf(text).replace(/[:,"'[\]{}~=|>]/g, '')
  const fields = metas.flatMap(wordsOf).map(bare)
  for (const {first, last, text} of metas.flatMap(droppedIn)) {
    if (first < 1 || last > end || signsOf(lines.slice(first - 1, last).join('')) !== signsOf(text)) continue
    for (let line = first; line <= last; line++) found.add(line - 1)
  }
  for (const {first, last} of groupsIn(lines, end)) {
    const key = bare(/^[^:=]*/.exec(lines[first] ?? '')?.[0] ?? '')
    const value = bare(lines.slice(first, last + 1).join('')).slice(key.length)
    if (value !== '' && !/^null$/i.test(value) && !fields.includes(value)) continue
    for (let index = first; index <= last; index++) found.add(index)
  }
  return found
}

/** Index of the fence that ends the frontmatter; 0 where there is none. */
function endOf(lines: readonly string[]): number {
  const ends = {'---': /^(?:---|\.\.\.)\s*$/, '+++': /^\+\+\+\s*$/}[(lines[0] ?? '').replace(/^\uFEFF/, '').trimEnd()]
  return ends ? lines.findIndex((line, index) => index > 0 && ends.test(line)) : 0
}

/** A line at the margin that has a key, with those below it that have none. */
function groupsIn(lines: readonly string[], end: number): {first: number; last: number}[] {
  const groups: {first: number; last: number}[] = []
  for (let index = 1; index < end; index++) {
    const last = groups.at(-1)
    if (/^[^\s#[\]{}-].*[:=]/.test(lines[index] ?? '')) groups.push({first: index, last: index})
    else if (last) last.last = index
  }
  return groups
}

function wordsOf(meta: unknown): string[] {
  return Object.values(isMap(meta) ? meta : {}).filter((value) => typeof value === 'string')
}

function droppedIn(meta: unknown): {first: number; last: number; text: string}[] {
  const dropped = isMap(meta) ? meta['dropped'] : undefined
  return (Array.isArray(dropped) ? (dropped as unknown[]) : []).filter(isMap).flatMap(({lines, text}) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(String(lines)) ?? []
    return first === undefined ? [] : [{first: Number(first), last: Number(last), text: String(text)}]
  })
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

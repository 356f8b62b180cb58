/** Markdown without the remarks that its writer made for nobody else. */
export interface WithoutRemarks {
  /** Every line is the line that it was; columns behind a remark are not. */
  readonly text: string
  /** Where each remark begins, and how many characters it has between its signs. */
  readonly remarks: readonly {readonly line: number; readonly characters: number}[]
}

const sign = '%%'
/** No figure stands before the first sign (`100%%`); a backslash makes it text. */
const forbidsOpening = /[0-9\\]/
const fence = /^[ \t>]*(`{3,}|~{3,})/
const blankLine = /\n[ \t>]*\n/

/**
 * Takes private remarks out: `%%…%%`, as Obsidian has them. One that begins in the middle of a line ends in the same
 * paragraph; one that begins its line may go over empty lines. Code has none; what is never closed is text.
 *
 *     The sum %%ask Ann%% was paid.
 *             ^       ^
 */
export function takeOutRemarks(markdown: string): WithoutRemarks {
  if (!markdown.includes(sign)) return {text: markdown, remarks: []}
  const taken = findRemarks(markdown)
  const parts: string[] = []
  let from = 0
  for (const {start, end} of taken) {
    const before = markdown.slice(from, start)
    const after = markdown[end]
    const isGap = before.endsWith(' ') && (after === undefined || /[\s,.;:!?)，。；：！？）]/.test(after))
    parts.push(isGap ? before.slice(0, -1) : before, markdown.slice(start, end).replace(/[^\n]/g, ''))
    from = end
  }
  parts.push(markdown.slice(from))
  return {text: parts.join(''), remarks: taken.map(({start, end, line}) => ({line, characters: [...markdown.slice(start + 2, end - 2).trim()].length}))}
}

interface Remark {
  readonly start: number
  readonly end: number
  readonly line: number
}

function findRemarks(markdown: string): Remark[] {
  const found: Remark[] = []
  let code: string | undefined
  let done = 0
  let line = 0
  for (let offset = 0; offset < markdown.length; offset = lineEnd(markdown, offset) + 1) {
    line++
    const end = lineEnd(markdown, offset)
    const mark = offset < done ? undefined : fence.exec(markdown.slice(offset, end))?.[1]
    if (code !== undefined) code = mark?.startsWith(code) === true ? undefined : code
    else if (mark !== undefined) code = mark
    else for (let at = Math.max(offset, done); at < end;) {
      const next = nextSign(markdown, at, end)
      if (next < 0) break
      const close = closing(markdown, next, offset)
      if (close >= 0) found.push({start: next, end: close, line})
      at = done = close >= 0 ? close : next + sign.length
    }
  }
  return found
}

function lineEnd(markdown: string, from: number): number {
  const end = markdown.indexOf('\n', from)
  return end < 0 ? markdown.length : end
}

/** The next sign that may open a remark, outside of code in the line; -1 when there is none. */
function nextSign(markdown: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (markdown[at] === '`') at = behindCode(markdown, at, end) - 1
    else if (markdown.startsWith(sign, at)) {
      const isLong = markdown[at + 2] === '%'
      if (!isLong && (at === 0 || !forbidsOpening.test(markdown[at - 1] ?? ''))) return at
      while (markdown[at + 1] === '%') at++
    }
  }
  return -1
}

/** Behind a span of code that begins here; behind its marks where it is not closed in the line. */
function behindCode(markdown: string, at: number, end: number): number {
  const marks = /^`+/.exec(markdown.slice(at, end))?.[0] ?? '`'
  const close = markdown.indexOf(marks, at + marks.length)
  return close < 0 || close >= end ? at + marks.length : close + marks.length
}

/** Behind the sign that closes a remark; -1 when it is not closed where it may be. */
function closing(markdown: string, start: number, line: number): number {
  const close = markdown.indexOf(sign, start + sign.length)
  if (close < 0 || markdown[close + 2] === '%') return -1
  const beginsLine = /^[ \t>]*$/.test(markdown.slice(line, start))
  return beginsLine || !blankLine.test(markdown.slice(start, close)) ? close + sign.length : -1
}

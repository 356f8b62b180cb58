import type {Printed} from './read-printed.ts'
import {linesOf, wordsOf, type SortedPage} from './sort-page.ts'
import type {Glyph} from './read-printed.ts'
import {lettersOf} from './source-text.ts'

/** A note as it is printed, on one page or on several. */
export interface PrintedNote {
  readonly page: number
  readonly label: string
  /** Letters and digits without the label and without calls. */
  readonly letters: string
}

/** Notes from their labels on; what stands above the first label of a page goes on with the note before it. */
export function printedNotes(pages: readonly SortedPage[]): PrintedNote[] {
  const notes: {page: number; label: string; letters: string}[] = []
  for (const page of pages) {
    const labelOf = new Map(page.labels.flatMap((link) => link.glyphs.map((glyph) => [glyph, link] as const)))
    for (const glyph of page.footWords) {
      const label = labelOf.get(glyph)
      if (!label) {
        const last = notes.at(-1)
        if (last) last.letters += glyph.text
        else notes.push({page: page.index, label: '', letters: glyph.text})
      } else if (label.glyphs[0] === glyph) notes.push({page: page.index, label: label.words, letters: ''})
    }
  }
  return notes.map((note) => ({...note, letters: lettersOf(note.letters)}))
}

/** What is wrong with calls and notes, in words; empty when nothing is. */
export function troubleWithNotes(pages: readonly SortedPage[]): string[] {
  return pages.flatMap((page) => {
    const labels = page.labels.map((one) => one.words)
    const called = new Set(page.calls.map((one) => one.words.replace(',', '')))
    return [
      ...page.calls.flatMap((call) => {
        const target = call.target
        const note = page.labels.find((one) => one.words === call.words.replace(',', ''))
        if (target?.page !== page.index) return [`p. ${page.index + 1}: call ${call.words} leads to p. ${(target?.page ?? -1) + 1}`]
        if (!note) return [`p. ${page.index + 1}: call ${call.words} has no note on its page`]
        return target.y < note.bottom || target.y > note.top + 6 ? [`p. ${page.index + 1}: call ${call.words} lands at ${target.y}, its note is at ${note.bottom}–${note.top}`] : []
      }),
      ...page.labels.flatMap((label) => {
        const wrong = []
        if (!called.has(label.words)) wrong.push(`p. ${page.index + 1}: note ${label.words} begins on a page that does not call it`)
        if (labels.indexOf(label.words) !== labels.lastIndexOf(label.words)) wrong.push(`p. ${page.index + 1}: note ${label.words} twice`)
        if (label.target?.page !== page.index) wrong.push(`p. ${page.index + 1}: note ${label.words} leads back to p. ${(label.target?.page ?? -1) + 1}`)
        return wrong
      }),
    ]
  })
}

/** Page numbers that are not those of the page they lead to. */
export function troubleWithFolios(pages: readonly SortedPage[]): string[] {
  return pages.flatMap((page) => [
    ...(page.folio !== '' && page.folio !== page.label ? [`p. ${page.index + 1}: folio ${page.folio}, label ${page.label}`] : []),
    ...page.folios.flatMap((link) => {
      const target = pages[link.target?.page ?? -1]
      const words = link.words
      return target && target.label === words && (target.folio === words || target.folio === '') ? [] : [`p. ${page.index + 1}: ${words} leads to page ${target?.label}`]
    }),
  ])
}

/** Text beyond the text area, notes above their rule, lines that lie on each other. */
export function troubleWithPlaces(pages: readonly SortedPage[]): string[] {
  return pages.flatMap((page) => {
    const says = (what: string, glyphs: readonly Glyph[]): string => `p. ${page.index + 1}: ${what}: ${wordsOf(glyphs.slice(0, 40))}`
    const {area, rule} = page
    // The blank half of a full-width mark may stand beyond the edge, and so may a space.
    const slack = (one: Glyph): number => (/[\s\p{P}]/u.test(one.text) ? one.size / 2 + 1 : 1)
    const beyond = [...page.text, ...page.foot].filter((one) => one.x < area.left - slack(one) || one.x + one.width > area.right + slack(one) || one.y - 0.1 * one.size < area.bottom - 0.5)
    const tooLow = rule === undefined ? [] : page.text.filter((one) => one.y - 0.2 * one.size < rule)
    return [
      ...(beyond.length > 0 ? [says('outside the text area', beyond)] : []),
      ...(tooLow.length > 0 ? [says('text on the rule of the notes', tooLow)] : []),
      ...overlaps(page).map(([a, b]) => `p. ${page.index + 1}: “${wordsOf(a)}” lies on “${wordsOf(b)}”`),
    ]
  })
}

function overlaps(page: SortedPage): [Glyph[], Glyph[]][] {
  const lines = linesOf([...page.head, ...page.textWords, ...page.footWords]).sort((a, b) => (b[0]?.y ?? 0) - (a[0]?.y ?? 0))
  return lines.flatMap((line, index) => lines.slice(index + 1, index + 60).filter((other) => liesOn(line, other)).map((other): [Glyph[], Glyph[]] => [line, other]))
}

function liesOn(upper: readonly Glyph[], lower: readonly Glyph[]): boolean {
  const [a] = upper
  const [b] = lower
  if (!a || !b) return false
  const bottom = a.y - 0.08 * a.size
  if (b.y + 0.72 * b.size <= bottom) return false
  return upper.some((one) => one.text.trim() !== '' && lower.some((other) => other.text.trim() !== '' && one.x + 1 < other.x + other.width && other.x + 1 < one.x + one.width))
}

const notAtStart = /^[，。、；：！？）》」』】”’〉〕]/u
const notAtEnd = /[（《「『【“‘〈〔]$/u

/** Lines of Chinese that begin or end with a mark that may not stand there (CLREQ §5.1). */
export function troubleWithLineEnds(pages: readonly SortedPage[]): string[] {
  return pages.flatMap((page) => [...linesOf(page.textWords), ...linesOf(page.footWords)].flatMap((line) => {
    const words = wordsOf(line).trim()
    if (!/\p{Script=Han}/u.test(words) || /Code/.test(line[0]?.font ?? '')) return []
    return notAtStart.test(words) || notAtEnd.test(words) ? [`p. ${page.index + 1}: ${words}`] : []
  }))
}

/** What holds for every PDF of ours, whatever is in it. */
export function troubleWithFile({fonts, tagged, language, pages}: Printed): string[] {
  const text = pages.flatMap((page) => page.glyphs).map((one) => one.text).join('')
  return [
    ...fonts.filter((one) => !one.embedded || one.type === 'Type3').map((one) => `font ${one.name} is ${one.type}${one.embedded ? '' : ', not embedded'}`),
    ...(tagged ? [] : ['not tagged']),
    ...(language ? [] : ['no language']),
    ...(/[\u2e80-\u2fdf]/.test(text) ? [`radicals in place of signs: ${text.match(/.{0,5}[\u2e80-\u2fdf].{0,5}/)?.[0]}`] : []),
    ...pages.flatMap((page) => page.links.filter((one) => one.target === undefined && one.uri === undefined).map((one) => `p. ${page.index + 1}: link “${one.words}” leads nowhere`)),
  ]
}

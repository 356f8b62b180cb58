import type {Nodes, Root} from 'mdast'
import type {Extension, TokenizeContext} from 'micromark-util-types'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {once} from '../model/once.ts'
import {remarkAddresses} from './address-syntax.ts'
import {remarkOnlyComments} from './comment-syntax.ts'
import {remarkGfm} from './gfm.ts'
import {remarkInlineNotes} from './inline-note-syntax.ts'
import {keepBrackets} from './keep-brackets.ts'
import {linkMail} from './link-mail.ts'
import {scanLines} from './scan-lines.ts'

/**
 * Smallest piece, in UTF-16 units, that is parsed by itself. The parser is set up for each piece anew, so larger ones are
 * better; but not where quotes and lists begin all the time, at less than {@link roomOfMarks} from each other.
 */
const pieceLengths = {prose: 8192, marked: 2048}
const roomOfMarks = 64
const opensContainer = /^[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])/gm
/** The line below the head of a table has one of these (GFM §4.10). */
const mayHoldTable = /\||:-|-:/
/** As micromark has signs: by their code. */
const leftSquareBracket = 91

/**
 * Parses Markdown: CommonMark, GFM with notes, emphasis beside Chinese punctuation, `^[inline notes]`.
 * The tree is the same as if remark had been given the whole; but remark's time grows with the square of the number of
 * quotes and lists, so it is given pieces that begin where a top-level block begins. What is defined in one piece
 * is known in all of them.
 *
 * @param text within the limits of `checkLimits`
 * @param pieceLength smallest piece; `Infinity` for all in one. Default: what suits the text
 * @param isMail in mail a line of dashes parts the signature from the text: it makes no heading of the line above; and `<ann@example.org>` has its brackets
 */
export function parseMarkdown(text: string, {pieceLength = pieceLengthFor(text), isMail = false}: {readonly pieceLength?: number; readonly isMail?: boolean} = {}): Root {
  const defined: Defined = {links: new DefinedNames(), notes: new DefinedNames()}
  const parserWith = (tables: boolean) => unified()
    .use(remarkParse)
    .use(remarkGfm, {tables})
    .use(remarkAddresses)
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough, {singleTilde: false})
    .use(remarkOnlyComments)
    .use(remarkInlineNotes)
    .use(remarkShareDefinitions, defined)
    .use(isMail ? [remarkNoUnderlines] : [])
    .freeze()
  const parsers = {tables: once(() => parserWith(true)), none: once(() => parserWith(false))}
  const parse = ({text: words}: Piece): Root => (mayHoldTable.test(words) ? parsers.tables() : parsers.none()).parse(words)
  const pieces = cutPieces(text, pieceLength)
  // The last piece first: notes and links are mostly defined at the end, and what is known need not be parsed again.
  const parsed = pieces.toReversed().map(piece => ({piece, root: parse(piece), known: countKnown(defined)})).reverse()
  const children = parsed.flatMap(({piece, root, known}) => {
    const stale = known < countKnown(defined) && piece.text.includes('[')
    return shift(stale ? parse(piece) : root, piece).children
  })
  const root: Root = {type: 'root', children, position: positionOf(text)}
  keepBrackets(root, isMail)
  linkMail(root)
  return root
}

function pieceLengthFor(text: string): number {
  const marks = text.match(opensContainer)?.length ?? 0
  return marks * roomOfMarks > text.length ? pieceLengths.marked : pieceLengths.prose
}

/** unified plugin: headings are written with `#` alone. */
function remarkNoUnderlines(this: Processor): void {
  const data = this.data() as {micromarkExtensions?: Extension[]}
  ;(data.micromarkExtensions ??= []).push({disable: {null: ['setextUnderline']}})
}

interface Defined {
  readonly links: string[]
  readonly notes: string[]
}

interface Piece {
  readonly text: string
  readonly offset: number
  /** Lines above it. */
  readonly lines: number
}

function cutPieces(text: string, pieceLength: number): Piece[] {
  const pieces: Piece[] = []
  let start = {offset: 0, lines: 0}
  for (const line of scanLines(text)) {
    if (!line.cuttable || line.offset - start.offset < pieceLength) continue
    pieces.push({...start, text: text.slice(start.offset, line.offset)})
    start = {offset: line.offset, lines: line.number - 1}
  }
  pieces.push({...start, text: text.slice(start.offset)})
  return pieces
}

/** The list that the parser keeps of what is defined: it asks whether a name is in it before each definition and call. */
class DefinedNames extends Array<string> {
  private readonly names = new Set<string>()

  override push(...added: string[]): number {
    for (const name of added) this.names.add(name)
    return super.push(...added)
  }

  override includes(name: string): boolean {
    return this.names.has(name)
  }
}

function countKnown(defined: Defined): number {
  return defined.links.length + defined.notes.length
}

/** What the parser knows of definitions while it works; `gfmFootnotes` is the part of the notes. */
interface ParserOfPiece {
  defined: string[]
  gfmFootnotes?: string[]
}

/** Lets every parser that is made from here on share one list of definitions. */
function remarkShareDefinitions(this: Processor, defined: Defined): void {
  const data = this.data() as {micromarkExtensions?: Extension[]}
  const share = {
    name: 'shareDefinitions',
    tokenize(this: TokenizeContext, _effects: unknown, _ok: unknown, nok: import('micromark-util-types').State) {
      const parser = this.parser as unknown as ParserOfPiece
      parser.defined = defined.links
      parser.gfmFootnotes = defined.notes
      return nok
    }
  }
  // By its sign too, or a note defined in the first line of a piece would go to a list that is then replaced.
  ;(data.micromarkExtensions ??= []).push({document: {null: [share], [leftSquareBracket]: [share]}})
}

function shift(root: Root, piece: Piece): Root {
  if (piece.offset === 0) return root
  const waiting: Nodes[] = [...root.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      point.line += piece.lines
      if (point.offset !== undefined) point.offset += piece.offset
    }
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
  return root
}

function positionOf(text: string): NonNullable<Root['position']> {
  const lines = text.split('\n')
  const end = {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: text.length}
  return {start: {line: 1, column: 1, offset: 0}, end}
}

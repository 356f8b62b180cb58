import type {Html, Link, Nodes, Root, RootContent} from 'mdast'
import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import type {Extension} from 'micromark-util-types'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {holdsMail} from '../../../model/mail/holds-mail.ts'
import {nodesIn} from '../../../model/nodes-in.ts'
import {commentBlocks} from './comment-blocks.ts'
import type {SourceBlock} from './source-block.ts'

/** What stands in Markdown that was given to the parser. */
export interface MarkedText {
  readonly blocks: readonly SourceBlock[]
  /** Blocks of each note, by its name. */
  readonly notes: ReadonlyMap<string, readonly SourceBlock[]>
  /** What is defined in it, each as a line that defines the same name with the same title: `[^note]: <#>`, `[words]: <#> "Title"`. */
  readonly names: readonly string[]
}

/** Stands for an escaped `^` while the text is parsed: a note in place begins with a bare one. */
const escapedCaret = '\uE00F'
/** Stand for brackets that are code, within the text of a block. */
const codeOpening = '\uE010'
const codeClosing = '\uE011'

/**
 * Reads Markdown with marks: CommonMark and GFM by their own parsers, HTML as text, comments as nothing.
 *
 * @param lines as they are in the source
 * @param options.firstLine line of the source that the first of them is
 * @param options.names definitions elsewhere in the source, as of {@link MarkedText}
 * @param options.isMail in mail a line of dashes makes no heading of the line above, and an address has its brackets
 */
export function readMarked(lines: readonly string[], {firstLine, names, isMail}: {readonly firstLine: number; readonly names: readonly string[]; readonly isMail: boolean}): MarkedText {
  const own = withPlainAddresses(lines.join('\n').replaceAll('\\^', escapedCaret))
  // Above: code that is never closed goes on to the end.
  const others = names.length === 0 ? '' : `${names.map((name) => `${name}\n\n`).join('')}<!-- -->\n\n`
  const tree = processor(isMail).parse(others + own) as Root
  const reader = new Reader({firstLine, above: names.length === 0 ? 0 : 2 * names.length + 2}, isMail)
  reader.readAll(tree.children)
  return {blocks: reader.blocks, notes: reader.notes, names: reader.names}
}

const processors = new Map<boolean, Processor>()

function processor(isMail: boolean): Processor {
  const known = processors.get(isMail) ?? (unified().use(remarkParse).use(gfm, {isMail}).use(remarkCjkFriendly).use(remarkCjkFriendlyStrikethrough, {singleTilde: false}) as unknown as Processor)
  processors.set(isMail, known)
  return known
}

function gfm(this: Processor, {isMail}: {readonly isMail: boolean}): void {
  const data = this.data() as {micromarkExtensions?: Extension[]; fromMarkdownExtensions?: FromMarkdown[]}
  const off = {disable: {null: isMail ? ['setextUnderline'] : []}}
  ;(data.micromarkExtensions ??= []).push(gfmFootnote(), gfmTable(), gfmTaskListItem(), commentBlocks, off)
  ;(data.fromMarkdownExtensions ??= []).push(gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmStrikethroughFromMarkdown())
}

/** An address as it may stand among words: it ends before space, `<`, a backtick, square brackets and East Asian signs. */
const address = /(?<![A-Za-z0-9_/]|\]\(|<)(?:https?:\/\/|www\.)(?:[!-;=-Z\\^_a-~]|(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\uFF00-\uFFEF\u{10000}-\u{10FFFF}])[\p{L}\p{M}\p{N}])+/giu
const trail = /[!"'*,.:;?_~)]+$/
/** Signs that mean nothing within an address, and what stands for them while the text is parsed. */
const meaningless = '*_~&\\^'
const masks = '\uE013\uE014\uE015\uE016\uE017\uE018'

/** Addresses with their signs masked. */
function withPlainAddresses(text: string): string {
  if (!/:\/\/|www\./i.test(text)) return text
  return text.replace(address, (found) => {
    const end = found.length - (trail.exec(found)?.[0].length ?? 0)
    return found.slice(0, end).replace(/[*_~&\\^]/g, (sign) => masks.charAt(meaningless.indexOf(sign))) + found.slice(end)
  })
}

function unmasked(text: string): string {
  return /[\uE013-\uE018]/.test(text) ? text.replace(/[\uE013-\uE018]/g, (mask) => meaningless.charAt(masks.indexOf(mask))) : text
}

interface Lines {
  readonly firstLine: number
  /** Lines above them, with names that are defined elsewhere. */
  readonly above: number
}

class Reader {
  readonly blocks: SourceBlock[] = []
  readonly notes = new Map<string, SourceBlock[]>()
  readonly names: string[] = []
  #into = this.blocks
  #quoted = false
  #quotation: number | undefined
  readonly #lines: Lines
  readonly #isMail: boolean
  /** Of what is defined elsewhere, by its name. */
  readonly #titles = new Map<string, string>()
  #inPlace = 0

  constructor(lines: Lines, isMail: boolean) {
    this.#lines = lines
    this.#isMail = isMail
  }

  /** All that stands at the top. */
  readAll(nodes: readonly RootContent[]): void {
    for (const {identifier, title} of nodesIn({type: 'root', children: [...nodes]}, 'definition')) this.#titles.set(identifier, title ?? '')
    for (const node of nodes) {
      this.#quotation = node.type === 'blockquote' ? this.#lineOf(node.position?.start.line ?? 1) : undefined
      this.#readNode(node)
    }
  }

  #read(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#readNode(node)
  }

  #readNode(node: Nodes): void {
    if ((node.position?.start.line ?? 1) <= this.#lines.above) return
    switch (node.type) {
      case 'paragraph': case 'heading': case 'tableCell': return this.#readBlock(node)
      case 'html': return this.#readHtml(node)
      case 'code': return this.#add({kind: 'code', text: unmasked(node.value.replaceAll(escapedCaret, '\\^'))}, node)
      case 'blockquote': return this.#within(() => this.#read(node.children), true)
      case 'footnoteDefinition': return this.#readNote(node.identifier, node.children)
      // A note was meant, whose name has a space: words, no link.
      case 'definition': if (node.label?.startsWith('^')) return this.#add({kind: 'text', text: `[${node.label}]: ${node.url}${node.title ? ` ${node.title}` : ''}`}, node)
        return void this.names.push(`[${node.label ?? node.identifier}]: <#>${node.title ? ` "${node.title.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"` : ''}`)
      default: if ('children' in node) this.#read(node.children)
    }
  }

  #within(read: () => void, quoted: boolean): void {
    const before = this.#quoted
    this.#quoted ||= quoted
    read()
    this.#quoted = before
  }

  #readNote(name: string, children: readonly Nodes[]): void {
    const around = this.#into
    this.#into = []
    this.#read(children)
    this.names.push(`[^${name}]: <#>`)
    if (!this.notes.has(name)) this.notes.set(name, this.#into)
    this.#into = around
  }

  /** A comment is nothing; what stands behind it in its line is words. */
  #readHtml(node: Html): void {
    const text = asWords(wordsOfHtml(node.value)).trim()
    if (text !== '') this.#add({kind: 'text', text}, node)
  }

  #readBlock(node: Nodes & {type: 'paragraph' | 'heading' | 'tableCell'}): void {
    const parts: string[] = []
    const found = {pieces: [] as {at: number; line: number}[], calls: [] as {at: number; name: string}[], pictures: [] as {alt: string; address: string}[]}
    let length = 0
    const add = (words: string, line: number | undefined): void => {
      if (line !== undefined) found.pieces.push({at: length, line: this.#lineOf(line)})
      parts.push(words)
      length += words.length
    }
    const bracketed = this.#keepsBrackets(node)
    const walk = (child: Nodes): void => {
      const line = child.position?.start.line
      if (child.type === 'text' || child.type === 'inlineCode') add(child.type === 'text' ? child.value : asCode(child.value), line)
      else if (child.type === 'html') add(asCode(wordsOfHtml(child.value)), line)
      else if (child.type === 'break') add('\u2028', undefined)
      else if (child.type === 'footnoteReference') found.calls.push({at: length, name: child.identifier})
      else if (child.type === 'image' || child.type === 'imageReference') {
        found.pictures.push({alt: asWords(child.alt ?? ''), address: child.type === 'image' ? unmasked(child.url) : ''})
        add(asCode((child.type === 'image' ? child.title : this.#titles.get(child.identifier))?.trim() ?? ''), line)
      }
      else if (child.type === 'link' && parts.at(-1)?.endsWith('^') === true) {
        // A note in place, not a link behind a caret.
        add('[', line)
        child.children.forEach(walk)
        add(`](${child.url})`, line)
      } else if (bracketed && isBracketed(child)) {
        add('<', line)
        child.children.forEach(walk)
        add('>', line)
      } else if ('children' in child) child.children.forEach(walk)
    }
    node.children.forEach(walk)
    this.#addWithNotes({kind: node.type === 'heading' ? 'heading' : 'text', text: parts.join(''), ...found, ...(node.type === 'heading' && {depth: node.depth})}, node)
  }

  /** In mail, in quotations and beside the labels of headers, the brackets around an address are words. */
  #keepsBrackets(node: Nodes): boolean {
    return this.#isMail || this.#quoted || (node.type === 'paragraph' && holdsMail(lettersOf(node)))
  }

  /** Notes in place (`^[words]`) are called where they stand; their words are blocks of their own. */
  #addWithNotes(block: Piece, node: Nodes): void {
    const {at, end} = noteInPlace(block.text)
    if (end < 0) return this.#add({...block, text: asWords(block.text)}, node)
    const name = `\u0000${this.#lineOf(node.position?.start.line ?? 1)}.${this.#inPlace++}`
    const around = this.#into
    this.#into = []
    this.#addWithNotes(partOf(block, at + 2, end), node)
    this.notes.set(name, this.#into)
    this.#into = around
    const before = partOf(block, 0, at)
    const after = partOf(block, end + 1, block.text.length)
    const moved = <Kind extends {readonly at: number}>(some: readonly Kind[]): Kind[] => some.map((one) => ({...one, at: one.at + at}))
    this.#addWithNotes({
      ...block,
      text: before.text + after.text,
      pieces: [...before.pieces, ...moved(after.pieces)],
      calls: [...before.calls, {at, name}, ...moved(after.calls)],
    }, node)
  }

  #add(block: Pick<SourceBlock, 'kind' | 'text'> & Partial<SourceBlock>, {position}: Nodes): void {
    const line = this.#lineOf(position?.start.line ?? 1)
    this.#into.push({pieces: [], calls: [], pictures: [], quoted: this.#quoted, ...(this.#quotation !== undefined && {quotation: this.#quotation}), line, endLine: this.#lineOf(position?.end.line ?? 1), ...block})
  }

  #lineOf(line: number): number {
    return this.#lines.firstLine - 1 + line - this.#lines.above
  }
}

/** An address of mail that is written `<ann@example.org>`. */
function isBracketed(node: Nodes): node is Link {
  if (node.type !== 'link' || !node.url.startsWith('mailto:')) return false
  const [own, words] = [node.position, node.children[0]?.position]
  return (words?.start.offset ?? 0) - (own?.start.offset ?? 0) === 1 && (own?.end.offset ?? 0) - (words?.end.offset ?? 0) === 1
}

function lettersOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('children' in node) return node.children.map(lettersOf).join('')
  return 'value' in node ? node.value : ''
}

type Piece = Pick<SourceBlock, 'kind' | 'text' | 'pieces' | 'calls' | 'pictures'> & {readonly depth?: number}

/** A stretch of a block, its offsets counted from its beginning. */
function partOf(block: Piece, from: number, to: number): Piece {
  const within = <Kind extends {readonly at: number}>(some: readonly Kind[]): Kind[] => some.filter(({at}) => at >= from && at <= to).map((one) => ({...one, at: one.at - from}))
  const {pieces} = block
  const first = pieces.findLast(({at}) => at < from)
  return {...block, text: block.text.slice(from, to), pieces: [...(first ? [{...first, at: 0}] : []), ...within(pieces)], calls: within(block.calls), pictures: []}
}

/** The first note in place that is closed. */
function noteInPlace(text: string): {at: number; end: number} {
  for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', at + 1)) {
    const end = closingBracket(text, at + 1)
    if (end >= 0) return {at, end}
  }
  return {at: -1, end: -1}
}

function closingBracket(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++
    else if (text[at] === ']' && --depth === 0) return at
  }
  return -1
}

function asCode(words: string): string {
  return words.replaceAll(escapedCaret, '\\^').replaceAll('[', codeOpening).replaceAll(']', codeClosing)
}

function asWords(text: string): string {
  return unmasked(text.replaceAll(escapedCaret, '^').replaceAll(codeOpening, '[').replaceAll(codeClosing, ']'))
}

/** HTML is printed as it is written; `<br>` ends a line. */
function wordsOfHtml(html: string): string {
  return html.replace(/<!--[^]*?(?:-->|$)/g, '').replace(/<br\s*\/?>/gi, '\u2028')
}

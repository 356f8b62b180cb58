import type {Blockquote, Paragraph, Parents, PhrasingContent, Root, RootContent, Text} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {introductionLines, isIntroduction} from '../model/mail/is-introduction.ts'
import type {Journal} from './journal.ts'
import type {Transform} from './transform.ts'

/** One line of a paragraph of mail. */
interface Line {
  readonly depth: number
  readonly nodes: PhrasingContent[]
}

const marks = /^(?:>[ \t]?)+/

/**
 * Mail that was quoted line by line, with `>` as plain characters, becomes block quotes; the line that introduces a
 * quotation (`On … wrote:`, `在 … 写道：`) gets a paragraph of its own. Only in exhibits, and only where two such
 * lines follow each other or one follows an introduction: a lone `>` may mean anything.
 */
export const quotedMail: Transform = {
  id: 'quoted-mail',
  says: 'Lines of mail quoted with “>” become quotations.',
  plugin: ({meta, journal}) => tree => {
    if (meta.kind === 'exhibit') splitParagraphs(tree, journal)
  }
}

function splitParagraphs(tree: Root, journal: Journal): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined || !mayBeMail(paragraph, parent, index)) return SKIP
    const lines = linesOf(paragraph, journal)
    const groups = groupLines(lines, parent.children[index + 1]?.type === 'blockquote')
    if (groups.length < 2 && groups[0]?.depth === 0) return SKIP
    for (const {depth, lines: quoted} of groups) if (depth > 0) for (const line of quoted) unquote(line, journal)
    noteSplits(groups, journal, paragraph)
    const blocks = nest(groups, paragraph)
    ;(parent.children as RootContent[]).splice(index, 1, ...blocks)
    return [SKIP, index + blocks.length]
  })
}

function mayBeMail(paragraph: Paragraph, parent: Parents, index: number): boolean {
  const texts = paragraph.children.filter(child => child.type === 'text')
  if (texts.some(text => /(?:^|\n)>/.test(text.value))) return true
  return parent.children[index + 1]?.type === 'blockquote' && texts.some(text => text.value.includes('\n'))
}

/** Cuts a paragraph at its line breaks; each piece of a text keeps its line in the source. */
function linesOf(paragraph: Paragraph, journal: Journal): Line[] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of paragraph.children) {
    if (child.type === 'break') lines.push([])
    else if (child.type !== 'text') lines.at(-1)?.push(child)
    else cutText(child, journal).forEach((piece, index) => {
      if (index > 0) lines.push([])
      if (piece.value !== '') lines.at(-1)?.push(piece)
    })
  }
  return lines.map(nodes => ({nodes, depth: depthOf(nodes[0])}))
}

function cutText(text: Text, journal: Journal): Text[] {
  let offset = 0
  return text.value.split('\n').map(value => {
    const start = offset
    offset += value.length + 1
    return journal.piece(text, start, start + value.length)
  })
}

function depthOf(node: PhrasingContent | undefined): number {
  if (node?.type !== 'text') return 0
  return marks.exec(node.value)?.[0].replace(/[^>]/g, '').length ?? 0
}

interface Group {
  readonly depth: number
  readonly lines: Line[]
}

/** Lines of one depth that follow each other; an introduction, before a quotation, is a group of its own. */
function groupLines(lines: readonly Line[], quoteFollows: boolean): Group[] {
  const groups: Group[] = []
  lines.forEach((line, index) => {
    const depth = isQuoted(lines, index) ? line.depth : 0
    const last = groups.at(-1)
    if (last && last.depth === depth) last.lines.push(line)
    else groups.push({depth, lines: [line]})
  })
  return groups.flatMap((group, index) => {
    const beforeQuote = index + 1 < groups.length ? (groups[index + 1]?.depth ?? 0) > group.depth : quoteFollows
    return beforeQuote ? splitIntroduction(group) : [group]
  })
}

function isQuoted(lines: readonly Line[], index: number): boolean {
  const quoted = (at: number): boolean => (lines[at]?.depth ?? 0) > 0
  if (!quoted(index)) return false
  const above = lines[index - 1]
  return quoted(index - 1) || quoted(index + 1) || (above !== undefined && isIntroduction(wordsOf([above])))
}

function splitIntroduction(group: Group): Group[] {
  const count = introductionLines(group.lines.map((line) => wordsOf([line])))
  const cut = group.lines.length - count
  if (count === 0 || cut === 0) return [group]
  return [{depth: group.depth, lines: group.lines.slice(0, cut)}, {depth: group.depth, lines: group.lines.slice(cut)}]
}

function wordsOf(lines: readonly Line[]): string {
  return lines.map(line => line.nodes.map(node => toString(node)).join('').replace(marks, '')).join(' ').trim()
}

function unquote(line: Line, journal: Journal): void {
  const first = line.nodes[0]
  const found = first?.type === 'text' ? marks.exec(first.value) : null
  if (first?.type === 'text' && found) journal.edit('quoted-mail', first, [{start: 0, end: found[0].length, after: ''}])
}

/** An introduction that was set apart leaves no mark behind, so the log says so. */
function noteSplits(groups: readonly Group[], journal: Journal, paragraph: Paragraph): void {
  groups.forEach((group, index) => {
    const above = groups[index - 1]
    if (!above || above.depth !== group.depth) return
    const line = group.lines[0]?.nodes[0]?.position?.start.line ?? paragraph.position?.start.line ?? 1
    journal.note({rule: 'quoted-mail', place: {file: journal.file, line}, before: '\n', after: '\n\n'})
  })
}

function nest(groups: readonly Group[], paragraph: Paragraph): RootContent[] {
  const blocks: RootContent[] = []
  for (const group of groups) {
    let children = blocks
    for (let depth = 0; depth < group.depth; depth++) {
      const last = children.at(-1)
      const quote: Blockquote = last?.type === 'blockquote' ? last : {type: 'blockquote', children: [], ...placed(paragraph)}
      if (quote !== last) children.push(quote)
      children = quote.children
    }
    children.push(...paragraphsOf(group, paragraph))
  }
  return blocks
}

/** An empty line between the lines of a quotation ends its paragraph. */
function paragraphsOf(group: Group, paragraph: Paragraph): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Paragraph | undefined
  for (const line of group.lines) {
    if (wordsOf([line]) === '' && line.nodes.every(node => node.type === 'text')) {
      open = undefined
      continue
    }
    if (open) open.children.push({type: 'text', value: '\n', ...placed(line.nodes[0] ?? paragraph)}, ...line.nodes)
    else paragraphs.push((open = {type: 'paragraph', children: [...line.nodes], ...placed(line.nodes[0] ?? paragraph)}))
  }
  return paragraphs
}

function placed(node: {position?: Paragraph['position']}): {position?: NonNullable<Paragraph['position']>} {
  return node.position ? {position: node.position} : {}
}

import type {Link, Nodes, Parents, PhrasingContent, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import type {AnchorNode} from '../model/body-nodes.ts'
import {redactionMark, type Redactor} from '../model/redaction.ts'
import {inlineReferences} from './inline-references.ts'
import {linesFound, type RedactionJournal} from './redaction-journal.ts'

/** What trees are redacted with. */
export interface RedactOptions {
  readonly redactor: Redactor
  readonly journal: RedactionJournal
  readonly file: VFile
}

const blocks = new Set(['paragraph', 'heading', 'tableCell'])

/** Takes words out of a tree in place: texts, also across marks, code, addresses, titles and descriptions. Each place gets an anchor. */
export function redactTree(tree: Root, options: RedactOptions): void {
  inlineReferences(tree)
  redactNode(tree, options)
}

function redactNode(node: Nodes, options: RedactOptions): void {
  if (blocks.has(node.type)) redactBlock(node as Parents, options)
  if (!('children' in node)) return
  const children: Nodes[] = []
  for (const child of node.children as Nodes[]) {
    redactNode(child, options)
    const anchors = (child.type === 'code' || child.type === 'html') && !isMark(child) ? redactCode(child, options) : redactFields(child, options)
    children.push(...anchors)
    // A link whose address is taken out is no link.
    children.push(...(child.type === 'link' && child.url === '' ? child.children : [child]))
  }
  node.children = children as never
}

/** `<!-- message 2 -->` is no text. */
function isMark(node: Nodes): boolean {
  return node.type === 'html' && /^<!--\s*message\s/.test(node.value.trim())
}

function redactCode(node: Nodes & {value: string}, {redactor, journal, file}: RedactOptions): AnchorNode[] {
  const line = node.position?.start.line ?? 1
  const lines = linesFound(file, redactor, {first: line, last: node.position?.end.line ?? line})
  const places = redactor.rangesIn(node.value).map(({of}, index) => ({of, file: file.path, line: lines[index] ?? line}))
  node.value = redactor.redact(node.value)
  if (node.type !== 'html') return places.map((place) => ({type: 'anchor', id: journal.addAnchored(place)}))
  for (const place of places) journal.add(place)
  return []
}

/** Address, title and description of a link or picture; where one of them held words, an anchor to be put before it. */
function redactFields(node: Nodes, {redactor, journal, file}: RedactOptions): AnchorNode[] {
  const of: number[] = []
  const own = node as unknown as Record<string, unknown>
  for (const field of ['title', 'alt', 'label'] as const) {
    if (typeof own[field] !== 'string') continue
    of.push(...redactor.rangesIn(own[field]).flatMap((range) => range.of))
    own[field] = redactor.redact(own[field])
  }
  if (node.type === 'link' || (node.type === 'image' && /^[a-z][a-z0-9+.-]*:/i.test(node.url) && !/^data:/i.test(node.url))) {
    const held = redactor.heldBy(node.url)
    if (held.length > 0) node.url = ''
    if (node.type === 'image' || !showsMark(node)) of.push(...held)
  }
  if (of.length === 0) return []
  const place = {of: [...new Set(of)], file: file.path, line: node.position?.start.line ?? 1}
  if (node.type === 'link' || node.type === 'image') return [{type: 'anchor', id: journal.addAnchored(place)}]
  journal.add(place)
  return []
}

/** The place is noted already where the words of a link lose something too. */
function showsMark(node: Link): boolean {
  return toString(node).includes(redactionMark)
}

interface Run {
  readonly start: number
  readonly node: Nodes & {value: string}
  readonly parent: Parents
}

/** Words may go on from one text node to the next: the first keeps the mark, the others lose their part. */
function redactBlock(block: Parents, {redactor, journal, file}: RedactOptions): void {
  const {text, runs} = textOf(block)
  const ranges = redactor.rangesIn(text)
  if (ranges.length === 0) return
  const first = block.position?.start.line ?? 1
  const lines = linesFound(file, redactor, {first, last: block.position?.end.line ?? first})
  const anchors = ranges.map(({start, of}, index) => {
    const node = runs.findLast((run) => run.start <= start)?.node
    const line = lines.length === ranges.length ? lines[index] : node?.position?.start.line
    return journal.addAnchored({of, file: file.path, line: line ?? first})
  })
  // From the end on, so that offsets before stay true: a node keeps what stands before the mark.
  for (const [index, {start, end}] of [...ranges.entries()].reverse()) {
    let isFirst = true
    for (const {start: at, node, parent} of runs) {
      const [from, to] = [Math.max(0, start - at), Math.min(node.value.length, end - at)]
      if (from >= to) continue
      const rest = node.value.slice(to)
      if (isFirst) putMark({node, parent}, from, {rest, anchor: anchors[index] ?? ''})
      else node.value = node.value.slice(0, from) + rest
      isFirst = false
    }
  }
}

function putMark({node, parent}: Omit<Run, 'start'>, from: number, {rest, anchor}: {rest: string; anchor: string}): void {
  const children = parent.children as PhrasingContent[]
  const at = children.indexOf(node as PhrasingContent)
  const marked = {...node, value: redactionMark + rest} as PhrasingContent
  node.value = node.value.slice(0, from)
  children.splice(at + 1, 0, {type: 'anchor', id: anchor}, marked)
}

function textOf(block: Parents): {text: string; runs: Run[]} {
  const runs: Run[] = []
  let text = ''
  const collect = (node: Nodes, parent: Parents): void => {
    if (node.type === 'text' || node.type === 'inlineCode') {
      runs.push({start: text.length, node, parent})
      text += node.value
    } else if (node.type === 'break') text += '\n'
    else if ('children' in node) for (const child of node.children as Nodes[]) collect(child, node)
  }
  for (const child of block.children as Nodes[]) collect(child, block)
  return {text, runs}
}

import type {FootnoteDefinition, Nodes, Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {parse as parseYaml} from 'yaml'

/** What a source says, read by remark alone. */
export interface SourceText {
  readonly meta: Readonly<Record<string, unknown>>
  /** Letters and digits of each paragraph, heading, cell and code block, in order; calls left out. */
  readonly blocks: readonly string[]
  /** Letters and digits of each note. */
  readonly notes: readonly string[]
  /** How often notes are called, in the text and in notes. */
  readonly calls: number
}

const leaves = new Set(['paragraph', 'heading', 'tableCell', 'code'])

/** Reads a source without the program under test. Notes in place are taken for notes. */
export function readSourceText(markdown: string): SourceText {
  const [, front = '', body = markdown] = /^---\n([^]*?)\n---\n([^]*)$/.exec(markdown) ?? []
  const tree = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).use(remarkCjkFriendly).use(remarkCjkStrikethrough, {singleTilde: false}).parse(liftInline(body)) as Root
  const meta = (parseYaml(front) ?? {}) as Record<string, unknown>
  const notes: string[] = []
  let calls = 0
  visit(tree, 'footnoteReference', () => void calls++)
  visit(tree, 'footnoteDefinition', (node: FootnoteDefinition) => void notes.push(blocksOf(node).join('')))
  tree.children = tree.children.filter((node) => node.type !== 'footnoteDefinition')
  return {meta, notes, calls: calls + JSON.stringify(meta).split('[^').length - 1, blocks: blocksOf(tree)}
}

/** Letters and digits alone, compatible forms made one (`ﬁ` is `fi`). */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

/** Values of the header lines, in the order in which their messages stand; without blanked addresses. */
export function headerValues(meta: SourceText['meta']): string[] {
  type Message = {headers: Record<string, string>; forwarded?: Message[]}
  const values = ({headers, forwarded = []}: Message): string[] => [...Object.values(headers), ...forwarded.flatMap(values)]
  return ((meta.messages ?? []) as Message[]).flatMap(values).flatMap((value) => String(value).replace(/\[\^[^\]]+\]/g, '').split('<>')).map(lettersOf).filter(Boolean)
}

function liftInline(body: string): string {
  const notes: string[] = []
  const lifted = body.replace(/\^\[((?:[^[\]]|\[[^\]]*\])*)\]/g, (_, words: string) => `[^in-place-${notes.push(words)}]`)
  return [lifted, ...notes.map((words, index) => `[^in-place-${index + 1}]: ${words}`)].join('\n\n')
}

function blocksOf(node: Nodes): string[] {
  if (leaves.has(node.type)) return [lettersOf(textOf(node))].filter(Boolean)
  return 'children' in node ? node.children.flatMap((child) => blocksOf(child)) : []
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

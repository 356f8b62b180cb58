import type {Blockquote, Paragraph, PhrasingContent, Root, Text} from 'mdast'
import {calloutData} from '../model/callout.ts'
import {nodesIn} from '../model/nodes-in.ts'
import type {Journal} from './journal.ts'
import type {Transform} from './transform.ts'

/** What opens one: its kind, whether it is folded, its title. */
const opening = /^\[!([\p{L}\p{N}][\p{L}\p{N} _-]*)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/u

/**
 * A callout, as GitHub, Obsidian and others write it, is a box with a title in bold, and no quotation:
 *
 *     > [!note] From the vault        note: From the vault
 *     > Body of the callout.     →    Body of the callout.
 *
 * Only in articles: in evidence the signs are words.
 */
export const callouts: Transform = {
  id: 'callouts',
  says: 'A callout ([!note]) becomes a box with its kind and title in bold.',
  plugin: ({meta, journal}) => tree => {
    if (meta.kind === 'article') for (const quote of calloutsOf(tree)) setCallout(quote, journal)
  },
}

function calloutsOf(tree: Root): Blockquote[] {
  return nodesIn(tree, 'blockquote').filter(({children: [first]}) => first?.type === 'paragraph' && first.children[0]?.type === 'text' && opening.test(first.children[0].value))
}

function setCallout(quote: Blockquote, journal: Journal): void {
  const [head, ...others] = quote.children as [Paragraph, ...Blockquote['children']]
  const first = head.children[0] as Text
  const [marks = '', kind = ''] = opening.exec(first.value) ?? []
  const hasTitle = head.children.length > 1 ? !first.value.slice(marks.length).startsWith('\n') : /^[^\n]*\S/.test(first.value.slice(marks.length))
  journal.edit('callouts', first, [{start: 0, end: 2, after: ''}, {start: 2 + kind.length, end: marks.length, after: hasTitle ? ': ' : ''}])
  const {title, rest} = splitAtLine(head, journal)
  const blocks: Paragraph[] = [{type: 'paragraph', children: [{type: 'strong', children: title}], ...(head.position && {position: head.position})}]
  if (rest.length > 0) blocks.push({type: 'paragraph', children: rest, ...(head.position && {position: head.position})})
  quote.children = [...blocks, ...others]
  quote.data = {...quote.data, ...calloutData}
}

/** The first line of a paragraph, and what stands below it. */
function splitAtLine(head: Paragraph, journal: Journal): {title: PhrasingContent[]; rest: PhrasingContent[]} {
  const at = head.children.findIndex((child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')))
  const end = head.children[at]
  if (!end) return {title: head.children, rest: []}
  const title = head.children.slice(0, at)
  const rest = head.children.slice(at + 1)
  if (end.type !== 'text') return {title, rest}
  const line = end.value.indexOf('\n')
  const above = journal.piece(end, 0, line)
  const below = journal.piece(end, line + 1, end.value.length)
  return {title: above.value === '' ? title : [...title, above], rest: below.value === '' ? rest : [below, ...rest]}
}

import type {Break, Html, Nodes, Parents, PhrasingContent, Root, RootContent, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {nodesIn} from '../model/nodes-in.ts'
import {report} from '../report/report.ts'

/** A message mark: `<!-- message 2 -->`, `<!-- message 2.1 -->`. */
export const messageMark = /^<!--\s*message\s+\d+(?:\.\d+)*\s*-->$/

/**
 * Lets no HTML through. What stays is a message mark on a line of its own, as an `html` node among the children of
 * the root; other comments go, `<br>` becomes a break, and any other tag the text that was written.
 *
 * Reports `parse-no-raw-html`, once for each name of tag, and `parse-mark-alone`.
 */
export function printHtmlAsText(file: VFile, tree: Root): void {
  if (nodesIn(tree, 'html').length === 0) return
  const seen = new Set<string>()
  visit(tree, parent => {
    if (!('children' in parent) || !parent.children.some(child => child.type === 'html')) return
    const children = parent.children.flatMap((child): Nodes[] => {
      if (child.type !== 'html') return [child]
      return isMark(child, parent) ? [child] : replace(file, child, {parent, seen})
    })
    parent.children = joinTexts(children) as typeof parent.children
  })
}

function isMark(html: Html, parent: Parents): boolean {
  if (parent.type !== 'root' || !messageMark.test(html.value.trim())) return false
  html.value = html.value.trim()
  return true
}

function replace(file: VFile, html: Html, {parent, seen}: {parent: Parents; seen: Set<string>}): Nodes[] {
  const children = replacementFor(file, html, seen)
  return isBlockParent(parent) && children.length > 0 ? [paragraphOf(children, html)] : children
}

function replacementFor(file: VFile, html: Html, seen: Set<string>): PhrasingContent[] {
  const children: PhrasingContent[] = []
  for (const [part] of html.value.matchAll(/<!--[^]*?(?:-->|$)|<br\s*\/?>|[^<]+|</giu)) {
    if (part.startsWith('<!--')) refuseMark(file, html, part)
    else if (/^<br/i.test(part)) children.push(at({type: 'break'} satisfies Break, html))
    else if (part.trim() !== '' || !isBlock(html)) children.push(at({type: 'text', value: part} satisfies Text, html))
  }
  const written = children.filter(child => child.type === 'text').map(child => child.value).join('')
  warnOfTag(file, html, written, seen)
  return children
}

function refuseMark(file: VFile, html: Html, comment: string): void {
  if (!messageMark.test(comment.trim())) return
  report(file, 'parse-mark-alone', `Unexpected ${comment} within other text, expected it on a line of its own`, {
    place: html.position,
    hint: 'Put the mark on a line of its own, with an empty line before and after it.'
  })
}

function warnOfTag(file: VFile, html: Html, written: string, seen: Set<string>): void {
  const name = /^\s*<[/!?]?\s*([A-Za-z][\w-]*|\[CDATA\[)?/.exec(written)
  if (!name) return
  const tag = (name[1] ?? '?').toLowerCase()
  if (seen.has(tag)) return
  seen.add(tag)
  report(file, 'parse-no-raw-html', `Unexpected HTML \`<${tag}>\`, expected Markdown; it is printed as text`, {
    place: html.position,
    hint: 'Write it as Markdown, or escape it: `\\<`.'
  })
}

function isBlock(html: Html): boolean {
  return html.value.includes('\n')
}

function isBlockParent(parent: Parents): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
}

function paragraphOf(children: PhrasingContent[], html: Html): RootContent {
  return at({type: 'paragraph', children}, html)
}

function at<Node extends Nodes>(node: Node, html: Html): Node {
  return html.position ? {...node, position: html.position} : node
}

/** Makes one text of texts that have come to stand side by side. */
function joinTexts(children: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = []
  let run: Text[] = []
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (first && last) joined.push(run.length === 1 ? first : joinedText(run, first, last))
    run = []
  }
  for (const child of children) {
    if (child.type === 'text') run.push(child)
    else {
      close()
      joined.push(child)
    }
  }
  close()
  return joined
}

function joinedText(run: readonly Text[], first: Text, last: Text): Text {
  const value = run.map(text => text.value).join('')
  if (!first.position || !last.position) return {type: 'text', value}
  return {type: 'text', value, position: {start: first.position.start, end: last.position.end}}
}

import type {Link, Nodes, Parents, PhrasingContent, Root, Text} from 'mdast'
import {holdsMail} from '../model/mail/holds-mail.ts'

/**
 * Gives mail addresses in angle brackets (`Ann <ann@example.org>`) their brackets back, which Markdown takes for marks:
 * in mail they are words of the writer. In an article that holds for what is quoted, and for header lines.
 *
 * @param isMail the text is an exhibit
 */
export function keepBrackets(root: Root, isMail: boolean): void {
  visit(root, isMail)
}

function visit(node: Parents, keeps: boolean): void {
  const isKept = keeps || node.type === 'blockquote' || (node.type === 'paragraph' && node.children.some(isBracketed) && holdsMail(wordsOf(node)))
  for (const child of node.children) if ('children' in child) visit(child, isKept)
  if (isKept && node.children.some(isBracketed)) {
    ;(node.children as Nodes[]) = (node.children as Nodes[]).flatMap((child): Nodes[] => (isBracketed(child) ? withBrackets(child) : [child]))
  }
}

/** `<ann@example.org>`: a link that is longer by its brackets than its words. */
function isBracketed(node: Nodes): node is Link {
  if (node.type !== 'link' || !node.url.startsWith('mailto:')) return false
  const [own, words] = [node.position, node.children[0]?.position]
  return own?.start.offset !== undefined && own.start.offset + 1 === words?.start.offset && own.end.offset === (words.end.offset ?? 0) + 1
}

function withBrackets(link: Link): PhrasingContent[] {
  const {start, end} = link.position as NonNullable<Link['position']>
  const opening: Text = {type: 'text', value: '<', position: {start, end: {...start, column: start.column + 1, offset: (start.offset ?? 0) + 1}}}
  const closing: Text = {type: 'text', value: '>', position: {start: {...end, column: end.column - 1, offset: (end.offset ?? 1) - 1}, end}}
  return [opening, link, closing]
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node ? node.value : ''
}

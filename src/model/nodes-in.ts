import type {Nodes} from 'mdast'

type Kind = Nodes['type']

/** Every node of some kinds in a tree of Markdown, in order, each before what it holds; the tree itself included. */
export function nodesIn<Wanted extends Kind>(tree: Nodes, ...kinds: readonly Wanted[]): Extract<Nodes, {type: Wanted}>[] {
  const found: Extract<Nodes, {type: Wanted}>[] = []
  const walk = (node: Nodes): void => {
    if ((kinds as readonly Kind[]).includes(node.type)) found.push(node as (typeof found)[number])
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}

import type {Nodes} from 'mdast'

/**
 * A copy of a tree of Markdown that may be changed in place. Positions are shared: no one changes them. The nodes are
 * plain, so this takes a part of the time of `structuredClone`, which looks for circles in them.
 */
export function copyTree<Tree extends Nodes>(node: Tree): Tree {
  const copy = {...node}
  if ('data' in copy) copy.data = structuredClone(copy.data)
  if ('children' in copy) copy.children = copy.children.map((child) => copyTree(child)) as typeof copy.children
  return copy
}

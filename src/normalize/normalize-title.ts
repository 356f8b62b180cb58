import type {Root, Text} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Draft, Meta} from '../model/source.ts'
import type {Transform, TransformContext} from './transform.ts'

/** What a title may have, which is one line and no mail. */
const forTitles = new Set(['spaces', 'ellipses', 'dashes', 'quotes'])

/**
 * Normalizes the title in the frontmatter, as a heading is. Other fields are facts and stay.
 *
 * @param transforms those that are switched on
 * @returns the frontmatter, itself when nothing changes
 */
export function normalizeTitle(draft: Draft, transforms: readonly Transform[], context: TransformContext): Meta {
  const {meta, titleLine: line = 1} = draft
  if (meta.kind === 'notes' || meta.title === undefined) return meta
  const text: Text = {type: 'text', value: meta.title, position: {start: {line, column: 1}, end: {line, column: 1}}}
  const tree: Root = {type: 'root', children: [{type: 'heading', depth: 1, children: [text]}]}
  for (const transform of transforms) if (forTitles.has(transform.id)) transform.plugin(context)(tree)
  const title = toString(tree)
  return title === meta.title ? meta : {...meta, title}
}

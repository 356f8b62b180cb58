import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {Extension} from 'micromark-util-types'
import type {Processor} from 'unified'

/**
 * unified plugin: GFM's notes, tables, task lists and the nodes of `~~struck~~` text. The signs of struck text and bare
 * addresses are read by plugins of their own, which know Chinese punctuation.
 *
 * @param tables `false` leaves tables out: looking for one goes through every line anew, letter by letter
 */
export function remarkGfm(this: Processor, {tables}: {readonly tables: boolean}): void {
  const data = this.data() as {micromarkExtensions?: Extension[]; fromMarkdownExtensions?: FromMarkdownExtension[]}
  ;(data.micromarkExtensions ??= []).push(gfmFootnote(), gfmTaskListItem(), ...(tables ? [gfmTable()] : []))
  ;(data.fromMarkdownExtensions ??= []).push(gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmStrikethroughFromMarkdown())
}

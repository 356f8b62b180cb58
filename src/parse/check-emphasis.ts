import type {Root} from 'mdast'
import {visitParents} from 'unist-util-visit-parents'
import type {VFile} from 'vfile'
import {nodesIn} from '../model/nodes-in.ts'
import {report} from '../report/report.ts'
import {findUnescaped} from './find-unescaped.ts'

/** Most complaints about one file: where one emphasis is broken, the next hundred often are. */
const maxComplaints = 20

/**
 * Warns of `*` and `_` that were left over as text: a run of two asterisks, or a mark that touches a word on one side
 * only. `2*3`, `a * b`, `snake_case`, a blank to fill in (`____`) and addresses are none.
 *
 * Reports `parse-no-stray-emphasis`.
 */
export function checkEmphasis(file: VFile, text: string, tree: Root): void {
  if (!nodesIn(tree, 'text').some(({value}) => mayBeStray.test(value))) return
  let complaints = 0
  visitParents(tree, 'text', (node, parents) => {
    if (complaints >= maxComplaints || !mayBeStray.test(node.value) || parents.some(parent => parent.type === 'link')) return
    for (const {words, position} of findUnescaped(text, node, stray)) {
      if (++complaints > maxComplaints) return
      report(file, 'parse-no-stray-emphasis', `Unexpected \`${words[0]}\` in the text, expected it to open or close an emphasis`, {
        place: position,
        hint: 'Take it away, move it next to the word it belongs to, or escape it: `\\' + words[0].charAt(0) + '`.'
      })
    }
  })
}

const mayBeStray = /[*_]/
const stray =
  /\*{2,}|(?<![\p{L}\p{N}\s*\\]|^)\*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}*\\])\*(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}_\\/])_{1,2}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_{1,2}(?![\p{L}\p{N}_/])/gu

import type {Nodes} from 'mdast'
import {redactionMark} from '../model/redaction.ts'
import type {Block} from './blocks.ts'
import type {RedactionJournal} from './redaction-journal.ts'

/** Anchor of the mark that a text begins with, where the editor put it there; a publisher's boxes have none. */
export function anchorOfMark(children: readonly Nodes[], node: Nodes & {value: string}): string | undefined {
  const before = node.value.startsWith(redactionMark) ? children[children.indexOf(node) - 1] : undefined
  return before?.type === 'anchor' && before.id.startsWith('redaction-') ? before.id : undefined
}

/** A part of a block. */
export interface Stretch {
  readonly block: Block
  readonly from: number
  readonly to: number
}

/** Whether marks in two texts stand for the same redactions in the same order; the second may have more, where the first leaves something out. */
export function haveSameMarks(quoted: readonly Stretch[], passage: Stretch, journal: RedactionJournal): boolean {
  const numbers = new Map(journal.entries.flatMap(({anchor, of}) => (anchor === undefined ? [] : [[anchor, of] as const])))
  const marksOf = ({block, from, to}: Stretch): (readonly number[])[] => block.runs.flatMap(({start, node, parent}) => {
    const anchor = start >= from && start < to ? anchorOfMark(parent.children as Nodes[], node) : undefined
    return anchor === undefined ? [] : [numbers.get(anchor) ?? []]
  })
  const rest = marksOf(passage)
  return quoted.flatMap(marksOf).every((mark) => {
    const at = rest.findIndex((one) => one.some((number) => mark.includes(number)))
    rest.splice(0, at + 1)
    return at !== -1
  })
}

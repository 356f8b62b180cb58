import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'

/** Where a note is called. A phrasing node in a body. */
export interface CallNode {
  type: 'call'
  /** Anchor of this call. */
  id: string
  /** Id of the note. */
  note: string
  position?: Position
}

/** Where a text points at an exhibit. A phrasing node in a body; `value` are the words as they stand. */
export interface CitationNode {
  type: 'citation'
  id: string
  exhibit: string
  value: string
  position?: Position
}

/** A place in a text that is pointed at. A phrasing node without words in a body. */
export interface AnchorNode {
  type: 'anchor'
  id: string
  /** Of an citation of what is not among the exhibits: characters of its words, which stand behind the anchor. */
  length?: number
  position?: Position
}

/** Words of a copy that its original has otherwise. A phrasing node in a body, put there last. */
export interface DifferenceNode {
  type: 'difference'
  /** The words of the copy; empty where it leaves some out. */
  children: PhrasingContent[]
  /** Words of the original in their place, `''` for none; missing where more of the difference follows, or `count` says how many. */
  there?: string
  /** How many words the original has, where they are too many to print. */
  count?: number
  position?: Position
}

declare module 'mdast' {
  interface PhrasingContentMap {
    anchor: AnchorNode
    call: CallNode
    citation: CitationNode
    difference: DifferenceNode
  }
  interface RootContentMap {
    anchor: AnchorNode
    call: CallNode
    citation: CitationNode
    difference: DifferenceNode
  }
}

import type {Place} from './place.ts'

/**
 * What the comparison of a quotation with the exhibits came to: `same`, every word in its order, punctuation and spaces
 * aside; `differing`, nearly so; `similar`, a passage that says much of the same in other words; `missing`, no passage of
 * that kind; `brief`, too short for a comparison to say anything.
 */
export type CollationResult = 'same' | 'differing' | 'similar' | 'missing' | 'brief'

/** Words that an article gives as those of another, in quotation marks or as a block quotation. */
export interface Quotation {
  /** Anchor: `quotation-1`. */
  readonly id: string
  readonly kind: 'marks' | 'block'
  /** Without its marks, white space as one space. */
  readonly words: string
  /** Id of the article. */
  readonly within: string
  /** Id of the exhibit that is cited for it; `undefined` where none is. */
  readonly cited?: string
  readonly result: CollationResult
  /**
   * All that differs, where it is little: `capital`, of `same`, that one begins with a capital and the other does not, which is
   * customary where a quotation is woven in; `contractions`, of `differing`, that one writes *will not* and the other *won't*.
   */
  readonly small?: 'capital' | 'contractions'
  /** Best passage; `undefined` for `missing` and `brief`. */
  readonly passage?: QuotedPassage
  readonly source: Place
}

/** A passage of an exhibit that stands behind a quotation. */
export interface QuotedPassage {
  /** Anchor: `passage-1` for `quotation-1`. */
  readonly id: string
  /** Id of the exhibit. */
  readonly exhibit: string
  /** Its words, and those of the quotation beside them, in pieces that are in both and pieces that are not. */
  readonly words: readonly ComparedWords[]
  readonly quoted: readonly ComparedWords[]
}

/** A piece of a text that was compared with another. */
export interface ComparedWords {
  readonly words: string
  /** True when the other text has it in the same order. */
  readonly inBoth: boolean
}

/** A passage of an article that gives an exhibit in words of its own, without quotation marks. */
export interface Paraphrase {
  /** Anchor, where the words begin: `paraphrase-1`. */
  readonly id: string
  /** Words of the article, as they stand. */
  readonly words: string
  /** Id of the article. */
  readonly within: string
  /** Id of the exhibit. */
  readonly exhibit: string
  /** Words of the exhibit as they stand, and the anchor where they begin, `paraphrased-1`; that of the exhibit in a header line. `undefined`: the exhibit as a whole. */
  readonly passage?: {readonly id: string; readonly words: string}
  readonly source: Place
}

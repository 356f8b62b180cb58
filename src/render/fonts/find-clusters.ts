/**
 * Characters of a text that a browser draws as one with what follows them (UTS #51 §1.4): all that is drawn as one must
 * be of one face.
 */
export interface Clusters {
  /** All of a hand with its colour of skin, of a woman with her computer. */
  readonly joined: ReadonlySet<string>
  /** Figures, `#` and `*` on a key: 1️⃣. */
  readonly keyed: ReadonlySet<string>
}

/** The key that a figure is on. */
export const key = '\u20e3'

const joined = /\p{Extended_Pictographic}(?:\ufe0f?\p{Emoji_Modifier}|(?:\ufe0f?\p{Emoji_Modifier}?\u200d\p{Extended_Pictographic}\ufe0f?)+)+/gu
const keyed = /[0-9#*](?=\ufe0f?\u20e3)/g

/** What no cluster is without: a joiner, a colour of skin. */
const joining = /\u200d|\ud83c[\udffb-\udfff]/
const none: ReadonlySet<string> = new Set()

/** Finds them, each once. */
export function findClusters(text: string): Clusters {
  const charactersOf = (pattern: RegExp): ReadonlySet<string> => new Set(text.match(pattern)?.flatMap((one) => [...one]))
  return {joined: joining.test(text) ? charactersOf(joined) : none, keyed: text.includes(key) ? charactersOf(keyed) : none}
}

/** Words of the interface (“From”, “Contents”) by name, for one language. */
export type Words = Readonly<Record<string, string>>

/** The words of every language there is, by BCP 47 tag. */
export type WordsByLanguage = Pick<ReadonlyMap<string, Words>, 'get'>

/**
 * The words for a language: each from the nearest tag that has it (`zh-Hans-CN`, `zh-Hans`, `zh`), else from `en`.
 */
export function wordsFor(all: WordsByLanguage, language: string): Words {
  const words: Record<string, string> = {}
  for (const tag of ['en', ...tagsOf(language)]) Object.assign(words, all.get(tag))
  return words
}

/** From the widest to the narrowest: `zh`, `zh-Hans`, `zh-Hans-CN`. */
function tagsOf(language: string): string[] {
  const parts = language.split('-')
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'))
}

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

/**
 * Which words stand for those of a language that has none of its own, as a BCP 47 tag: none in its language, or in another
 * script than it is written in (`zh` for `zh-Hant`). `undefined` when it has.
 */
export function lackingWords(all: WordsByLanguage, language: string): string | undefined {
  const used = tagsOf(language).findLast((tag) => all.get(tag)) ?? 'en'
  return scriptOf(used) === scriptOf(language) && used.split('-')[0] === language.split('-')[0] ? undefined : used
}

/** Script that a language is written in (ISO 15924); `undefined` for a tag that is none. */
function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script
  } catch {
    return undefined
  }
}

/** From the widest to the narrowest: `zh`, `zh-Hans`, `zh-Hans-CN`. */
function tagsOf(language: string): string[] {
  const parts = language.split('-')
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'))
}

/** Share of Han among all letters above which a text counts as Chinese. */
const hanShare = 0.15

const han = /\p{Script=Han}/gu
const letters = /\p{L}/gu
/** Frequent characters that exist in one of the two scripts only. */
const simplified = /[这们国说对时会过个为来发现问题于与业东车书门长见让给经点关应该还进两钱样]/g
const traditional = /[這們國說對時會過個為來發現問題於與業東車書門長見讓給經點關應該還進兩錢樣]/g

/**
 * Tells the language of a text from its letters: `zh-Hans`, `zh-Hant` or `en`.
 * Text without letters is `en`.
 */
export function languageOf(text: string): string {
  const hanCount = count(text, han)
  if (hanCount === 0 || hanCount < count(text, letters) * hanShare) return 'en'
  return count(text, traditional) > count(text, simplified) ? 'zh-Hant' : 'zh-Hans'
}

/** True when two tags name the same language in the same script, as far as typography cares. */
export function sameLanguage(a: string, b: string): boolean {
  return a === b || a.split('-')[0] === b.split('-')[0]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

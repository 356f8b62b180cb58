/** Share of Han among all letters above which a text counts as Chinese. */
const hanShare = 0.15
/** Share of kana among Han and kana above which a text counts as Japanese: a Chinese text may name a shop. */
const kanaShare = 0.2

const han = /\p{Script=Han}/u
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const hangul = /\p{Script=Hangul}/u
const latin = /\p{Script=Latin}/u
const letter = /\p{L}/u
/** Frequent characters that exist in one of the two scripts only. */
const simplified = /[这们国说对时会过个为来发现问题于与业东车书门长见让给经点关应该还进两钱样]/g
const traditional = /[這們國說對時會過個為來發現問題於與業東車書門長見讓給經點關應該還進兩錢樣]/g

/**
 * Tells the language of a text from its letters: `zh-Hans`, `zh-Hant` or `en`.
 * Text without letters is `en`.
 */
export function languageOf(text: string): string {
  const {han, letters} = countLetters(text)
  if (han === 0 || han < letters * hanShare) return 'en'
  return chineseOf(text)
}

/** The scripts that typography treats differently; `other` is Cyrillic, Greek, Arabic and the rest. */
export type Script = 'latin' | 'han' | 'japanese' | 'korean' | 'other'

/** Subtags of ISO 15924; what is not here is `other`. */
const scripts: Readonly<Record<string, Script>> = {
  Latn: 'latin', Hans: 'han', Hant: 'han', Hani: 'han', Bopo: 'han', Jpan: 'japanese', Hira: 'japanese', Kana: 'japanese', Kore: 'korean', Hang: 'korean'
}

/** The script a language is written in. A tag that says nothing (`und`) counts as Latin. */
export function scriptOf(language: string): Script {
  const known = scriptsKnown.get(language)
  if (known) return known
  const found = findScript(language)
  scriptsKnown.set(language, found)
  return found
}

/** A dossier has few languages and asks for their scripts at every run of text. */
const scriptsKnown = new Map<string, Script>()

function findScript(language: string): Script {
  try {
    return scripts[new Intl.Locale(language).maximize().script ?? 'Latn'] ?? 'other'
  } catch {
    return 'latin'
  }
}

/**
 * The language of a block: the one around it, unless its script contradicts that. Then it is the declared one, if that
 * is written so, else the likeliest of its script: `en`, `zh-Hans`, `zh-Hant`, `ja` or `ko`.
 */
export function languageWithin(text: string, {around, declared}: {readonly around: string; readonly declared: string}): string {
  const found = scriptIn(text)
  if (found === undefined || isWrittenIn(around, found)) return around
  return likeliest(text, found, declared)
}

/** The language of a run of Latin words, or of Han and kana, that stands in another. */
export function languageOfRun(run: string, declared: string): string {
  const found = kana.test(run) ? 'japanese' : han.test(run) ? 'han' : 'latin'
  return likeliest(run, found, declared)
}

/** The script of a text, if it is one of those that can be told; a few words of Latin do not make a text Latin. */
function scriptIn(text: string): Exclude<Script, 'other'> | undefined {
  const {letters, ...east} = countLetters(text)
  if (letters === 0) return undefined
  if (east.hangul >= letters * hanShare && east.hangul > east.kana) return 'korean'
  if (east.han + east.kana >= letters * hanShare) return east.kana >= (east.han + east.kana) * kanaShare ? 'japanese' : 'han'
  return east.latin * 2 > letters ? 'latin' : undefined
}

interface LetterCounts {
  /** Signs of Han that are no letters (`〇` is a number) count in `han` alone. */
  letters: number
  han: number
  kana: number
  hangul: number
  latin: number
}

/** One pass, with the letters of ASCII and the common Han told by their codes: every block of a dossier is counted. */
function countLetters(text: string): LetterCounts {
  const counts = {letters: 0, han: 0, kana: 0, hangul: 0, latin: 0}
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x80) {
      const folded = code | 0x20
      if (folded < 0x61 || folded > 0x7a) continue
      counts.letters++
      counts.latin++
    } else if (code >= 0x4e00 && code <= 0x9fff) {
      counts.letters++
      counts.han++
    } else {
      const sign = String.fromCodePoint(text.codePointAt(index) ?? 0)
      if (sign.length > 1) index++
      if (letter.test(sign)) counts.letters++
      if (han.test(sign)) counts.han++
      else if (kana.test(sign)) counts.kana++
      else if (hangul.test(sign)) counts.hangul++
      else if (latin.test(sign)) counts.latin++
    }
  }
  return counts
}

function isWrittenIn(language: string, script: Script): boolean {
  const own = scriptOf(language)
  return own === script || (own === 'japanese' && script === 'han')
}

function likeliest(text: string, script: Exclude<Script, 'other'>, declared: string): string {
  if (isWrittenIn(declared, script)) return declared
  if (script === 'latin') return 'en'
  if (script === 'han') return chineseOf(text)
  return script === 'japanese' ? 'ja' : 'ko'
}

function chineseOf(text: string): string {
  return count(text, traditional) > count(text, simplified) ? 'zh-Hant' : 'zh-Hans'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

import {nameKey} from './collect-people.ts'

/** Words that a language puts before a name without sorting by them. */
const leadingArticle = /^(?:the|an?|der|die|das|eine?|le|la|les|une?|el|los|las|il|lo|gli|het|een|de)\s+(?=\S)|^l['’](?=\S)/iu
/** Languages whose articles these are, by their words. */
const articlesOf: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['the', 'a', 'an']),
  de: new Set(['der', 'die', 'das', 'ein', 'eine']),
  fr: new Set(['le', 'la', 'les', 'un', 'une', "l'", 'l’']),
  es: new Set(['el', 'la', 'los', 'las']),
  it: new Set(['il', 'lo', 'la', 'gli', "l'", 'l’']),
  nl: new Set(['de', 'het', 'een']),
}

/** How a name stands in the index, and what it is put in order by. */
export interface IndexName {
  readonly words: string
  readonly sort: string
}

/**
 * A person as an index has them: family name first (`Altman, Sam`) where the editor's `sort` is the name turned round; as
 * the name stands in any other case, in the place that `sort` gives it.
 */
export function personName(name: string, sort: string | undefined): IndexName {
  if (sort === undefined) return {words: name, sort: name}
  return /[,，]/.test(sort) && wordsOf(sort).join(' ') === wordsOf(name).join(' ') ? {words: sort.trim(), sort} : {words: name, sort}
}

/** Another spelling of a person, turned round and put in order as the name is: `B. Holt` beside `Holt, Bernard` is `Holt, B.` */
export function spellingName(spelling: string, {name, sort, language}: {name: string; sort: string | undefined; language: string}): IndexName {
  const [family = ''] = (sort ?? '').split(/[,，]/)
  const own = family.trim()
  const isFamily = own !== '' && ` ${nameKey(name)} `.includes(` ${nameKey(own)} `) && nameKey(spelling).endsWith(` ${nameKey(own)}`)
  if (!isFamily) return termName(spelling, undefined, language)
  const first = spelling.trim().slice(0, -own.length).trim()
  const turned = `${spelling.trim().slice(-own.length)}, ${first}`
  return {words: personName(name, sort).words === name ? spelling : turned, sort: turned}
}

/** A term: in order without the article of the dossier's language before it, unless the editor says what by. */
export function termName(term: string, sort: string | undefined, language: string): IndexName {
  if (sort !== undefined) return {words: term, sort}
  // In other languages the names of others are mostly English.
  const articles = articlesOf[language.toLowerCase().split('-')[0] ?? ''] ?? articlesOf['en']
  const found = leadingArticle.exec(term)?.[0]
  return {words: term, sort: found !== undefined && articles?.has(found.trim().toLowerCase()) ? term.slice(found.length) : term}
}

function wordsOf(name: string): string[] {
  return nameKey(name).split(/[\s,，]+/).filter(Boolean).sort()
}

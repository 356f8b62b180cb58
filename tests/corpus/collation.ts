import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {VFile} from 'vfile'
import {parseSource} from '../../src/parse/parse-source.ts'
import {quotationSpans} from '../../src/model/quotation-spans.ts'
import {resolveDossier} from '../../src/resolve/resolve-dossier.ts'
import {tokensOf} from '../../src/resolve/scan-tokens.ts'
import {leastStrength, strengthOf} from '../../src/resolve/strength.ts'
import {chinese, english, heldOutChinese, heldOutEnglish, otherClaimsChinese, otherClaimsEnglish, unrelatedChinese, unrelatedEnglish, type Pair} from './collation-pairs.ts'
import {unquoted} from './nothing-quoted.ts'

/** What quotations are said to be beside the exhibits, each with the number of the exhibit cited for it (`undefined`: none). */
function collate(quotations: readonly {readonly quoted: string; readonly cited: number | undefined}[], exhibits: readonly string[]): string[] {
  return collateText(quotations.map(({quoted, cited}) => `X: “${quoted}”${cited === undefined ? '' : ` [Exhibit ${cited}]`}.`), exhibits).map(({says}) => says)
}

/** The same of paragraphs as they stand. */
function collateText(paragraphs: readonly string[], exhibits: readonly string[]): {readonly words: string; readonly says: string}[] {
  const file = (path: string, value: string): VFile => new VFile({path, value})
  const files = [
    file('article.md', `---\ntitle: T\n---\n\n${paragraphs.join('\n\n')}\n`),
    ...exhibits.map((text, index) => file(`exhibits/${index + 1}.md`, `---\nmessages:\n  - headers: {From: A}\n---\n\n${text}\n`)),
  ]
  const drafts = files.flatMap((one) => parseSource(one) ?? [])
  const settings = {page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []} as const
  const found = resolveDossier({drafts, settings, originals: [], pictures: [], changes: [], file: file('dossier.yaml', '')}).quotations
  return found.map(({words, result, passage}) => ({words, says: `${result}${passage ? ` ${passage.exhibit}` : ''}`}))
}

const isFound = (result: string | undefined): boolean => /^(?:similar|differing|same) /.test(result ?? '')

/** What is not found of pairs that mean the same, and what is found of sentences that have nothing to do with them. */
export function measure(pairs: readonly Pair[], unrelated: readonly string[]): {missed: string[]; falseInCited: string[]; falseAnywhere: string[]; trials: number} {
  const exhibits = pairs.map(({exhibit}) => exhibit)
  const own = collate(pairs.map(({quoted}, at) => ({quoted, cited: at + 1})), exhibits)
  const nowhere = collate(unrelated.map((quoted) => ({quoted, cited: undefined})), exhibits)
  const others = exhibits.flatMap((exhibit, at) => {
    const quoted = [...pairs.filter((_, number) => number !== at && !isSibling(pairs, number, at)).map((one) => one.quoted), ...unrelated]
    return collate(quoted.map((one) => ({quoted: one, cited: 1})), [exhibit]).map((result, index) => ({result, words: `${quoted[index]} / ${exhibit}`}))
  })
  return {
    missed: pairs.flatMap(({quoted}, at) => (isFound(own[at]) && own[at]?.endsWith(` exhibit-${at + 1}`) ? [] : [quoted])),
    falseInCited: others.filter(({result}) => isFound(result)).map(({words}) => words),
    falseAnywhere: unrelated.filter((_, at) => isFound(nowhere[at])),
    trials: others.length,
  }
}

/** Pairs of which the quotation says something else than the exhibit cited, and is said to be like it. */
export function falselyLike(pairs: readonly Pair[]): string[] {
  return pairs.filter(({quoted, exhibit}) => isFound(collate([{quoted, cited: 1}], [exhibit])[0])).map(({quoted, exhibit}) => `${quoted} / ${exhibit}`)
}

/** Sentences that are said to stand in exhibits which have nothing to do with them, each cited for each. */
export function falselyIn(unrelated: readonly string[], exhibits: readonly string[]): string[] {
  return exhibits.flatMap((exhibit) => collate(unrelated.map((quoted) => ({quoted, cited: 1})), [exhibit]).flatMap((result, at) => (isFound(result) ? [`${unrelated[at]} / ${exhibit}`] : [])))
}

/** What is said of the sentences in which nothing is quoted: each as it stands, and with each exhibit cited before it, in a sentence of its own and in the same one. */
export function falseOfUnquoted(): {found: string[]; trials: number; sentences: number} {
  const found: string[] = []
  let trials = 0
  for (const {exhibits, sentences} of unquoted) {
    const ways = [(one: string) => one, ...exhibits.flatMap((_, at) => [(one: string) => `See the papers [Exhibit ${at + 1}]. ${one}`, (one: string) => `As is known [Exhibit ${at + 1}], ${one}`])]
    for (const way of ways) {
      const said = collateText(sentences.map(way), exhibits)
      trials += sentences.length
      // Words that stand in the exhibit cited, one by one, are no false statement.
      found.push(...said.filter(({says}) => isFound(says) && !(says.startsWith('same') && way('').includes(`[Exhibit ${says.slice(-1)}]`))).map(({says, words}) => `${says}: ${words}`))
    }
  }
  return {found, trials, sentences: unquoted.reduce((sum, {sentences}) => sum + sentences.length, 0)}
}

/** The strongest evidence that an exhibit has for words: of its stretches as long as these. */
export function strongestIn(words: string, exhibit: string): number {
  const tokens = tokensOf(exhibit)
  const length = Math.max(1, tokensOf(words).length)
  const starts = Array.from({length: Math.max(1, tokens.length - length + 1)}, (_, at) => at)
  return Math.max(...starts.map((at) => strengthOf(words, exhibit.slice(tokens[at]?.start, tokens[at + length - 1]?.end ?? exhibit.length))))
}

/** What is briefer is compared with nothing that is not cited. */
function isCompared(words: string): boolean {
  const tokens = tokensOf(words)
  const hanCount = tokens.filter(({isHan}) => isHan).length
  return hanCount / 6 + (tokens.length - hanCount) / 4 >= 1
}

/** Strengths of what is no quotation, of passages in another translation, and of sentences of exhibits with a word left out. */
export function strengths(): {readonly none: readonly number[]; readonly translated: readonly number[]; readonly nearly: readonly number[]} {
  const none = unquoted.flatMap(({exhibits, sentences}) => sentences.flatMap((sentence) => quotationSpans(sentence).map(({start, end}) => sentence.slice(start + 1, end - 1)).filter(isCompared).map((words) => Math.max(...exhibits.map((exhibit) => strongestIn(words, exhibit))))))
  const translated = [...english, ...chinese, ...heldOutEnglish, ...heldOutChinese].map(({quoted, exhibit}) => strongestIn(quoted, exhibit))
  const nearly = unquoted.flatMap(({exhibits}) => exhibits.flatMap((exhibit) => exhibit.split(/(?<=[.。？?])\s*/u).map((one) => ({one, tokens: tokensOf(one)})).filter(({tokens}) => tokens.length > 6).map(({one, tokens}) => {
    const left = tokens[tokens.length >> 1]
    return strongestIn(one.slice(0, left?.start) + one.slice(left?.end), exhibit)
  })))
  return {none, translated, nearly}
}

/** The least strength, in tenths, that nothing reaches of what is no quotation. */
export function derivedStrength(none: readonly number[]): number {
  return Math.floor(Math.max(...none) * 10 + 1) / 10
}

/** Exhibits cut from one letter have sentences in common. */
function isSibling(pairs: readonly Pair[], own: number, at: number): boolean {
  const sentences = (text = ''): string[] => text.split(/(?<=[.。])\s*/).filter((one) => one.length > 12)
  const there = sentences(pairs[at]?.exhibit)
  return sentences(pairs[own]?.exhibit).some((one) => there.some((other) => other.includes(one.slice(0, 20)) || one.includes(other.slice(0, 20))))
}

if (process.argv[1]?.endsWith('collation.ts')) {
  const {found, trials, sentences} = falseOfUnquoted()
  console.log(`nothing quoted: ${found.length} of ${trials} false, of ${sentences} sentences`)
  for (const one of found) console.log(`  false: ${one}`)
  const {none, translated, nearly} = strengths()
  const from = (list: readonly number[], least: number): string => `${list.filter((one) => one >= least).length} of ${list.length}`
  for (const least of [2, 3, 4, 4.5, 5, 5.5, 6, 7]) console.log(`strength ${least}: ${from(none, least)} false, ${from(nearly, least)} with a word left out, ${from(translated, least)} in another translation`)
  console.log(`derived: ${derivedStrength(none)}; in the code: ${leastStrength}`)
  for (const [name, pairs, unrelated] of [['English', english, unrelatedEnglish], ['Chinese', chinese, unrelatedChinese], ['English, held out', heldOutEnglish, unrelatedEnglish], ['Chinese, held out', heldOutChinese, unrelatedChinese]] as const) {
    const {missed, falseInCited, falseAnywhere, trials} = measure(pairs, unrelated)
    console.log(`${name}: ${pairs.length - missed.length} of ${pairs.length} found; ${falseInCited.length} of ${trials} false in the exhibit cited, ${falseAnywhere.length} of ${unrelated.length} where none is cited`)
    for (const [what, list] of [['missed', missed], ['false', falseInCited], ['false, none cited', falseAnywhere]] as const) for (const one of list) console.log(`  ${what}: ${one}`)
  }
  for (const pairs of [otherClaimsEnglish, otherClaimsChinese]) console.log(`another claim on the same matter: ${falselyLike(pairs).length} of ${pairs.length} false`, falselyLike(pairs))
  for (const folder of ['sources/exhibits', 'tests/apparatus/sources/exhibits', 'tests/audit/sources/exhibits'].filter((one) => existsSync(one))) {
    const bodies = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8').replace(/^---.*?\n---\n/su, '').replace(/<!--.*?-->/gsu, ''))
    const sentences = [...unrelatedEnglish, ...unrelatedChinese, ...otherClaimsEnglish.map(({quoted}) => quoted), ...(folder.startsWith('sources') ? [...chinese.slice(5), ...heldOutChinese] : english.slice(2)).map(({quoted}) => quoted)]
    const found = falselyIn(sentences, bodies)
    console.log(`${folder}: ${found.length} of ${sentences.length * bodies.length} false`, found.map((one) => one.slice(0, 60)))
  }
}

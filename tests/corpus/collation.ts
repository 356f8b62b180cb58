import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {VFile} from 'vfile'
import {parseSource} from '../../src/parse/parse-source.ts'
import {resolveDossier} from '../../src/resolve/resolve-dossier.ts'
import {chinese, english, heldOutChinese, heldOutEnglish, otherClaimsChinese, otherClaimsEnglish, unrelatedChinese, unrelatedEnglish, type Pair} from './collation-pairs.ts'

/** What quotations are said to be beside the exhibits, each with the number of the exhibit cited for it (`undefined`: none). */
function collate(quotations: readonly {readonly quoted: string; readonly cited: number | undefined}[], exhibits: readonly string[]): string[] {
  const file = (path: string, value: string): VFile => new VFile({path, value})
  const files = [
    file('article.md', `---\ntitle: T\n---\n\n${quotations.map(({quoted, cited}) => `X: “${quoted}”${cited === undefined ? '' : ` [Exhibit ${cited}]`}.`).join('\n\n')}\n`),
    ...exhibits.map((text, index) => file(`exhibits/${index + 1}.md`, `---\nmessages:\n  - headers: {From: A}\n---\n\n${text}\n`)),
  ]
  const drafts = files.flatMap((one) => parseSource(one) ?? [])
  const settings = {page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []} as const
  const found = resolveDossier({drafts, settings, originals: [], pictures: [], changes: [], file: file('dossier.yaml', '')}).quotations
  return found.map(({result, passage}) => `${result}${passage ? ` ${passage.exhibit}` : ''}`)
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

/** Exhibits cut from one letter have sentences in common. */
function isSibling(pairs: readonly Pair[], own: number, at: number): boolean {
  const sentences = (text = ''): string[] => text.split(/(?<=[.。])\s*/).filter((one) => one.length > 12)
  const there = sentences(pairs[at]?.exhibit)
  return sentences(pairs[own]?.exhibit).some((one) => there.some((other) => other.includes(one.slice(0, 20)) || one.includes(other.slice(0, 20))))
}

if (process.argv[1]?.endsWith('collation.ts')) {
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

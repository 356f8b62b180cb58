/**
 * Builds random dossiers end to end, into every output, in one browser; none may end in a fault of ours:
 *
 *     npm run random -- --seed 1 --count 300
 *
 * Prints each fault with the seed and the number that give it again (`--only 17`), and writes the least sources that
 * show it into a folder (`--into DIR`, default `out/random`). `--seconds 0` looks for no lesser ones. Exit code 1 when
 * there was any.
 */
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {openTestBrowser} from '../render/browser/open-test-browser.ts'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import {buildRandom, writeSources, type Outcome} from './build-random.ts'
import type {Sources} from './random-dossier.ts'
import {randomDossier} from './random-dossiers.ts'

const {values} = parseArgs({options: {seed: {type: 'string', default: '1'}, count: {type: 'string', default: '300'}, only: {type: 'string'}, seconds: {type: 'string', default: '60'}, into: {type: 'string', default: 'out/random'}}})
const seed = Number(values.seed)
const numbers = values.only === undefined ? Array.from({length: Number(values.count)}, (_, at) => at) : values.only.split(',').map(Number)
const opened: {browser?: OpenBrowser} = {}
const kinds = new Map<string, number[]>()
const refusals = new Map<string, number>()
let built = 0

for (const [at, number] of numbers.entries()) {
  if (at % 50 === 0) await renewBrowser()
  const sources = randomDossier(seed, number)
  const outcome = await attempt(sources)
  for (const rule of new Set(outcome.refusals)) refusals.set(rule, (refusals.get(rule) ?? 0) + 1)
  if (outcome.faults.length === 0 && outcome.refusals.length === 0) built++
  if (outcome.faults.length > 0) await tell(number, sources, outcome)
}
await opened.browser?.close()
console.log(`seed ${seed}: ${numbers.length} dossiers, ${built} built, ${[...refusals].map(([rule, count]) => `${count} refused by ${rule}`).join(', ') || 'none refused'}, ${[...kinds.values()].flat().length} faults of ours`)
for (const [kind, of] of kinds) console.log(`  ${kind}: ${of.join(', ')}`)
process.exitCode = kinds.size > 0 ? 1 : 0

async function renewBrowser(): Promise<void> {
  await opened.browser?.close()
  opened.browser = await openTestBrowser()
}

async function attempt(sources: Sources): Promise<Outcome> {
  return buildRandom(sources, opened.browser as OpenBrowser)
}

/** Of a kind of fault that is known already no lesser sources are looked for. */
async function tell(number: number, sources: Sources, {faults}: Outcome): Promise<void> {
  const kind = kindOf(faults)
  const isKnown = kinds.has(kind)
  kinds.set(kind, [...(kinds.get(kind) ?? []), number])
  console.log(`\nseed ${seed}, number ${number}: ${faults.slice(0, 3).join('\n  ')}`)
  const least = isKnown || Number(values.seconds) === 0 ? sources : await lessen(sources, kind)
  const folder = join(values.into, `${seed}-${number}`)
  writeSources(folder, least)
  console.log(`  ${folder}: ${Object.values(least).join('').length} characters of ${Object.values(sources).join('').length}`)
  await renewBrowser()
}

function kindOf(faults: readonly string[]): string {
  return (faults[0] ?? '').replace(/^after the build: /, 'after ').split(' ').slice(0, 2).join(' ').replace(/ [^ ]*:\d*$/, '')
}

/** Leaves out files, paragraphs, then lines, words and characters, as long as the fault is of the same kind. */
async function lessen(sources: Sources, kind: string): Promise<Sources> {
  const end = performance.now() + 1000 * Number(values.seconds)
  let least = sources
  const shows = async (some: Sources): Promise<boolean> => kindOf((await attempt(some)).faults) === kind
  for (const path of Object.keys(sources)) {
    const {[path]: _, ...others} = least
    if (await shows(others)) least = others
  }
  for (const parting of [/(?<=\n\n)/, /(?<=\n)/, /(?<= )/, /(?:)/u]) {
    for (const path of Object.keys(least)) {
      let parts = (least[path] ?? '').split(parting)
      for (let size = Math.ceil(parts.length / 2); size >= 1 && performance.now() < end; size = size === 1 ? 0 : Math.ceil(size / 2)) {
        for (let from = 0; from < parts.length && performance.now() < end;) {
          const fewer = [...parts.slice(0, from), ...parts.slice(from + size)]
          if (fewer.length > 0 && await shows({...least, [path]: fewer.join('')})) parts = fewer
          else from += size
        }
      }
      least = {...least, [path]: parts.join('')}
    }
  }
  return least
}

/**
 * Prints how the time of import, parse, normalize and resolve grows with the length of nasty sources: milliseconds at n,
 * 2n, 4n and 8n, and the largest factor of a doubling. `npm run growth -- [KIBIBYTES] [NAME]`: the longest length, 1024 by
 * default; those whose name holds NAME. What takes longer than ten seconds is not doubled again.
 */
import {VFile} from 'vfile'
import {importClipping} from '../../src/import/import-clipping.ts'
import type {Settings} from '../../src/model/settings.ts'
import {normalizeDraft} from '../../src/normalize/normalize.ts'
import {parseSource} from '../../src/parse/parse-source.ts'
import {resolveDossier} from '../../src/resolve/resolve-dossier.ts'
import {nasties} from './nasties.ts'

const [longest = '1024', only = ''] = process.argv.slice(2)
const settings: Settings = {language: 'en', page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}
const enough = 10_000

type Steps = Partial<Record<'import' | 'parse' | 'normalize' | 'resolve', number>>

for (const [name, make] of Object.entries(nasties)) {
  if (!name.includes(only)) continue
  const runs: Steps[] = []
  for (const part of [8, 4, 2, 1]) {
    const steps = await measure(make(Math.floor((Number(longest) * 1024) / part)))
    runs.push(steps)
    if (Math.max(0, ...Object.values(steps)) > enough) break
  }
  for (const step of ['import', 'parse', 'normalize', 'resolve'] as const) print(name, step, runs.map((run) => run[step]))
}

async function measure({path, text}: {readonly path: string; readonly text: string}): Promise<Steps> {
  const steps: Steps = {}
  if (path.startsWith('article')) steps.import = await timed(() => importClipping({name: 'page.md', bytes: new TextEncoder().encode(text), file: new VFile({path: 'page.md'})}))
  let draft: ReturnType<typeof parseSource>
  steps.parse = await timed(() => void (draft = parseSource(new VFile({path, value: text}))))
  if (!draft) return steps
  const parsed = draft
  let normalized = parsed
  steps.normalize = await timed(() => void (normalized = normalizeDraft(parsed, settings).draft))
  steps.resolve = await timed(() => void resolveDossier({drafts: [normalized], settings, originals: [], pictures: [], changes: [], file: new VFile({path: 'dossier.yaml'})}))
  return steps
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function print(name: string, step: string, times: readonly (number | undefined)[]): void {
  const known = times.filter((one) => one !== undefined)
  if (known.length === 0) return
  // What takes no time at all grows by chance.
  const factors = known.slice(1).flatMap((time, index) => (time < 200 ? [] : [time / (known[index] ?? 1)]))
  const factor = Math.max(0, ...factors)
  console.log([name.padEnd(28), step.padEnd(10), ...known.map((time) => time.toFixed(0).padStart(7)), factor > 0 ? `  × ${factor.toFixed(1)}${factor > 2.3 ? ' *' : ''}` : ''].join(' '))
}

import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makeSources} from './make-sources.ts'

/**
 * Times whole runs, in turn: `dossier build`, from sources to the proved PDF, against a plain print of the same pages
 * with their internal links, in the fonts as their packages bring them, and against the same print in fonts that are cut
 * to the text as the build cuts them. `npm run bench`, or `npm run bench -- 20 200` for some sizes only. A newer Node is
 * faster at what is ours of the build, not at the browser's part.
 */
const sizes = process.argv.slice(2).map(Number)
const runsOf = (size: number): number => (size > 500 ? 3 : 9)
const node = process.execPath

interface Run {
  readonly seconds: number
  /** Of all processes of the run together, in MiB; 0 where it was not looked at. */
  readonly peak: number
}

console.log(`Node ${process.versions.node}`)
console.log('                whole fonts       cut fonts                  whole fonts       cut fonts')
const heads = ['pages', 'build s', 'plain s', 'ratio', 'plain s', 'ratio', 'build MiB', 'plain MiB', 'ratio', 'plain MiB', 'ratio'] as const
console.log(heads.join('  '))
const times: [number, number][] = []
for (const size of sizes.length > 0 ? sizes : [20, 200, 1000]) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
  try {
    const {pages, seconds} = await compare(size, folder)
    times.push([pages, seconds])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
for (const [index, [pages, seconds]] of times.entries()) {
  const before = times[index - 1]
  if (before) console.log(`${(pages / before[0]).toFixed(1)} times the pages take ${(seconds / before[1]).toFixed(1)} times as long`)
}

async function compare(size: number, folder: string): Promise<{pages: number; seconds: number}> {
  const sources = join(folder, 'sources')
  makeSources(sources, size)
  const dumped = spawnSync(node, ['--import', 'tsx', join(import.meta.dirname, 'dump-placed.ts'), sources, join(folder, 'plain')], {encoding: 'utf8'})
  const {browser, pages} = JSON.parse(dumped.stdout) as {browser: string; pages: number}
  const builds: Run[] = []
  const prints: Readonly<Record<'whole' | 'cut', Run[]>> = {whole: [], cut: []}
  for (let order = 0; order <= runsOf(size); order++) {
    // Looking at the memory of processes takes time from them: the first run is for that, and fills caches.
    const run = order === 0 ? watch : time
    for (const kind of ['whole', 'cut'] as const) {
      const print = await run([join(import.meta.dirname, 'plain-print.mjs'), browser, join(folder, 'plain', kind, 'placed.html'), join(folder, 'plain.pdf')])
      prints[kind].push(print)
    }
    const build = await run([join(import.meta.dirname, '../../src/bin.js'), 'build', sources, '--out', join(folder, 'out'), '--only', 'pdf'])
    builds.push(build)
  }
  const counted = (runs: readonly Run[]): number[] => runs.slice(1).map((run) => run.seconds)
  const seconds = median(counted(builds))
  const peak = builds[0]?.peak ?? 0
  const times = (kind: 'whole' | 'cut'): string[] => [
    median(counted(prints[kind])).toFixed(2),
    median(counted(builds).map((one, index) => one / (counted(prints[kind])[index] ?? NaN))).toFixed(2),
  ]
  const peaks = (kind: 'whole' | 'cut'): string[] => [(prints[kind][0]?.peak ?? 0).toFixed(0), (peak / (prints[kind][0]?.peak ?? NaN)).toFixed(2)]
  const cells = [String(pages), seconds.toFixed(2), ...times('whole'), ...times('cut'), peak.toFixed(0), ...peaks('whole'), ...peaks('cut')]
  console.log(cells.map((cell, index) => cell.padStart(heads[index]?.length ?? 0)).join('  '))
  return {pages, seconds}
}

/** A run whose memory is looked at ten times a second. */
function watch(command: readonly string[]): Promise<Run> {
  let peak = 0
  let timer: NodeJS.Timeout | undefined
  const run = time(command, (process) => (timer = setInterval(() => (peak = Math.max(peak, memoryOf(process))), 100)))
  return run.then(({seconds}) => ({seconds, peak})).finally(() => clearInterval(timer))
}

function time(command: readonly string[], onStart?: (process: number) => void): Promise<Run> {
  const start = performance.now()
  const child = spawn(node, command, {stdio: 'ignore'})
  onStart?.(child.pid ?? 0)
  return new Promise((resolve, reject) => child.once('exit', (code) => {
    if (code === 0) resolve({seconds: (performance.now() - start) / 1000, peak: 0})
    else reject(new Error(`${command.join(' ')} ended with ${code}`))
  }))
}

/** Proportional memory of a process and its children, in MiB; 0 where the system has no /proc. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
      const stat = read(`/proc/${name}/stat`)
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    }
  } catch {
    return 0
  }
  const isOurs = (process: number): boolean => process === root || (process > 1 && isOurs(parents.get(process) ?? 0))
  const kilobytes = [...parents.keys()].filter(isOurs).map((process) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

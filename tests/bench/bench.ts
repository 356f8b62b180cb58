import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makeSources} from './make-sources.ts'

/**
 * Times whole runs, in turn: `dossier build`, from sources to the proved PDF, against a plain print of the same pages
 * with their internal links. `npm run bench`, or `npm run bench -- 20 200` for some sizes only.
 */
const sizes = process.argv.slice(2).map(Number)
const runsOf = (size: number): number => (size > 500 ? 3 : 5)
const node = process.execPath

interface Run {
  readonly seconds: number
  /** Of all processes of the run together, in MiB. */
  readonly peak: number
}

console.log('pages  build s  plain s  ratio  build MiB  plain MiB  ratio')
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
  const prints: Run[] = []
  for (let run = 0; run <= runsOf(size); run++) {
    const print = await time([join(import.meta.dirname, 'plain-print.mjs'), browser, join(folder, 'plain', 'placed.html'), join(folder, 'plain.pdf')])
    const build = await time([join(import.meta.dirname, '../../src/bin.js'), 'build', sources, '--out', join(folder, 'out'), '--only', 'pdf'])
    // The first run of each fills caches.
    if (run > 0) {
      builds.push(build)
      prints.push(print)
    }
  }
  const seconds = median(builds.map((run) => run.seconds))
  const ratio = median(builds.map((run, index) => run.seconds / (prints[index]?.seconds ?? NaN)))
  const peaks = [median(builds.map((run) => run.peak)), median(prints.map((run) => run.peak))] as const
  const cells = [pages, seconds.toFixed(2), median(prints.map((run) => run.seconds)).toFixed(2), ratio.toFixed(2), peaks[0].toFixed(0), peaks[1].toFixed(0), (peaks[0] / peaks[1]).toFixed(2)]
  console.log(cells.map((cell, index) => String(cell).padStart([5, 7, 7, 5, 9, 9, 5][index] ?? 0)).join('  '))
  return {pages, seconds}
}

function time(command: readonly string[]): Promise<Run> {
  const start = performance.now()
  const child = spawn(node, command, {stdio: 'ignore'})
  let peak = 0
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), 100)
  return new Promise((resolve, reject) => child.once('exit', (code) => {
    clearInterval(timer)
    if (code === 0) resolve({seconds: (performance.now() - start) / 1000, peak})
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

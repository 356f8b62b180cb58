import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {writeTorture} from '../torture/write-torture.ts'

/**
 * Times what the proof of the PDF costs against what the browser takes to print it, both within one run of the program,
 * for the dossier in `sources/`, the torture dossier and the English one: `npm run bench:proof`.
 *
 * Print: loading, measuring, placing, printing. Proof: from the printed bytes to the last check before they are written.
 */
const runs = 7
const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
try {
  writeTorture(join(folder, 'torture'), {size: 'A4', blocks: 230})
  console.log('dossier   pages  print s  proof s  ratio')
  for (const [name, sources] of [['real', 'sources'], ['English', 'tests/apparatus/sources'], ['torture', join(folder, 'torture')]] as const) {
    // The first run fills caches.
    const [, ...timed] = Array.from({length: runs + 1}, () => timeOf(sources))
    const cells = [timed[0]?.pages ?? 0, median(timed.map((one) => one.print)).toFixed(2), median(timed.map((one) => one.proof)).toFixed(2), median(timed.map((one) => one.proof / one.print)).toFixed(2)]
    console.log(`${name.padEnd(9)} ${cells.map((cell, index) => String(cell).padStart([5, 7, 7, 5][index] ?? 0)).join('  ')}`)
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function timeOf(sources: string): {pages: number; print: number; proof: number} {
  const {stdout} = spawnSync(process.execPath, ['src/bin.js', 'build', sources, '--out', join(folder, 'out'), '--only', 'pdf', '--json'], {encoding: 'utf8', maxBuffer: 1e9})
  const {seconds, summary} = JSON.parse(stdout) as {seconds: Record<string, number>; summary: {pages: number}}
  const sum = (stages: readonly string[]): number => stages.reduce((total, stage) => total + (seconds[stage] ?? 0), 0)
  return {pages: summary.pages, print: sum(['load', 'measure', 'place', 'print']), proof: sum(['verify'])}
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

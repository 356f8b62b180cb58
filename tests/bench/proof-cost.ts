import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {writeTorture} from '../torture/write-torture.ts'

/**
 * Times what the proof of the PDF costs, for the dossier in `sources/`, the English one and the torture dossier:
 * `npm run bench:proof`. It is held against what the browser takes in the same run to load, measure, place and print the
 * pages, and against a plain print of these pages, browser started and all.
 *
 * Proof: from the printed bytes to the last check before they are written.
 */
const runs = 7
const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
try {
  writeTorture(join(folder, 'torture'), {size: 'A4', blocks: 230})
  console.log('dossier  pages  proof s  print s  ratio  plain s  ratio')
  for (const [name, sources] of [['real', 'sources'], ['English', 'tests/apparatus/sources'], ['torture', join(folder, 'torture')]] as const) {
    const {stdout} = run(['--import', 'tsx', join(import.meta.dirname, 'dump-placed.ts'), sources, join(folder, name)])
    const {browser} = JSON.parse(stdout) as {browser: string}
    // The first run fills caches.
    const [, ...timed] = Array.from({length: runs + 1}, () => ({...timeOf(sources), plain: plainOf(browser, name)}))
    const of = (read: (one: (typeof timed)[number]) => number): string => median(timed.map(read)).toFixed(2)
    const cells = [String(timed[0]?.pages), of((one) => one.proof), of((one) => one.print), of((one) => one.proof / one.print), of((one) => one.plain), of((one) => one.proof / one.plain)]
    console.log(`${name.padEnd(7)}  ${cells.map((cell, index) => cell.padStart([5, 7, 7, 5, 7, 5][index] ?? 0)).join('  ')}`)
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function run(command: readonly string[]): {stdout: string} {
  return spawnSync(process.execPath, command, {encoding: 'utf8', maxBuffer: 1e9})
}

function timeOf(sources: string): {pages: number; print: number; proof: number} {
  const {stdout} = run(['src/bin.js', 'build', sources, '--out', join(folder, 'out'), '--only', 'pdf', '--json'])
  const {seconds, summary} = JSON.parse(stdout) as {seconds: Record<string, number>; summary: {pages: number}}
  const sum = (stages: readonly string[]): number => stages.reduce((total, stage) => total + (seconds[stage] ?? 0), 0)
  return {pages: summary.pages, print: sum(['load', 'measure', 'place', 'print']), proof: sum(['verify'])}
}

function plainOf(browser: string, name: string): number {
  const start = performance.now()
  run([join(import.meta.dirname, 'plain-print.mjs'), browser, join(folder, name, 'placed.html'), join(folder, 'plain.pdf')])
  return (performance.now() - start) / 1000
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

/**
 * Imports and builds every Markdown file of a folder and of those within it, each in a folder of its own, and prints what
 * came of it: built, refused with the reason, or a fault of ours (a rule of the proof, an internal error, a crash, too
 * long). Exit code 1 where there is such a fault.
 *
 * `npm run corpus -- FOLDER [--only pdf,html,epub,web] [--seconds 120] [--jobs 1] [--quiet]`; `--only none` imports and
 * checks, which is quick
 */
import {fork, type ChildProcess} from 'node:child_process'
import {readdirSync, statSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {outputs, type Output} from '../../src/index.ts'
import type {Trial, Verdict} from './try-page.ts'

const {values, positionals: [folder]} = parseArgs({
  allowPositionals: true,
  options: {only: {type: 'string', default: outputs.join(',')}, seconds: {type: 'string', default: '120'}, jobs: {type: 'string', default: '1'}, quiet: {type: 'boolean', default: false}},
})
const only = values.only.split(',').filter((one): one is Output => (outputs as readonly string[]).includes(one))
if (folder === undefined || (only.length === 0 && values.only !== 'none')) {
  console.error(`Usage: npm run corpus -- FOLDER [--only ${outputs.join(',')}] [--seconds 120] [--jobs 1] [--quiet]`)
  process.exit(2)
}

const root = resolve(folder)
const paths = pagesIn(root)
const count = {built: 0, refused: 0, fault: 0}
const reasons = new Map<string, number>()
const waiting = [...paths]
await Promise.all(Array.from({length: Math.max(1, Number(values.jobs))}, work))
console.log(`${paths.length} pages: ${count.built} built, ${count.refused} refused with a reason, ${count.fault} faults of ours`)
for (const [reason, times] of [...reasons].sort((a, b) => b[1] - a[1])) console.log(`  ${times} × ${reason}`)
process.exitCode = count.fault > 0 ? 1 : 0

function pagesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, {recursive: true, encoding: 'utf8'}).filter((name) => /\.(?:md|markdown)$/i.test(name)).map((name) => join(path, name)).filter((one) => statSync(one).isFile()).sort()
}

/** Takes one page after the other; a process that was too slow or broke down is followed by another. */
async function work(): Promise<void> {
  let child: ChildProcess | undefined
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    child ??= begin()
    const verdict = await ask(child, {path, only})
    if (child.exitCode !== null || child.signalCode !== null || verdict.rule === 'time') {
      end(child)
      child = undefined
    }
    tell(relative(root, path) || path, verdict)
  }
  child?.disconnect()
}

function begin(): ChildProcess {
  // A group of its own, so that a browser that hangs ends with it.
  return fork(join(import.meta.dirname, 'try-page.ts'), {detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: process.execArgv})
}

function end({pid}: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

function ask(child: ChildProcess, trial: Trial): Promise<Verdict> {
  return new Promise((answer) => {
    const settle = (verdict: Verdict): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      answer(verdict)
    }
    const timer = setTimeout(() => settle({kind: 'fault', rule: 'time', says: `it took longer than ${values.seconds} s`}), Number(values.seconds) * 1000)
    child.once('message', (verdict) => settle(verdict as Verdict))
    child.once('exit', (code, signal) => settle({kind: 'fault', rule: 'crash', says: `the process ended: ${signal ?? code}`}))
    child.send(trial)
  })
}

function tell(name: string, {kind, step, rule, says, line, pages, warnings = 0}: Verdict): void {
  count[kind] += 1
  if (kind !== 'built') reasons.set(`${kind} ${rule}`, (reasons.get(`${kind} ${rule}`) ?? 0) + 1)
  if (kind === 'built') {
    if (!values.quiet) console.log(`built    ${name}${pages === undefined ? '' : `: ${pages} pages`}${warnings > 0 ? `, ${warnings} warnings` : ''}`)
  } else console.log(`${kind.padEnd(8)} ${name}${line ? `:${line}` : ''}: ${[step, rule].filter(Boolean).join(', ')}: ${says}`)
}

#!/usr/bin/env node
// Runs the compiled program; the TypeScript sources where there is none, or where one of them is younger than it.
import {existsSync, readdirSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const compiled = new URL('../.dist/cli.js', import.meta.url)
const sources = fileURLToPath(new URL('.', import.meta.url))

const {runCommandLine} = await (isCurrent() ? import(compiled.href) : importSources())
process.exitCode = await runCommandLine(process.argv.slice(2))

function isCurrent() {
  if (!existsSync(compiled)) return false
  const made = statSync(compiled).mtimeMs
  const names = readdirSync(sources, {recursive: true, withFileTypes: true})
  return names.every((entry) => entry.isDirectory() || statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs <= made)
}

async function importSources() {
  const {register} = await import('tsx/esm/api')
  register()
  return import('./cli.ts')
}

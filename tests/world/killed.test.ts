import {spawn} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {writeWhole} from '../../src/world/write-whole.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const size = 2_000_000
/** Writes two files over and over, each time full of one other byte. */
const writer = `
import {register} from 'tsx/esm/api'
register()
const {writeWhole} = await import(${JSON.stringify(resolve('src/world/write-whole.ts'))})
for (let round = 0; ; round++) {
  const content = new Uint8Array(${size}).fill(round)
  await writeWhole(process.argv[1], [{path: 'a', content}, {path: 'b', content}])
  if (round === 1) process.stdout.write('ready')
}`

test('a run that is killed at any moment leaves whole files, and the next one sweeps the rest', async () => {
  const kills = Number(process.env['KILLS'] ?? 8)
  for (let kill = 0; kill < kills; kill++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder], {stdio: ['ignore', 'pipe', 'inherit']})
    const ended = new Promise(done => child.once('exit', done))
    await new Promise(ready => child.stdout.once('data', ready))
    await pause(kill * 3)
    child.kill('SIGKILL')
    await ended
    for (const name of ['a', 'b']) {
      const bytes = readFileSync(join(folder, name))
      expect(bytes.length).toBe(size)
      expect(bytes.every(byte => byte === bytes[0])).toBe(true)
    }
  }
  await writeWhole(folder, [{path: 'a', content: ''}])
  expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
})

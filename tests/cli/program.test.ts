import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'

const bin = resolve('src/bin.js')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

/** The real program, in a folder of its own, with a temporary folder of its own. */
function run(...words: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', '--disable-proto=delete', bin, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: undefined},
  })
  return {status, stdout, stderr}
}

test('a fine folder: 0, a summary, no colour in a pipe', () => {
  writeFileSync(join(folder, 'story.md'), '# Story\n\nText.\n')
  const {status, stdout, stderr} = run('check')
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^1 article, /)
  expect(stdout).not.toContain('\u001b')
  expect(status).toBe(0)
})

test('errors: 1, and no stack trace', () => {
  symlinkSync('/etc/passwd', join(folder, 'story.md'))
  const {status, stdout, stderr} = run('check')
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('read-file-inside')
  expect(stderr).not.toMatch(/root:|\n +at /)
})

test('wrong usage: 2', () => {
  expect(run('chekc')).toMatchObject({status: 2, stdout: ''})
})

test('check writes nothing', () => {
  writeFileSync(join(folder, 'story.md'), '# Story\n')
  run('check')
  expect(readdirSync(folder)).toEqual(['story.md'])
})

import {mkdir, mkdtemp, readdir, rm, stat, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {readTar} from '../../../src/render/browser/read-tar.ts'
import {unpackBundledBrowser} from '../../../src/render/browser/unpack-bundled.ts'

it.runIf(process.platform === 'linux' && process.arch === 'x64')('is unpacked once by many, whole, and again when damaged', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'dossier-unpack-'))
  const all = await Promise.all(Array.from({length: 8}, () => unpackBundledBrowser(cache)))
  const executable = all[0]?.executable ?? ''
  expect(new Set(all.map(one => one?.executable))).toEqual(new Set([executable]))
  const whole = (await stat(executable)).size
  expect(await readdir(cache)).toHaveLength(1)

  await truncate(executable, 1000)
  await mkdir(join(cache, `${executable.split('/').at(-2)}.part-left`))
  await writeFile(join(cache, `${executable.split('/').at(-2)}.lock`), '999999999')
  await unpackBundledBrowser(cache)
  expect((await stat(executable)).size).toBe(whole)
  expect(await readdir(cache)).toHaveLength(1)
  await rm(cache, {recursive: true})
}, 60_000)

it('reads the plain files of a tar archive', () => {
  const header = (path: string, size: number, kind: string): Buffer => {
    const block = Buffer.alloc(512)
    block.write(path, 0)
    block.write(size.toString(8).padStart(11, '0'), 124)
    block.write(kind, 156)
    return block
  }
  const body = Buffer.alloc(512)
  body.write('words')
  const archive = Buffer.concat([header('a/', 0, '5'), header('a/b.txt', 5, '0'), body, Buffer.alloc(1024)])
  expect(readTar(archive).map(({path, bytes}) => [path, Buffer.from(bytes).toString()])).toEqual([['a/b.txt', 'words']])
})

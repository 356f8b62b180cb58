import {cpSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {makePng} from '../printed/make-png.ts'
import {writeBulk} from './write-bulk.ts'

/** Writes the torture dossier into a folder: the sources beside this file, the long article, pictures and settings. */
export function writeTorture(folder: string, {size, blocks, seed}: {size: string; blocks: number; seed?: number}): void {
  cpSync(new URL('sources', import.meta.url), folder, {recursive: true})
  writeFileSync(join(folder, 'articles', '4-ledger.md'), writeBulk(blocks, seed))
  const pictures = join(folder, 'articles', 'pictures')
  mkdirSync(pictures, {recursive: true})
  for (const [name, width, height] of [['wide', 900, 300], ['tall', 300, 1400], ['small', 40, 24]] as const) {
    writeFileSync(join(pictures, `${name}.png`), makePng(width, height))
  }
  writeFileSync(join(folder, 'dossier.yaml'), `title: 河港旧仓卷宗 The River Port Dossier\neditor: B. J.\nissued: 2021-07-01\nlanguage: zh-Hans\npage:\n  size: ${size}\n`)
}

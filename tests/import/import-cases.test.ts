import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {importClipping} from '../../src/import/import-clipping.ts'

const here = import.meta.dirname
const cases = readdirSync(here).filter((name) => /-(?:ok|warning|error)$/.test(name))

/** Paths of all files in a folder, relative to it, sorted. */
function list(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix)).sort().flatMap((name) => (statSync(join(folder, prefix, name)).isDirectory() ? list(folder, join(prefix, name)) : [join(prefix, name)]))
}

/** `import-rule input.md:7 Unexpected …`, one a line. */
function told(file: VFile): string {
  return file.messages.map(({ruleId, line, reason, fatal}) => `${fatal ? 'error' : 'warning'} ${ruleId} ${line ?? '-'} ${reason}\n`).join('')
}

describe.each(cases)('%s', (name) => {
  const folder = join(here, name)
  const bytes = readFileSync(join(folder, 'input.md'))
  const file = new VFile({path: 'input.md'})
  const {files} = importClipping({name: 'input.md', bytes, file})
  const made = new Map([...files.filter(({path}) => path !== 'originals/input.md').map(({path, content}) => [path, String(content)] as const), ['messages.txt', told(file)]])

  it('gives the expected files and messages', () => {
    const expected = join(folder, 'expected')
    if (process.env.UPDATE === '1') {
      rmSync(expected, {recursive: true, force: true})
      for (const [path, content] of made) {
        mkdirSync(dirname(join(expected, path)), {recursive: true})
        writeFileSync(join(expected, path), content)
      }
    }
    expect([...made.keys()].sort()).toEqual(list(expected))
    for (const [path, content] of made) expect(content, path).toBe(readFileSync(join(expected, path), 'utf8'))
  })

  it('keeps the original byte for byte', () => {
    expect(Buffer.compare(Buffer.from(files[0]?.content as Uint8Array), bytes)).toBe(0)
  })

  it('has the verdict of its name', () => {
    const verdict = file.messages.some(({fatal}) => fatal) ? 'error' : file.messages.length > 0 ? 'warning' : 'ok'
    expect(name.split('-').at(-1)).toBe(verdict)
  })
})

import {readdirSync, readFileSync} from 'node:fs'
import {posix} from 'node:path'
import {expect, test} from 'vitest'

const stages = ['import', 'read', 'parse', 'normalize', 'resolve', 'layout', 'render', 'verify']
/** May import stages: they wire them to each other and to the person. */
const wiring = /^(build|make-print|whole|prepare-book|import-sources|gather-inputs|audit-inputs|verify-outputs|check-pdf|read-drafts|read-back|rebuild-outputs|thread-tasks|index|world|cli)\.ts$|^(cli|world)\//
/** May use disk and clock themselves, each for a reason. */
const machine: Record<string, string> = {
  'render/browser/': 'the browser is a program on the disk, unpacked there by one of many builds',
  'render/fonts/': 'faces are read from the npm packages, and their subsets kept in the cache folder',
  'render/browser/open-browser.ts': 'it removes the profile that the browser left',
}
const isBelowWorld = (path: string) => !/^world(\.ts|\/)/.test(path) && !Object.keys(machine).some(allowed => path.startsWith(allowed))

const paths = readdirSync('src', {recursive: true, encoding: 'utf8'}).map(path => path.replaceAll('\\', '/'))
const files = paths.filter(path => path.endsWith('.ts')).map(path => ({path, text: readFileSync(`src/${path}`, 'utf8')}))
const imports = files.flatMap(({path, text}) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from = '']) => ({
    path,
    from: from.startsWith('.') ? posix.join(posix.dirname(path), from) : `npm:${from}`,
  })),
)
const isOurs = (from: string) => !from.startsWith('npm:')
const roomOf = (path: string) => path.split('/')[0] ?? ''
const told = (found: {path: string; from: string}[]) => found.map(({path, from}) => `${path} imports ${from}`)

test('the files were found', () => expect(imports.length).toBeGreaterThan(50))

test('a stage never imports another stage, nor what wires them', () => {
  const wrong = imports.filter(({path, from}) => stages.includes(roomOf(path)) && isOurs(from) && ![roomOf(path), 'model', 'report'].includes(roomOf(from)))
  expect(told(wrong)).toEqual([])
})

test('model imports nothing of ours, report only model', () => {
  expect(told(imports.filter(({path, from}) => roomOf(path) === 'model' && isOurs(from) && roomOf(from) !== 'model'))).toEqual([])
  expect(told(imports.filter(({path, from}) => roomOf(path) === 'report' && isOurs(from) && !['model', 'report'].includes(roomOf(from))))).toEqual([])
})

test('only what wires imports stages', () => {
  expect(told(imports.filter(({path, from}) => isOurs(from) && stages.includes(roomOf(from)) && roomOf(path) !== roomOf(from) && !wiring.test(path)))).toEqual([])
})

test('no catch-all folders and no barrels', () => {
  expect(paths.filter(path => /(^|\/)(utils?|helpers?|common|misc|shared)(\.ts|\/|$)/.test(path))).toEqual([])
  expect(paths.filter(path => posix.basename(path) === 'index.ts')).toEqual(['index.ts'])
})

test('no clock, no chance and no disk below the world', () => {
  const asking = /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)|\bperformance\.now\(|\brandom(UUID|Bytes)\(/
  expect(files.filter(({path, text}) => isBelowWorld(path) && asking.test(text)).map(({path}) => path)).toEqual([])
  expect(told(imports.filter(({path, from}) => /^npm:(node:)?fs(\/promises)?$/.test(from) && isBelowWorld(path)))).toEqual([])
})

test('no markup passes through a template unescaped', () => {
  const templates = readdirSync('templates', {encoding: 'utf8'}).filter(name => name.endsWith('.hbs'))
  expect(templates.length).toBeGreaterThan(0)
  for (const name of templates) expect(readFileSync(`templates/${name}`, 'utf8'), name).not.toMatch(/\{\{~?\{|\{\{~?&/)
})

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {rules} from '../../src/report/rules.ts'

const stages = ['read', 'import', 'parse', 'normalize', 'resolve', 'layout', 'render', 'verify']
const sources = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .filter(path => path.endsWith('.ts') && path !== join('report', 'rules.ts'))
  .map(path => ({path, text: readFileSync(join('src', path), 'utf8')}))

test.each(Object.entries(rules))('%s is named for its stage, says what should hold, and is reported', (id, {says}) => {
  const [stage = ''] = id.split('-')
  expect(stages).toContain(stage)
  expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/)
  expect(says).toMatch(/^[A-Z“dot].*\.$|^dossier\.yaml .*\.$/)
  expect(sources.filter(({text}) => text.includes(`'${id}'`)).map(({path}) => path)).not.toEqual([])
})

test('a stage reports rules of its own only', () => {
  const strangers = sources.flatMap(({path, text}) => {
    const [stage = ''] = path.split(/[\\/]/)
    if (!stages.includes(stage)) return []
    return Object.keys(rules).filter(id => text.includes(`'${id}'`) && !id.startsWith(`${stage}-`)).map(id => `${path}: ${id}`)
  })
  expect(strangers).toEqual([])
})

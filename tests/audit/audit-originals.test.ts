import {expect, test} from 'vitest'
import {runCommandLine} from '../../src/cli.ts'
import {memoryWorld, textAt, type MemoryWorld} from '../memory-world.ts'

const page = `# 一封信的来历

文章作者：某人

信里写得很清楚[邮件1]。

**[邮件1]**

> **发件人：甲 <a@example.org>**
>
> **日期：2024 年 3 月 6 日，星期三，下午 7:48**

> 会议改到周五，地点不变。
`

/** Sources as they were imported, then changed. */
async function checked(change: (source: string) => string, settings = ''): Promise<MemoryWorld & {code: number}> {
  const world = memoryWorld({'/package/package.json': '{"version": "1.0.0"}', '/work/page.md': page})
  await runCommandLine(['import', 'page.md'], world)
  expect(world.said.out).toMatch(/\n1 original: \d+ characters in 7 lines: \d+ found, \d+ in fields, 0 unexplained\n/)
  world.stored.set('/work/sources/exhibits/1.md', change(textAt(world, '/work/sources/exhibits/1.md') ?? ''))
  world.stored.set('/work/sources/dossier.yaml', `${textAt(world, '/work/sources/dossier.yaml')}${settings}`)
  world.said.out = ''
  world.said.err = ''
  return {...world, code: await runCommandLine(['check'], world)}
}

test('sources that have all of their original: nothing is said, and it is counted', async () => {
  const {said, code} = await checked((source) => source)
  expect(code).toBe(0)
  expect(said.out).toMatch(/1 original: .* 0 unexplained/)
})

const changes = [['words that were added', '，地点不变', '，地点不变，请准时'], ['words that were taken out', '，地点不变', ''], ['a field with other words', '下午 7:48', '下午 9:48']] as const

test.each(changes)('%s: an error at the line of the original', async (_, old, instead) => {
  const {said, code} = await checked((source) => source.replace(old, instead))
  expect(code).toBe(1)
  expect(said.err).toContain('sources/originals/page.md')
  expect(said.err).toMatch(/\d+:1 +error .*verify-audit-original/)
})

const edit = (original: string, now: string): string => `  - {original: "${original}", now: "${now}", reason: "Asked for by the sender"}\n`

test.each(changes)('%s, stated as an edit: nothing is said', async (_, old, instead) => {
  const {said, code} = await checked((source) => source.replace(old, instead), `edits:\n${edit(old, instead)}`)
  expect(said.err).not.toContain('error')
  expect(code).toBe(0)
  expect(said.out).toMatch(/1 original: .* 0 unexplained/)
})

test('an edit that was not made in the sources is found', async () => {
  const {said} = await checked((source) => source, `edits:\n${edit('，地点不变', '')}`)
  expect(said.err).toMatch(/error .*verify-audit-original/)
})

test.each([
  ['nowhere', edit('地点变了', ''), 'stands in no original'],
  ['in several places', edit('邮件1', '邮件2'), 'stands in 2 places (lines 5, 7)'],
  ['in another edit', edit('会议改到周五', '会议改到周四') + edit('周五，地点', '周四，地点'), 'whose words another edit has'],
])('an edit whose words stand %s is an error with its line', async (_, edits, says) => {
  const {said, code} = await checked((source) => source, `edits:\n${edits}`)
  expect(code).toBe(1)
  expect(said.err).toContain(says)
  expect(said.err).toMatch(/dossier\.yaml\n *\d+:\d+ +error/)
})

test('words of an edit are found across line ends and spaces', async () => {
  const {said, code} = await checked((source) => source.replace('2024 年 3 月 6 日，星期三，下午 7:48', '2024 年 3 月 6 日，下午 7:48'), `edits:\n${edit('3 月  6 日，星期三，', '3 月 6 日，')}`)
  expect(said.err).not.toContain('error')
  expect(code).toBe(0)
})

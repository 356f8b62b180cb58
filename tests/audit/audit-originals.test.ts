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
async function checked(change: (source: string) => string, settings = ''): Promise<MemoryWorld> {
  const world = memoryWorld({'/package/package.json': '{"version": "1.0.0"}', '/work/page.md': page})
  await runCommandLine(['import', 'page.md'], world)
  expect(world.said.out).toMatch(/\n1 original: \d+ characters in 7 lines: \d+ found, \d+ in fields, 0 unexplained\n/)
  world.stored.set('/work/sources/exhibits/1.md', change(textAt(world, '/work/sources/exhibits/1.md') ?? ''))
  world.stored.set('/work/sources/dossier.yaml', `${textAt(world, '/work/sources/dossier.yaml')}${settings}`)
  world.said.out = ''
  world.said.err = ''
  expect(await runCommandLine(['check'], world)).toBe(0)
  return world
}

test('sources that have all of their original: nothing is said, and it is counted', async () => {
  const {said} = await checked((source) => source)
  expect(said.err).not.toContain('verify-audit-original')
  expect(said.out).toMatch(/1 original: .* 0 unexplained/)
})

test.each([['words that were added', '，地点不变', '，地点不变，请准时'], ['words that were taken out', '，地点不变', ''], ['a field with other words', '下午 7:48', '下午 9:48']])('%s: a warning at the line of the original', async (_, old, instead) => {
  const {said} = await checked((source) => source.replace(old, instead))
  expect(said.err).toContain('sources/originals/page.md')
  expect(said.err).toMatch(/\d+:1 +warning .*verify-audit-original/)
  expect(said.out).toMatch(/1 original: .* [1-9]\d* unexplained/)
})

test('a reason silences it, and it stays counted', async () => {
  const {said} = await checked((source) => source.replace('，地点不变', ''), 'silence:\n  - rule: verify-audit-original\n    reason: The editor was asked to take the place out.\n')
  expect(said.err).not.toContain('verify-audit-original')
  expect(said.out).toMatch(/1 silenced[^]*1 original: .* [1-9]\d* unexplained/)
})

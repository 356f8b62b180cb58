import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {buildDossier, outputs} from '../../src/build.ts'
import {diskWorld} from '../../src/world.ts'

test('without an output to make nothing is rendered, and messages are counted with those forwarded in them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  try {
    mkdirSync(join(folder, 'in', 'exhibits'), {recursive: true})
    writeFileSync(join(folder, 'in', 'article.md'), '---\ntitle: T\n---\n\nSee [Exhibit 1].\n')
    writeFileSync(join(folder, 'in', 'exhibits', '1.md'), '---\nmessages:\n  - headers: {From: A}\n    forwarded:\n      - headers: {From: B}\n        forwarded:\n          - headers: {From: C}\n---\n\n<!-- message 1 -->\n\nText.\n')
    const stages: string[] = []
    const result = await buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out'), only: [], onProgress: ({stage}) => stages.push(stage)})
    expect(result.files.flatMap((file) => file.messages.map(String))).toEqual([])
    expect(result).toMatchObject({outputs: [], summary: {exhibits: 1, messages: 3, citations: 1}})
    expect(stages).toEqual(['read', 'parse', 'resolve', 'lay out'])
    expect(existsSync(join(folder, 'out'))).toBe(false)
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test('the outputs there are', () => expect(outputs).toEqual(['pdf', 'html', 'epub', 'web']))

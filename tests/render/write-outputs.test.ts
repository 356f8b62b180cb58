import {expect, test} from 'vitest'
import {writeOutputs} from '../../src/render/write-outputs.ts'
import {memoryWorld, textAt} from '../memory-world.ts'

test('outputs are written, with their sizes', async () => {
  const world = memoryWorld({})
  expect(await writeOutputs(world, '/out', [{path: 'dossier.pdf', content: 'abc'}])).toEqual({outputs: [{path: 'dossier.pdf', bytes: 3}]})
  expect(textAt(world, '/out/dossier.pdf')).toBe('abc')
})

test.each([
  ['busy', 'what was there is untouched', /^Wait/],
  ['unfinished', 'a part is written, the rest waits', /dossier verify/],
] as const)('%s is told with what to do', async (why, says, hint) => {
  const world = memoryWorld({})
  const refusing = {...world, disk: {...world.disk, write: async () => ({ok: false, why, says: 'something else', path: 'a.pdf'} as const)}}
  const {troubled} = await writeOutputs(refusing, '/out', [{path: 'a.pdf', content: 'new'}])
  expect(troubled?.messages[0]?.reason).toContain(`something else; ${says}`)
  expect(troubled?.messages[0]?.note).toMatch(hint)
})

test('a full disk leaves the old outputs and is reported with what to do', async () => {
  const world = memoryWorld({'/out/a.pdf': 'old'}, {roomBytes: 4})
  const {outputs, troubled} = await writeOutputs(world, '/out', [{path: 'a.pdf', content: 'new'}, {path: 'b.epub', content: 'new'}])
  expect(outputs).toEqual([])
  expect(textAt(world, '/out/a.pdf')).toBe('old')
  expect(troubled?.messages[0]).toMatchObject({
    ruleId: 'render-output-written',
    fatal: true,
    reason: 'Unexpected failure to write b.epub in /out, expected a place that can be written: the disk is full; what was there is untouched',
    note: 'Make room on the disk and run it again.',
  })
})

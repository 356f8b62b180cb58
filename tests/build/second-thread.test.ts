import {readFileSync} from 'node:fs'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {SecondThread} from '../../src/model/world.ts'
import {readDrafts} from '../../src/read-drafts.ts'
import {readSettings} from '../../src/read/read-settings.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {threadTasks} from '../../src/thread-tasks.ts'
import {transforms} from '../../src/normalize/transforms.ts'

/** As a thread does it: everything that passes is a copy, and what cannot be copied fails. */
const copying: SecondThread = {
  run: async (task, input) => structuredClone(threadTasks[task as 'readDrafts'](structuredClone(input) as never)),
  end: async () => {},
}

const sources = {
  'article.md': '---\nkind: article\ntitle: "A *b*"\n---\n\n他说"好" **x and ann@example.org，[^1]\n\n[^1]: N',
  'exhibits/1.md': '---\nkind: exhibit\nnumber: 1\nmessages:\n  - headers: {From: A}\n---\n\n"Unbalanced ...\n\n> deep\n',
  'exhibits/2.md': '---\nkind: nonsense\n---\n\ntext',
  'exhibits/3.md': `---\nkind: exhibit\nmessages: []\n---\n\n${readFileSync('sources/exhibits/4.md', 'utf8').replace(/^---[\s\S]*?\n---\n/, '')}`,
  'notes/a.md': '---\nfor: article\n---\n\n> x\n\nNote __ y.',
}

test('a second thread changes nothing of what comes of the sources, nor of what is said of them', async () => {
  const settings = readSettings(undefined, transforms.map((one) => one.id))
  const read = async (thread?: SecondThread) => {
    const files = Object.entries(sources).map(([path, value]) => new VFile({path, cwd: '/', value: Buffer.from(value)}))
    const {drafts, changes, tellNormalized} = await readDrafts(files, settings, thread)
    tellNormalized()
    expect(drafts.every(({file}) => files.includes(file))).toBe(true)
    return {drafts: drafts.map(({file, ...rest}) => ({path: file.path, ...rest})), changes, messages: messagesAsJson(files)}
  }
  const alone = await read()
  expect(alone.messages.length).toBeGreaterThan(2)
  expect(alone.changes.length).toBeGreaterThan(2)
  expect(await read(copying)).toEqual(alone)
})

import type {Root} from 'mdast'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {Draft} from '../../src/model/source.ts'
import {readPictures} from '../../src/read/read-pictures.ts'
import {memoryWorld} from '../memory-world.ts'
import {said} from '../said.ts'

const gif = new Uint8Array([...Buffer.from('GIF89a', 'latin1'), 2, 0, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 2, 0, 1, 0, 0, 2, 1, 0x44, 0, 0x3b])

test('pictures of the text, by definition and of the cover, each once for a source', async () => {
  const world = memoryWorld({'/in/a.gif': gif, '/in/b.gif': gif, '/in/c.gif': gif})
  const tree: Root = {
    type: 'root',
    children: [
      {type: 'paragraph', children: [{type: 'image', url: 'a.gif'}, {type: 'image', url: 'a.gif'}, {type: 'image', url: 'none.gif'}]},
      {type: 'paragraph', children: [{type: 'imageReference', identifier: 'b', referenceType: 'full'}]},
      {type: 'definition', identifier: 'b', url: 'b.gif'},
    ],
  }
  const drafts: Draft[] = [
    {file: new VFile({path: 'article.md'}), meta: {kind: 'article', cover: 'c.gif'}, tree},
    {file: new VFile({path: 'exhibits/1.md'}), meta: {kind: 'exhibit', number: '1', messages: []}, tree: {type: 'root', children: [{type: 'image', url: '../a.gif'} as never]}},
  ]
  const pictures = await readPictures(world, '/in', drafts)
  expect(pictures.map(({source, reference}) => `${source} ${reference}`)).toEqual(['article.md c.gif', 'article.md a.gif', 'article.md b.gif', 'exhibits/1.md ../a.gif'])
  expect(new Set(pictures.map(({name}) => name)).size).toBe(1)
  expect(said(drafts.map(({file}) => file))).toEqual(['article.md read-picture-exists'])
})

test('a picture that breaks off is an error on the line that shows it, and on that of the cover', async () => {
  const cut = gif.subarray(0, -3)
  const world = memoryWorld({'/in/a.gif': cut, '/in/c.gif': cut})
  const place = {start: {line: 9, column: 3}, end: {line: 9, column: 12}}
  const tree: Root = {type: 'root', children: [{type: 'paragraph', children: [{type: 'image', url: 'a.gif', position: place}]}]}
  const draft: Draft = {file: new VFile({path: 'article.md'}), meta: {kind: 'article', cover: 'c.gif'}, tree, coverLine: 3}
  expect(await readPictures(world, '/in', [draft])).toEqual([])
  expect(draft.file.messages.map(({ruleId, line, reason}) => [ruleId, line, reason])).toEqual([
    ['read-picture-is-whole', 3, `Unexpected end of c.gif after ${cut.length} bytes, expected a whole picture`],
    ['read-picture-is-whole', 9, `Unexpected end of a.gif after ${cut.length} bytes, expected a whole picture`],
  ])
})

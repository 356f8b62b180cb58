import {expect, test} from 'vitest'
import {editorialLogName} from '../../src/model/input-file.ts'
import {mediaTypeOf} from '../../src/model/media-type.ts'

test.each([
  [editorialLogName, 'application/json'],
  ['exhibits/1.md', 'text/markdown'],
  ['A.PNG', 'image/png'],
  ['scan.tiff', 'application/octet-stream'],
  ['LICENSE', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(mediaTypeOf(path)).toBe(type)
})

import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {importClipping} from '../../src/import/import-clipping.ts'

/** What an import says it did to a page: `line rule: before → after`. */
function changes(page: string): string[] {
  const {files} = importClipping({name: 'page.md', bytes: Buffer.from(page), file: new VFile({path: 'page.md'})})
  const list = files.find(({path}) => path === 'imported.yaml')
  const entries = (list ? parse(String(list.content)) : []) as {rule: string; file: string; line: number; before: string; after: string}[]
  return entries.map(({rule, line, before, after}) => `${line} ${rule}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
}

test.each([
  ['lines are joined with a space or without', 'The bridge was\nclosed. 他们\n的桥。', ['1 import-line-ends: "ge was\\nclosed" → "ge was closed"', '2 import-line-ends: "ed. 他们\\n的桥。" → "ed. 他们的桥。"']],
  ['marks of emphasis are taken off a heading', 'One.\n\n## **A heading**\n\nTwo.', ['1 import-marks: "One.\\n\\n## **A head" → "One.\\n\\n## A head"', '3 import-marks: "eading**\\n\\nTwo." → "eading\\n\\nTwo."']],
  ['a cut address is put together', 'See https://example.org/a-\nb now.', ['1 import-line-ends: ".org/a-\\nb now." → ".org/a-b> now"']],
  ['what a source writes for lists and quotations is no change', 'One.\n\n  * Two\n\n  * Three\n\n> Four.\n', []],
])('%s', (_, page, expected) => {
  expect(changes(page)).toEqual(expected)
})

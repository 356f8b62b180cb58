import {expect, test, vi} from 'vitest'
import {runCommandLine} from '../../src/cli.ts'
import {prepareBook} from '../../src/prepare-book.ts'
import {memoryWorld, textAt} from '../memory-world.ts'

/** The import as it is, but for one word that it gets wrong. */
let isWrong = true
vi.mock('../../src/import/import-clipping.ts', async (load) => {
  const actual = await load<typeof import('../../src/import/import-clipping.ts')>()
  return {importClipping: (...given: Parameters<typeof actual.importClipping>) => {
    const made = actual.importClipping(...given)
    const files = made.files.map((one) => (isWrong && one.path === 'article.md' ? {...one, content: String(one.content).replace('seven', 'eleven')} : one))
    return {...made, files}
  }}
})

const page = '# The bridge\n\n**Author:** Anne Hill\n\nIt has seven arches and was mended in May, as the town says.\n'
const rulesOf = (files: readonly {readonly messages: readonly {readonly ruleId?: string | undefined}[]}[]) => files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId)).filter((rule) => rule?.startsWith('verify-'))

test('a page that an import gets wrong is written all the same, and said to be wrong', async () => {
  isWrong = true
  const here = memoryWorld({'/work/page.md': page})
  expect(await runCommandLine(['import', 'page.md'], here)).toBe(1)
  expect(textAt(here, '/work/sources/article.md')).toContain('eleven arches')
  expect(textAt(here, '/work/sources/originals/page.md')).toBe(page)
  expect(here.said.err).toContain('verify-audit-import')
  expect(here.said.err).toContain('NOT PROVED')
  expect(here.said.err).not.toContain('Nothing was written')

  // Nobody has touched it: the fault stays the import's, in memory and on the disk.
  for (const folder of ['/work/page.md', '/work/sources']) {
    const {files, book, audit} = await prepareBook({world: here, folder})
    audit?.()
    expect(book).toBeDefined()
    expect(rulesOf(files)).toEqual(['verify-audit-import'])
  }
  // An editor has: then it is theirs.
  here.stored.set('/work/sources/article.md', (textAt(here, '/work/sources/article.md') ?? '').replace('mended', 'broken'))
  const edited = await prepareBook({world: here, folder: '/work/sources'})
  edited.audit?.()
  expect(rulesOf(edited.files)).toEqual(['verify-audit-original'])
})

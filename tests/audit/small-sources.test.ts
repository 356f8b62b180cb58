import {expect, test} from 'vitest'
import {prepareBook, type Prepared} from '../../src/prepare-book.ts'
import {auditSources} from '../../src/verify/audit/source/audit-sources.ts'
import {memoryWorld} from '../memory-world.ts'

const mail = (headers: string): string => `---\nmessages:\n  - headers: {${headers}}\n---\n\nWords of it.\n`

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['a space before a call in one of the cells of a row', {'article.md': '# A\n\n| Barge ^[A ship]. | one, [^a]. |\n|--|--|\n| Tug | and [^a]. |\n\n[^a]: Words.\n'}],
  ['a space before a call within a note in place', {'article.md': '# A\n\nA barge ^[A ship, [^a].] came  here.\n\n[^a]: Words.\n'}],
  ['a field of signs that paint nothing', {'article.md': '---\ntitle: A\nplace: "\uffa0"\nauthor: "\u200b"\n---\n\nWords.\n'}],
  ['a call behind a picture that is not there', {'article.md': '# A\n\nSee ![](https://example.org/far-away.png)[^a], ![The harbour](https://example.org/b.png)[^a] and more.\n\n[^a]: Words.\n'}],
  ['an unknown label with a space in it', {'article.md': '# A\n\n[Exhibit 1]\n', 'exhibits/1.md': mail('From: A. Writer <>, Sheet 3: of four, 抄　送: B')}],
])('%s', async (_, sources) => {
  const prepared = await prepare(sources)
  expect(audit(prepared)).toEqual([])
})

test('a label that is no word of the reader stands once', async () => {
  const {book} = await prepare({'article.md': '# A\n\n[Exhibit 1]\n', 'exhibits/1.md': mail('From: A. Writer <>, Sheet 3: of four')})
  expect(JSON.stringify(book?.chapters.find(({kind}) => kind === 'exhibit')?.body).match(/Sheet 3/g)).toHaveLength(1)
})

test('a word lost beside a space that went is found', async () => {
  const prepared = await prepare({'article.md': '# A\n\n| Barge ^[A ship]. | one, [^a]. |\n|--|--|\n| Tug | and [^a]. |\n\n[^a]: Words.\n'})
  const text = JSON.stringify(prepared.book)
  for (const lost of ['"one,', '"Barge', '"A ship']) {
    expect(text).toContain(lost)
    expect(audit({...prepared, book: JSON.parse(text.replace(lost, '"')) as NonNullable<Prepared['book']>})).toContain('verify-audit-source-text')
  }
})

async function prepare(sources: Readonly<Record<string, string>>): Promise<Prepared> {
  return prepareBook({world: memoryWorld(Object.fromEntries(Object.entries(sources).map(([path, text]) => [`/work/${path}`, text]))), folder: '/work'})
}

function audit({dossier, book, files}: Prepared): string[] {
  if (!dossier || !book) throw new Error(`no book: ${files.flatMap(({messages}) => messages).join('\n')}`)
  for (const file of files) file.messages.length = 0
  auditSources({dossier, book, files, redactions: [], hasOwnTemplates: false})
  return files.flatMap(({messages}) => messages.map(({ruleId}) => String(ruleId)))
}

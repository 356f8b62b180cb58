import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {prepareBook, type Prepared} from '../../src/prepare-book.ts'
import {auditSources} from '../../src/verify/audit/source/audit-sources.ts'
import {diskWorld} from '../../src/world.ts'
import {writeTorture} from '../torture/write-torture.ts'
import {mutatedBooks, type MutableParts} from './mutate-book.ts'
import {writeEnglish} from './write-english.ts'

/** Parts that come from a source: words that the program adds may be another’s to judge. */
const sourced: MutableParts = {
  chapters: ({kind}) => kind === 'article' || kind === 'exhibit',
  without: ['call', 'reading', 'redacted', 'signed', 'note-kind', 'page-ref', 'kicker', 'cited-by', 'exhibit-name', 'message-title', 'picture-missing', 'exhibit-title', 'citation-place', 'see'],
  blocks: ['p', 'li', 'td', 'th', 'blockquote', 'h2', 'h3', 'h4', 'pre', 'dd'],
  notes: ({kind}) => kind === 'author',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  writeTorture(join(folder, 'torture'), {size: 'A4', blocks: 10})
  writeEnglish(join(folder, 'english'))
})
afterAll(() => rmSync(folder, {recursive: true}))

const dossiers = [['the real dossier', () => resolve('sources')], ['the torture dossier', () => join(folder, 'torture')], ['an English dossier', () => join(folder, 'english')]] as const

describe.each(dossiers)('%s', (_, path) => {
  let prepared: Prepared
  beforeAll(async () => {
    prepared = await prepareBook({world: diskWorld(), folder: path()})
  })

  function audit(book: NonNullable<Prepared['book']>): {unexplained: number; said: string[]} {
    const {dossier, files} = prepared
    if (!dossier) throw new Error('no dossier')
    for (const file of files) file.messages.length = 0
    const {unexplained} = auditSources({dossier, book, files, redactions: [], hasOwnTemplates: false})
    return {unexplained, said: files.flatMap(({messages}) => messages.map(({ruleId}) => String(ruleId)))}
  }

  test('is in its book, to the character', () => {
    const {book, dossier} = prepared
    if (!book || !dossier) throw new Error('no book')
    expect(audit(book)).toEqual({unexplained: 0, said: []})
  })

  test('an entry of the log that is not to be seen in the text is found', () => {
    const {book, dossier, files} = prepared
    const path = dossier?.articles[0]?.source.file
    if (!book || !dossier || path === undefined) throw new Error('no book')
    const changes = [...dossier.changes, {rule: 'dashes', place: {file: path, line: 2}, before: '--', after: '—'}]
    for (const file of files) file.messages.length = 0
    auditSources({dossier: {...dossier, changes}, book, files, redactions: [], hasOwnTemplates: false})
    expect(files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))).toEqual(['verify-audit-log'])
  })

  test('a mutation of its book is found, whatever it is', () => {
    const {book} = prepared
    if (!book) throw new Error('no book')
    let count = 0
    const missed: string[] = []
    for (const mutated of mutatedBooks(book, sourced, {seed: 20240307, count: 80})) {
      count++
      const {unexplained, said} = audit(mutated.book)
      if (unexplained === 0 || !said.some((rule) => rule === 'verify-audit-source-text' || rule === 'verify-audit-log')) missed.push(mutated.says)
    }
    console.log(`${count} mutations of the book against its sources`)
    expect(missed).toEqual([])
    expect(count).toBeGreaterThan(70)
  })
})

import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {fromXml} from 'xast-util-from-xml'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {claimAccess} from '../../src/render/pdf/objects/xmp.ts'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import {accessFaults, type ReadForAccess} from '../../src/verify/form/access-faults.ts'
import {verifyAccessible} from '../../src/verify/form/verify-accessible.ts'
import {verifyClaim} from '../../src/verify/form/verify-alone.ts'
import {readPdf, readPdfAccess, readPdfStructure} from '../../src/verify/pdf/read-pdf.ts'
import {auditOf, printDossier, type PrintedDossier} from '../audit/print-dossier.ts'
import {writeTorture} from '../torture/write-torture.ts'
import {openTestBrowser} from '../render/browser/open-test-browser.ts'

let folder: string
let browser: OpenBrowser
let printed: PrintedDossier
let read: ReadForAccess
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  writeTorture(folder, {size: 'A4', blocks: 3})
  browser = await openTestBrowser()
  printed = await printDossier(folder, browser)
  read = {facts: printed.facts, structure: printed.structure, access: readPdfAccess(printed.bytes)}
}, 60_000)
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

test('a print has all that can be checked, and says so only when told to', () => {
  expect(read.facts.pages.some(({missing}) => missing > 0)).toBe(false)
  expect(accessFaults(read)).toEqual([])
  expect(read.access.claims).toBe(false)
  const claimed = claimAccess(printed.bytes)
  expect(claimed.length).toBe(printed.bytes.length)
  expect(readPdfAccess(claimed).claims).toBe(true)
  expect(readPdf(claimed)).toEqual({...printed.facts, metadata: expect.anything() as unknown})
  expect(() => fromXml(readPdf(claimed).metadata.xmp ?? '')).not.toThrow()
})

const changes: readonly (readonly [string, (whole: ReadForAccess) => Partial<ReadForAccess>])[] = [
  ['not marked as tagged', ({access}) => ({access: {...access, marked: false}})],
  ['no title', ({facts}) => ({facts: {...facts, title: undefined}})],
  ['viewers do not show', ({access}) => ({access: {...access, displaysTitle: false}})],
  ['no language', ({facts}) => ({facts: {...facts, language: undefined}})],
  ['neither tagged nor marked', ({facts}) => ({facts: {...facts, pages: facts.pages.map((page) => ({...page, unmarked: 1}))}})],
  ['neither tagged nor marked', ({structure}) => ({structure: {...structure, mcids: structure.mcids.slice(9), pages: structure.pages.slice(9)}})],
  ['without a description', ({structure}) => ({structure: {...structure, figures: [...structure.figures, undefined]}})],
  ['without a description', ({structure}) => ({structure: {...structure, figures: [' ']}})],
  ['a heading of level 3 after one of level 1', ({structure}) => ({structure: {...structure, headings: [1, 3]}})],
  ['a heading of level 2 after one of level 0', ({structure}) => ({structure: {...structure, headings: [2]}})],
  ['table headers', ({structure}) => ({structure: {...structure, headsWithoutScope: 1}})],
  ['notes without an identifier', ({structure}) => ({structure: {...structure, notes: [...structure.notes, structure.notes[0]]}})],
  ['notes without an identifier', ({structure}) => ({structure: {...structure, notes: [undefined]}})],
  ['unknown kind, Em', ({access}) => ({access: {...access, mapped: new Map()}, structure: {...read.structure, nested: new Set(['P>Em'])}})],
  ['TD within Div', ({structure}) => ({structure: {...structure, nested: new Set(['Div>TD'])}})],
  ['not in the order of the tags', ({access}) => ({access: {...access, pagesWithoutOrder: 1}})],
  ['outside of tags', ({access}) => ({access: {...access, linksOutsideTags: 1}})],
  ['say nothing of themselves', ({access}) => ({access: {...access, linksWithoutWords: 1}})],
  ['fonts that are not whole', ({facts}) => ({facts: {...facts, fonts: facts.fonts.map((font) => ({...font, embedded: false}))}})],
  ['stand for no character', ({facts}) => ({facts: {...facts, pages: facts.pages.map((page) => ({...page, missing: 1}))}})],
]

test.each(changes)('%s: no identifier, and who bears it is told so', (says, change) => {
  const changed = {...read, ...change(read)}
  expect(accessFaults(changed).join()).toContain(says)
  const [print, claimed] = [new VFile({path: 'a.pdf'}), new VFile({path: 'b.pdf'})]
  expect(verifyAccessible(changed, [], print)).toBe(false)
  expect(new Set(print.messages.map(({ruleId}) => ruleId))).toEqual(new Set(['verify-pdf-accessible']))
  verifyClaim({...changed, access: {...changed.access, claims: true}}, claimed)
  expect(new Set(claimed.messages.map(({ruleId}) => ruleId))).toEqual(new Set(['verify-pdf-claim']))
})

test('nothing is said where all holds, or nothing is claimed', () => {
  const file = new VFile({path: 'a.pdf'})
  expect(verifyAccessible(read, [], file)).toBe(true)
  verifyClaim({...read, access: {...read.access, claims: true}}, file)
  verifyClaim({...read, access: {...read.access, marked: false}}, file)
  expect(file.messages).toEqual([])
})

test('a print with another error does not get the identifier', () => {
  const file = new VFile({path: 'a.pdf'})
  file.message('Unexpected', {ruleId: 'verify-pdf-notes'}).fatal = true
  expect(verifyAccessible(read, [], file)).toBe(false)
})

test('the tags say the language of every run, and one that is wrong is found', () => {
  const {structure, facts, expectations} = printed
  expect(new Set(structure.languages).size).toBeGreaterThan(1)
  expect(auditOf(facts, structure, expectations).wrongLanguages).toEqual([])
  const without = {...structure, languages: structure.languages.map(() => facts.language)}
  expect(auditOf(facts, without, expectations).wrongLanguages.length).toBeGreaterThan(3)
  const file = new VFile({path: 'a.pdf'})
  expect(verifyAccessible(read, ['“words” in en in place of zh-Hans'], file)).toBe(false)
})

test('what is read of the tags is what the bytes say', () => {
  const {headings, notes, nested, headsWithoutScope} = readPdfStructure(printed.bytes)
  expect(headings.length).toBeGreaterThan(5)
  expect(notes.length).toBeGreaterThan(5)
  expect(nested).toContain('Table>TR')
  expect(headsWithoutScope).toBe(0)
})

import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {OpenBrowser} from '../../../src/render/browser/open-browser.ts'
import {printDossier} from '../../audit/print-dossier.ts'
import {openTestBrowser} from '../browser/open-test-browser.ts'

let browser: OpenBrowser
const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
beforeAll(async () => {
  browser = await openTestBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

test('what pages add to the text is printed in fonts that nothing else asks for', async () => {
  mkdirSync(join(folder, 'styles'))
  writeFileSync(join(folder, 'article.md'), `---\ntitle: Bridges\nlanguage: en\n---\n\n${'Words of the text go on and on. '.repeat(300)}[^1]\n\n[^1]: ${'A note that is long enough goes on at the foot of the next page. '.repeat(100)}\n`)
  writeFileSync(join(folder, 'styles', 'own.css'), `
    .chapter-article .running-head .words { font-family: "Dossier Code"; }
    .chapter-article .folio-place::before { font-family: "Dossier Sans"; font-style: italic; content: "page "; }
    .chapter-article .note-continued { font-family: "Dossier Sans"; font-weight: 700; font-style: italic; }
  `)
  const printed = await printDossier(folder, browser)
  const outside = printed.facts.pages.flatMap(({runs}) => runs.filter(({mcid}) => mcid === undefined))
  const fontsOf = (words: RegExp): Set<string> => new Set(outside.filter(({text}) => words.test(text)).map(({font}) => font.replace(/^[A-Z]{6}\+/, '')))
  expect([...fontsOf(/Bridges/)]).toEqual(['SourceCodePro-Regular'])
  expect([...fontsOf(/page/)]).toEqual(['SourceSans3-Italic'])
  expect([...fontsOf(/1/)]).toContain('SourceSans3-BoldItalic')
})

test('words of a template that bear its name are printed', async () => {
  mkdirSync(join(folder, 'templates'))
  writeFileSync(join(folder, 'templates', 'colophon.hbs'), '<h1 id="colophon-title">Colophon</h1><div class="specimen"><p>Kept</p></div>')
  const printed = await printDossier(folder, browser)
  expect(printed.facts.pages.at(-1)?.runs.map(({text}) => text).join('')).toContain('Kept')
})

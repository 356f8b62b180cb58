import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {AxeResults} from 'axe-core'
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {writeTorture} from '../torture/write-torture.ts'
import {openReadersBrowser, type ReadersBrowser} from './open-web-page.ts'
import {english, writeWeb} from './write-web.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
let browser: ReadersBrowser

beforeAll(async () => {
  writeTorture(folder, {size: 'A4', blocks: 20})
  browser = await openReadersBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

/** What the colours decide: the dark theme differs in nothing else. */
const ofColours = {runOnly: ['color-contrast', 'link-in-text-block']}

/** Violations of every rule that axe has switched on (WCAG 2.2 A and AA, best practices), of those on colours in the dark. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(axe)
  const {violations, passes} = await page.evaluate(`axe.run(document, ${JSON.stringify({resultTypes: ['violations'], ...(theme === 'dark' && ofColours)})})`) as AxeResults
  expect(passes.length).toBeGreaterThan(theme === 'dark' ? 0 : 20)
  return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`))
}

/** Pixels by which the text is wider than the window. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

describe.each([
  {name: 'real', of: () => resolve('sources')},
  {name: 'torture', of: () => folder},
  {name: 'English', of: () => english},
])('the $name dossier', ({name, of}) => {
  let html: string

  beforeAll(async () => {
    const pages = [{folio: 'ii', chapter: 'provenance', offset: 0}, {folio: '1', chapter: 'article-1', offset: 0}, {folio: '2', chapter: 'article-1', offset: 400}]
    const written = await writeWeb(of(), {pages})
    expect(written.findings).toEqual([])
    html = written.html
  }, 120_000)

  test.each([[320, 'light'], [320, 'dark'], [768, 'light'], [768, 'dark'], [1600, 'light'], [1600, 'dark']] as const)('has no violation and no sideways scroll at %i px, %s', async (width, theme) => {
    const {page, troubles} = await browser.open(html, {width, theme})
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(await violations(page, theme)).toEqual([])
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.text a.call')?.click()
      document.querySelector<HTMLElement>('a.citation')?.click()
      const field = document.querySelector<HTMLInputElement>('#web-find-words') as HTMLInputElement
      field.value = '20'
      document.querySelector<HTMLFormElement>('#web-find')?.requestSubmit()
    })
    expect(await page.$$eval('.opened-note, mark.hit', (all) => all.length)).toBeGreaterThan(1)
    // The long dossier has no other things to open, only more of them.
    if (name !== 'torture') expect(await violations(page, theme), 'with a note, an exhibit and a search open').toEqual([])
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(troubles).toEqual([])
    await page.close()
  })
})

import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'puppeteer'
import {findBrowsers} from '../../src/render/browser/find-browsers.ts'
import {killBrowser, launchBrowser} from '../../src/render/browser/launch-browser.ts'
import {testSurroundings} from '../render/browser/open-test-browser.ts'

/** A browser that runs the scripts of pages, as a reader's does. */
export interface ReadersBrowser {
  open(html: string, how?: {width?: number; theme?: 'light' | 'dark'; scripts?: boolean}): Promise<ReaderPage>
  close(): Promise<void>
}

export interface ReaderPage {
  readonly page: Page
  /** What the page asked for besides itself, and what its scripts or its policy complained of. */
  readonly troubles: string[]
}

/** Opens pages as files of the disk, where there is no network: from a memory stick. */
export async function openReadersBrowser(): Promise<ReadersBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-test-'))
  const says: string[] = []
  for await (const found of findBrowsers({...testSurroundings, onTrouble: (trouble) => void says.push(trouble)})) {
    const {started} = await launchBrowser(found, {environment: process.env, folder})
    let files = 0
    return {
      async open(html, {width = 1600, theme = 'light', scripts = true} = {}) {
        const path = join(folder, `page ${++files}.html`)
        await writeFile(path, html)
        const page = await started.browser.newPage()
        const troubles: string[] = []
        const address = pathToFileURL(path).href
        page.on('request', (request) => {
          if (!request.url().startsWith('data:') && request.url() !== address) troubles.push(`asked for ${request.url()}`)
        })
        page.on('pageerror', (error) => troubles.push(String(error)))
        page.on('console', (message) => troubles.push(message.text()))
        await page.setViewport({width, height: 900})
        await page.setJavaScriptEnabled(scripts)
        await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: theme}, {name: 'prefers-reduced-motion', value: 'reduce'}])
        await page.goto(address, {waitUntil: 'load'})
        return {page, troubles}
      },
      async close() {
        killBrowser(started)
        await started.ended
        await rm(folder, {recursive: true, force: true, maxRetries: 3})
      },
    }
  }
  throw new Error(says.join('; '))
}

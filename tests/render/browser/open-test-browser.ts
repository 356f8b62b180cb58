import {mkdir, mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {openBrowser, type BrowserOptions, type OpenBrowser} from '../../../src/render/browser/open-browser.ts'

/** Kept between runs, so that the browser is unpacked once. */
export const testCacheFolder = resolve('node_modules/.cache/dossier')

/** The world's part of opening a browser, for tests. */
export const testSurroundings: BrowserOptions = {
  environment: process.env,
  async cacheFolder() {
    await mkdir(testCacheFolder, {recursive: true})
    return testCacheFolder
  },
  temporaryFolder: () => mkdtemp(join(tmpdir(), 'dossier-test-')),
}

/** The browser that every test prints with; fails the test where none starts. */
export async function openTestBrowser(options: Partial<BrowserOptions> = {}): Promise<OpenBrowser> {
  const result = await openBrowser({...testSurroundings, ...options})
  if (!result.ok) throw new Error(`${result.says}. ${result.hint}`)
  return result.browser
}

import {mkdir, mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {fontCacheInMemory} from '../../../src/render/fonts/font-cache.ts'
import {prepareFonts} from '../../../src/render/fonts/prepare-fonts.ts'
import type {Resource} from '../../../src/render/browser/open-page.ts'
import type {FinishOptions} from '../../../src/render/pdf/finish-pdf.ts'
import {openBrowser, type OpenBrowser} from '../../../src/render/browser/open-browser.ts'

const cache = fontCacheInMemory()

/** The browser that samples are printed with. */
export async function openSampleBrowser(): Promise<OpenBrowser> {
  const kept = resolve('node_modules/.cache/dossier')
  const result = await openBrowser({
    environment: process.env,
    cacheFolder: async () => mkdir(kept, {recursive: true}).then(() => kept),
    temporaryFolder: () => mkdtemp(join(tmpdir(), 'dossier-sample-')),
  })
  if (!result.ok) throw new Error(result.says)
  return result.browser
}

/** A body and its styles, printed with our fonts. */
export async function printSample(browser: OpenBrowser, body: string, styles: string): Promise<Uint8Array> {
  const fonts = await prepareFonts({text: body + styles + '0123456789', cache})
  const sheet = `${fonts.css} * { font-synthesis: none } html { font: 16px "Dossier Serif Han" } :lang(en) { font-family: "Dossier Serif" } ${styles}`
  const page = await browser.openPage({
    html: `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Sample</title><link rel="stylesheet" href="a.css"><body>${body}`,
    resources: new Map<string, Resource>([...fonts.files, ['a.css', {type: 'text/css', bytes: Buffer.from(sheet)}]]),
  })
  const printed = await page.print()
  await page.close()
  return printed
}

/** Origin under which samples have their inner links. */
export const sampleOrigin = 'https://dossier.invalid/'

/** What every sample says of itself. */
export const sampleFacts: FinishOptions = {
  internalOrigin: sampleOrigin,
  pageOrigin: `${sampleOrigin}page`,
  anchors: new Map(),
  outline: [],
  pageLabels: [],
  title: 'Sample',
  authors: [],
  language: 'zh-Hans',
  identifier: 'urn:uuid:00000000-0000-4000-8000-000000000000',
}


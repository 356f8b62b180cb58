import {mkdtemp, readdir, truncate} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fontCacheIn, fontCacheInMemory} from '../../../src/render/fonts/font-cache.ts'
import {prepareFonts} from '../../../src/render/fonts/prepare-fonts.ts'
import type {Resource} from '../../../src/render/browser/open-page.ts'
import type {OpenBrowser} from '../../../src/render/browser/open-browser.ts'
import {openTestBrowser} from '../browser/open-test-browser.ts'

const cache = fontCacheInMemory()

describe('fonts for a text', () => {
  it('name the characters that no face has, and only those', async () => {
    const {missing} = await prepareFonts({text: 'Aé Ω Я 中文，“引号”— → ☺ \u{1f600} \u200d\u00ad\ufe0f\u0007 한 \u{10ffff}', cache})
    expect(missing).toEqual(['한', '\u{10ffff}'])
  })

  it('hold nothing but what the text uses', async () => {
    const {files} = await prepareFonts({text: 'plain', cache})
    const faces = [...files.values()].map(({id}) => id)
    expect(faces).toContain('source-serif')
    const small = await files.get([...files.keys()][0] ?? '')?.bytes()
    expect(small?.length).toBeLessThan(20_000)
  })

  it('have the same names for the same characters in another order', async () => {
    const names = async (text: string): Promise<readonly string[]> => [...(await prepareFonts({text, cache})).files.keys()]
    expect(await names('中文 abc')).toEqual(await names('cab 文中'))
    expect(await names('中文 abc')).not.toEqual(await names('中文 abcd'))
  })

  it('are cut once, and again when what was kept is damaged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-fonts-'))
    const kept = fontCacheIn(async () => folder)
    const cut = async (): Promise<Uint8Array | undefined> => {
      const {files} = await prepareFonts({text: 'abc', cache: kept})
      return [...files.values()].find(({id}) => id === 'source-serif')?.bytes()
    }
    const first = await cut()
    const [name] = await readdir(join(folder, 'fonts'))
    await truncate(join(folder, 'fonts', name ?? ''), 100)
    expect(Buffer.from((await cut()) ?? []).equals(Buffer.from(first ?? []))).toBe(true)
    expect(Buffer.from((await cut()) ?? []).equals(Buffer.from(first ?? []))).toBe(true)
  })
})

describe('fonts in the browser', () => {
  let browser: OpenBrowser
  beforeAll(async () => void (browser = await openTestBrowser()), 60_000)
  afterAll(() => browser.close())

  /** Widths in em of samples of one family. */
  async function widthsOf(family: string, samples: readonly string[]): Promise<readonly number[]> {
    const fonts = await prepareFonts({text: samples.join(''), cache})
    const style = `${fonts.css} span { font: 100px "${family}"; font-synthesis: none; white-space: nowrap; text-autospace: no-autospace }`
    const opened = await browser.openPage({
      html: `<!doctype html><html lang="zh"><link rel="stylesheet" href="a.css"><body>${samples.map(sample => `<p><span>${sample}</span>`).join('')}`,
      resources: new Map<string, Resource>([...fonts.files, ['a.css', {type: 'text/css', bytes: Buffer.from(style)}]]),
    })
    const widths = await opened.evaluate(() => [...document.querySelectorAll('span')].map(span => span.getBoundingClientRect().width / 100))
    await opened.close()
    return widths
  }

  it('set shared marks full width in Chinese families, narrow in Latin ones', async () => {
    const marks = ['国“国', '国…国', '国—国']
    expect(await widthsOf('Dossier Serif Han', marks)).toEqual([3, 3, 3])
    const [quote, ellipsis, dash] = await widthsOf('Dossier Serif', marks)
    expect(quote ?? 9).toBeLessThan(2.6)
    expect(ellipsis).not.toBe(3)
    expect(dash).not.toBe(3)
  })

  it('keep the features that set two marks in a row tighter', async () => {
    expect(await widthsOf('Dossier Serif Han', ['国」「国', '国，国'])).toEqual([3.5, 3])
    expect(await widthsOf('Dossier Sans Han', ['国」「国', '国，国'])).toEqual([3.5, 3])
  })

  it('put a figure on its key, beside any script, and leave other figures as they are', async () => {
    const [han, latin, key, plain, twice] = await widthsOf('Dossier Serif', ['国1\u20e3国', 'n1\u20e3n', '1\u20e3', '1', 'nn'])
    expect((han ?? 0) - 2).toBeCloseTo(key ?? 9, 2)
    expect((latin ?? 0) - (twice ?? 0)).toBeCloseTo(key ?? 9, 2)
    const [alone] = await widthsOf('Dossier Serif', ['1'])
    expect(plain).toBe(alone)
  })

  it('take every look from a face that was drawn, also for Han in italics', async () => {
    const [upright, slanted] = await widthsOf('Dossier Serif', ['国国', '<i>国国</i>'])
    expect(slanted).toBe(upright)
  })
})

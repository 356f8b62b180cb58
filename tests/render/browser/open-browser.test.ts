import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {BrowserTrouble} from '../../../src/render/browser/browser-trouble.ts'
import {openBrowser, type OpenBrowser} from '../../../src/render/browser/open-browser.ts'
import {openTestBrowser, testSurroundings} from './open-test-browser.ts'

const text = (words: string): Uint8Array => Buffer.from(words, 'utf8')
const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>${head}<body>${body}`

describe('a page opened from memory', () => {
  let browser: OpenBrowser
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dossier-page-'))
    browser = await openTestBrowser({temporaryFolder: async () => folder})
  }, 60_000)
  afterAll(() => browser.close())

  it('runs our tasks, with its own styles, in print', async () => {
    const style = text('p { color: rgb(1, 2, 3) } @media print { p { margin-left: 7px } }')
    const opened = await browser.openPage({
      html: page('<p>Paragraph</p>', '<link rel="stylesheet" href="style.css">'),
      resources: new Map([['style.css', {type: 'text/css', bytes: style}]]),
    })
    const found = await opened.evaluate((selector: string) => {
      const colour = (element: Element): string => getComputedStyle(element).color
      const paragraph = document.querySelector(selector)
      return paragraph ? [colour(paragraph), getComputedStyle(paragraph).marginLeft] : []
    }, 'p')
    expect(found).toEqual(['rgb(1, 2, 3)', '7px'])
    expect([...opened.refused]).toEqual([])
    await opened.close()
  })

  it('prints pages of the size its styles say', async () => {
    const opened = await browser.openPage({
      html: page('<p>Paragraph</p>', '<link rel="stylesheet" href="style.css">'),
      resources: new Map([['style.css', {type: 'text/css', bytes: text('@page { size: 100mm 200mm }')}]]),
    })
    const printed = Buffer.from(await opened.print()).toString('latin1')
    expect(printed.startsWith('%PDF-')).toBe(true)
    const [, , width, height] = (/MediaBox \[(.*?)\]/.exec(printed)?.[1] ?? '').split(' ').map(Number)
    // Chromium lays pages out on a grid of 300 dots an inch.
    expect(Math.abs((width ?? 0) - 100 * 72 / 25.4)).toBeLessThan(0.51)
    expect(Math.abs((height ?? 0) - 200 * 72 / 25.4)).toBeLessThan(0.51)
    await opened.close()
  })

  it('lays out what was rearranged while it rested when it is measured or printed', async () => {
    const opened = await browser.openPage({
      html: page('<p>one</p>').replace('<body>', '<body hidden>'),
      resources: new Map(),
    })
    const add = (heightPx: number): number => {
      const box = document.body.appendChild(document.createElement('div'))
      box.style.height = `${heightPx}px`
      box.style.breakBefore = 'page'
      return getComputedStyle(document.body).contentVisibility === 'hidden' ? heightPx : -1
    }
    const measure = (): number[] => [...document.querySelectorAll('div')].map((box) => box.getBoundingClientRect().height)
    expect(await opened.rearrange(add, 40)).toBe(40)
    expect(await opened.evaluate(measure)).toEqual([40])
    expect(await opened.evaluate(() => getComputedStyle(document.body).contentVisibility)).toBe('visible')
    expect(await opened.rearrange(add, 50)).toBe(50)
    expect(Buffer.from(await opened.print()).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3)
    expect(await opened.evaluate(measure)).toEqual([40, 50])
    await opened.close()
  })

  it('runs no script, asks for nothing elsewhere, and stays where it is', async () => {
    const hostile = [
      '<script>document.title = "ran"</script>', '<img src="x.png" onerror="document.title = \'ran\'">',
      '<img src="http://127.0.0.1:1/a.png">', '<img src="file:///etc/passwd">', '<iframe src="https://example.org/"></iframe>',
      '<meta http-equiv="refresh" content="0;url=https://example.org/next">', '<meta http-equiv="refresh" content="0;url=about:blank">',
      '<p id="inline" style="color: rgb(9, 9, 9)">inline</p>', '<object data="https://example.org/o"></object>',
    ]
    const opened = await browser.openPage({html: page(hostile.join('')), resources: new Map()})
    await pause(300)
    const found = await opened.evaluate(() => {
      const inline = document.querySelector('#inline')
      return [document.title, document.location.href, inline && getComputedStyle(inline).color]
    })
    expect(found).toEqual(['T', 'https://page.invalid/', 'rgb(0, 0, 0)'])
    await opened.close()
  })

  it('names what it refused, and what could not be made', async () => {
    const broken = {type: 'image/png', bytes: () => Promise.reject(new Error('no disk'))}
    const opened = await browser.openPage({html: page('<img src="missing.png"><img src="broken.png">'), resources: new Map([['broken.png', broken]])})
    expect([...opened.refused].sort()).toEqual(['https://page.invalid/broken.png', 'https://page.invalid/missing.png'])
    await opened.close()
  })

  it('tells a mistake of our own in the page from a browser that is gone', async () => {
    const opened = await browser.openPage({html: page(''), resources: new Map()})
    await expect(opened.evaluate(() => (undefined as unknown as {x: number}).x)).rejects.toThrow(/in the page: TypeError/)
    expect(await opened.evaluate(() => 1)).toBe(1)
    await opened.close()
  })

  it.runIf(process.platform === 'linux')('has its sandbox on', async () => {
    const opened = await browser.openPage({html: page('<p>x</p>'), resources: new Map()})
    const all = readdirSync('/proc').filter(pid => /^\d+$/.test(pid))
    const main = all.find(pid => commandOf(pid).includes(`--user-data-dir=${folder}/`))
    const renderers = all.filter(pid => groupOf(pid) === main && commandOf(pid).includes('--type=renderer'))
    const filtered = renderers.map(pid => /Seccomp:\t(\d)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    expect(browser.sandbox).toBe(true)
    expect(new Set(filtered)).toEqual(new Set(['2']))
    await opened.close()
  })
})

/** Empty for a process that has ended meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function groupOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]
  } catch {
    return undefined
  }
}

describe('a browser that fails', () => {
  it('is said to be missing when the named one does not start', async () => {
    const result = await openBrowser({...testSurroundings, environment: {DOSSIER_BROWSER: '/nowhere/chrome'}})
    expect(result).toMatchObject({ok: false, hint: expect.stringContaining('leave that variable out')})
    expect(!result.ok && result.says).toContain('DOSSIER_BROWSER names /nowhere/chrome, which is no program')
  })

  it('is noticed when it is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-kill-'))
    const browser = await openTestBrowser({temporaryFolder: async () => folder})
    const opened = await browser.openPage({html: page('<p>x</p>'), resources: new Map()})
    // What nothing holds may be collected before the browser is gone.
    const endless = opened.evaluate(() => new Promise((done) => Object.assign(globalThis, {done})))
    execFileSync('pkill', ['-9', '-f', `user-data-dir=${folder}`])
    await expect(endless).rejects.toMatchObject({name: 'BrowserTrouble', kind: 'gone'})
    await expect(opened.print()).rejects.toBeInstanceOf(BrowserTrouble)
    await browser.close()
    expect(existsSync(folder)).toBe(false)
  }, 20_000)

  it('is ended when it takes more memory than it may', async () => {
    const browser = await openTestBrowser({environment: {...testSurroundings.environment, DOSSIER_MEMORY: '400'}})
    const opened = await browser.openPage({html: page('<p>x</p>'), resources: new Map()})
    expect(await opened.evaluate(() => 1)).toBe(1)
    const greedy = opened.evaluate(() => {
      const held: Uint8Array[] = []
      for (let index = 0; index < 60; index++) held.push(new Uint8Array(2 ** 24).fill(index + 1))
      return new Promise<number>(() => held.length)
    })
    await expect(greedy).rejects.toMatchObject({kind: 'too-large', message: 'it took more than 400 MiB of memory'})
    await browser.close()
  }, 20_000)

  it('is ended when a task takes longer than the limit', async () => {
    const browser = await openTestBrowser({timeLimitMs: 1500})
    const opened = await browser.openPage({html: page('<p>x</p>'), resources: new Map()})
    // A promise that nothing holds is collected, and its evaluation refused.
    const endless = opened.evaluate(() => new Promise((done) => Object.assign(globalThis, {done})))
    await expect(endless).rejects.toMatchObject({kind: 'too-slow'})
    await expect(opened.evaluate(() => 1)).rejects.toMatchObject({kind: 'gone'})
    await browser.close()
  }, 20_000)
})

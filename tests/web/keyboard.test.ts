import type {Page} from 'puppeteer'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {openReadersBrowser, type ReaderPage, type ReadersBrowser} from './open-web-page.ts'
import {english, writeWeb} from './write-web.ts'

let browser: ReadersBrowser
let html: string

beforeAll(async () => {
  browser = await openReadersBrowser()
  html = (await writeWeb(english)).html
})
afterAll(() => browser.close())

/** What has the focus: its id, else its class and words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const one = document.activeElement
    return one?.id ? `#${one.id}` : `${one?.className ?? ''} ${one?.textContent ?? ''}`.trim()
  })
}

function words(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (all) => all.filter((one) => one.getClientRects().length > 0).map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()))
}

describe('in a wide window, by keyboard alone', () => {
  let reader: ReaderPage
  beforeEach(async () => {
    reader = await browser.open(html, {width: 1280})
    return async () => {
      expect(reader.troubles).toEqual([])
      await reader.page.close()
    }
  })

  test('the first stop leads past everything to the text', async () => {
    const {page} = reader
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('skip Skip to the text')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => location.hash)).toBe('#web-text')
  })

  test('a note opens under its call, says so, closes with Escape and gives the focus back', async () => {
    const {page} = reader
    const [note] = await words(page, '#note-1 .note-text')
    await page.focus('#call-1')
    await page.keyboard.press('Enter')
    expect(await words(page, '.opened-note .note-text')).toEqual([note])
    expect(await page.$eval('#call-1', (call) => [call.getAttribute('aria-expanded'), document.getElementById(call.getAttribute('aria-controls') ?? '')?.className])).toEqual(['true', 'opened-note'])
    const [call, box] = await page.$$eval('#call-1, .opened-note', (both) => both.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
    expect((box?.top ?? 0) - (call?.bottom ?? 0)).toBeLessThan(40)
    expect((box?.top ?? 0) - (call?.top ?? 0)).toBeGreaterThan(0)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('close ×')
    await page.keyboard.press('Escape')
    expect(await words(page, '.opened-note')).toEqual([])
    expect(await focused(page)).toBe('#call-1')
    expect(await page.$eval('#call-1', (one) => one.getAttribute('aria-expanded'))).toBe('false')
  })

  test('a note closes at its call and at its cross', async () => {
    const {page} = reader
    for (const key of ['#call-1', '.opened-note .close']) {
      await page.focus('#call-1')
      await page.keyboard.press('Enter')
      await page.focus(key)
      await page.keyboard.press('Enter')
      expect(await words(page, '.opened-note'), key).toEqual([])
      expect(await focused(page)).toBe('#call-1')
    }
  })

  test('an exhibit opens beside the text, takes the focus, and gives it back', async () => {
    const {page} = reader
    await page.focus('#citation-1')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('#web-beside')
    expect(await words(page, '#web-beside h2')).toEqual(['Exhibit 1 The noise'])
    expect(await words(page, '#web-beside .message .text')).toEqual(await words(page, '#exhibit-1 .message .text'))
    expect(await page.$$eval('#web-beside .beside-text [id]', (all) => all.length)).toBe(0)
    const [text, beside] = await page.$$eval('#web-text, #web-beside', (both) => both.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
    expect(beside?.left).toBeGreaterThan(text?.right ?? Infinity)
    expect(beside?.right).toBeLessThanOrEqual(1280)
    await page.keyboard.press('Escape')
    expect(await words(page, '#web-beside')).toEqual([])
    expect(await focused(page)).toBe('#citation-1')
  })

  test('what is found is listed with the words around it, marked, and reached', async () => {
    const {page} = reader
    await page.focus('#web-find-words')
    await page.keyboard.type('HELD   breath')
    await page.waitForSelector('mark.hit')
    const times = await page.$eval('main', (one) => one.textContent?.match(/held breath/g)?.length ?? 0)
    expect(times).toBeGreaterThan(3)
    expect(await words(page, '.found-count')).toEqual([`Places found: ${times}`])
    expect(await words(page, '.found-places mark')).toEqual(Array(times).fill('held breath'))
    expect((await words(page, '.found-places li'))[0]).toContain('noise; “like a held breath”, one of them wrote')
    expect(await page.$$eval('main mark.hit', (all) => all.map((one) => one.textContent).join('').toLowerCase())).toBe('held breath'.repeat(times))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toMatch(/^hit current /)
    expect(await page.$eval('mark.current', (one) => Math.round(one.getBoundingClientRect().top))).toBeGreaterThan(50)
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('#web-find-words')
    expect([await words(page, 'mark.hit'), await words(page, '#web-found')]).toEqual([[], []])
  })

  test.each([['小明', /小明/g], ['王 小 明', /王小明/g], ['„small', /no such words/g], ['WEIR', /weir/gi], ['forty  years', /forty years/g], ['"like a', /“like a/g], ['county\'s', /county’s/g], ['Lower Ashby', /Lower Ashby/g]])('finds %s', async (query, known) => {
    const {page} = reader
    const before = await page.$eval('main', (one) => one.textContent ?? '')
    await page.focus('#web-find-words')
    await page.keyboard.type(query)
    await page.keyboard.press('Enter')
    const found = await page.$$eval('.found-places li', (all) => all.length)
    expect(found).toBe(before.match(known)?.length ?? 0)
    expect(await page.$eval('main', (one) => one.textContent)).toBe(before)
  })

  test('light and dark are switched', async () => {
    const {page} = reader
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await paper()
    await page.focus('#web-dark')
    await page.keyboard.press('Space')
    const dark = await paper()
    expect(dark).not.toBe(light)
    expect(await page.$eval('#web-dark', (one) => one.getAttribute('aria-pressed'))).toBe('true')
    await page.keyboard.press('Space')
    expect(await paper()).toBe(light)
  })

  test('every stop can be seen', async () => {
    const {page} = reader
    const unseen = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([disabled]), summary, [tabindex="0"]')]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => {
        one.focus()
        const {outlineStyle, outlineWidth} = getComputedStyle(one)
        return one.matches(':focus-visible') && (outlineStyle === 'none' || outlineWidth === '0px')
      }).map((one) => one.outerHTML))
    expect(unseen).toEqual([])
  })

  test('on paper notes stand at the end, and what had been opened is closed', async () => {
    const {page} = reader
    await page.focus('#call-1')
    await page.keyboard.press('Enter')
    await page.emulateMediaType('print')
    expect(await words(page, '.opened-note, .bar, .chapter-contents, #web-beside')).toEqual([])
    expect(await words(page, '#note-1 .note-text')).toHaveLength(1)
  })
})

test('in a narrow window a citation leads to the exhibit, and the contents fold', async () => {
  const {page, troubles} = await browser.open(html, {width: 320})
  expect(await page.$eval('.chapter-contents details', (one) => (one as HTMLDetailsElement).open)).toBe(false)
  await page.focus('#citation-1')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => location.hash)).toBe('#exhibit-1')
  expect(await words(page, '#web-beside')).toEqual([])
  await page.focus('#exhibit-1 .cited-by a')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => location.hash)).toBe('#citation-1')
  expect(troubles).toEqual([])
})

describe('without its script', () => {
  test('everything is there and every link lands', async () => {
    const {page, troubles} = await browser.open(html, {width: 768, scripts: false})
    // The browser's own tools run none of the page's scripts here.
    const shown = await page.evaluate(() => [...document.querySelectorAll('.chapter, .note, .chapter-contents li, .message')].filter((one) => one.getClientRects().length === 0).length)
    expect(shown).toBe(0)
    expect(await words(page, '#web-find, #web-dark, #web-beside')).toEqual([])
    const lost = await page.$$eval('a[href^="#"]', (all) => all.filter((one) => !document.getElementById((one as HTMLAnchorElement).hash.slice(1))).length)
    expect(lost).toBe(0)
    await page.click('#call-1')
    expect(await page.evaluate(() => location.hash)).toBe('#note-1')
    await page.click('#note-1 .back')
    expect(await page.evaluate(() => location.hash)).toBe('#call-1')
    await page.click('#citation-1')
    expect(await page.evaluate(() => location.hash)).toBe('#exhibit-1')
    expect(troubles).toEqual([])
  })
})

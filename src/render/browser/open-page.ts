import type {CDPSession, Page} from 'puppeteer'
import {BrowserTrouble, isProtocolError} from './browser-trouble.ts'
import {loadFonts} from './load-fonts.ts'
import {serveFromMemory} from './serve-from-memory.ts'

/** A file that a page may ask for. */
export interface Resource {
  /** Media type: `font/ttf`, `text/css`, `image/png`. */
  readonly type: string
  /** The content, or how to make it: asked for only if the page asks for the file. */
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>)
}

/** A page and all that it may load. */
export interface PageSource {
  /**
   * A whole document, UTF-8. Its styles are linked, never inline: the policy refuses `<style>` and `style=""`. A body
   * that comes `hidden` is shown when its fonts are there.
   */
  readonly html: string
  /** By path, without a leading slash: the document asks for `fonts/a.ttf`. Whatever is not here is refused. */
  readonly resources: ReadonlyMap<string, Resource>
  /** The window in CSS pixels. Default: 1,024 × 1,024. Print layout does not depend on it. */
  readonly viewport?: {readonly width: number; readonly height: number}
}

/** Values that pass between us and the page. */
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json | undefined}

export interface PrintOptions {
  /** Default: true. */
  readonly tagged?: boolean
  /** Default: false. */
  readonly outline?: boolean
  /** Called when the browser has been asked to print: the time for whatever can be done without the print. */
  readonly meanwhile?: () => void
}

/** An open page. All its promises reject with {@link BrowserTrouble}. */
export interface OpenPage {
  /**
   * Calls `task` in the page with `input`, when it is laid out and all its fonts are there. It is sent as text, so it may
   * use nothing of the file it stands in. The page's own scripts are off; ours run, but for timers and event listeners,
   * which count as the page's.
   */
  evaluate<I extends Json | undefined, R>(task: (input: I) => R | Promise<R>, input?: I): Promise<R>
  /** Calls `task` as {@link evaluate} does, while the page rests: what it changes is laid out when it is needed. */
  rearrange<I extends Json | undefined, R>(task: (input: I) => R | Promise<R>, input?: I): Promise<R>
  /**
   * Prints the page as its styles say (`@page` size and margins, backgrounds), tagged. What was put on it since it was
   * loaded has to do with the fonts that are there.
   */
  print(options?: PrintOptions): Promise<Uint8Array>
  /** Picture of what the window shows, as PNG. */
  screenshot(): Promise<Uint8Array>
  /** Addresses that the page asked for and was refused, or that could not be made, in order of first asking. */
  readonly refused: ReadonlySet<string>
  close(): Promise<void>
}

/** Rejects when the browser is gone or a time limit has passed. */
export type Guard = <T>(work: Promise<T>, what: string) => Promise<T>

/**
 * Loads a page under one made-up origin, with every request answered from memory, scripts off and print styles on.
 * Resolves when its pictures are loaded, and the fonts of its text.
 */
export async function openPage(page: Page, source: PageSource, guard: Guard): Promise<OpenPage> {
  const session = await guard(page.createCDPSession(), 'opening a page')
  const served = serveFromMemory(session, source)
  const crashed = new Promise<never>((_, reject) => {
    page.once('error', () => reject(new BrowserTrouble('gone', 'the page crashed')))
  })
  crashed.catch(() => {})
  const within: Guard = (work, what) => guard(Promise.race([work, crashed]), what)
  await within(load({page, session, source, address: served.address}), 'loading the page')
  let shown: '' | 'print' = ''
  // Without a media of ours a page is shown for the screen, and printed for print. It is set ahead of what it is for,
  // without a wait: between the two, the browser would begin to paint.
  const show = async <T>(media: typeof shown, then: () => Promise<T>): Promise<T> => {
    const set = media === shown ? undefined : session.send('Emulation.setEmulatedMedia', {media})
    shown = media
    const [done] = await Promise.all([then(), set])
    return done
  }
  const settled = (): Promise<void> => evaluate(page, settle, undefined)
  return {
    evaluate: (task, input) => within(show('print', () => evaluate(page, task, input, settle)), 'laying the page out'),
    rearrange: (task, input) => within(show('', () => evaluate(page, task, input)), 'laying the page out'),
    // A page that rests is not laid out for its window again after the print.
    print: options => within(show('', () => print(session, options)), 'printing'),
    screenshot: () => within(show('print', settled).then(() => page.screenshot()), 'taking a picture'),
    refused: served.refused,
    close: () => within(page.close(), 'closing the page'),
  }
}

/** Everything is set before the page is asked for: a browser that has just started may answer out of order. */
async function load({page, session, source, address}: {page: Page; session: CDPSession; source: PageSource; address: string}): Promise<void> {
  await Promise.all([
    session.send('Fetch.enable', {patterns: [{urlPattern: '*'}]}),
    page.setJavaScriptEnabled(false),
    page.setViewport(source.viewport ?? {width: 1024, height: 1024}),
  ])
  await page.goto(address, {waitUntil: 'load', timeout: 0})
  await evaluate(page, loadFonts, undefined)
}

/** Text whose font is still on its way is not painted; words that style sheets add ask for theirs when they are laid out. */
async function settle(): Promise<void> {
  document.documentElement.getBoundingClientRect()
  if (document.fonts.status === 'loading') await document.fonts.ready
}

/**
 * The compiler that runs our sources names functions through `__name`, which no page has.
 *
 * @param first what comes before it. Default: nothing.
 */
async function evaluate<I extends Json | undefined, R>(page: Page, task: (input: I) => R | Promise<R>, input: I | undefined, first?: () => Promise<void>): Promise<R> {
  const argument = input === undefined ? 'undefined' : `JSON.parse(${JSON.stringify(JSON.stringify(input))})`
  const before = first ? `await (${first.toString()})();` : ''
  try {
    return await page.evaluate(`(async () => { const __name = value => value; ${before} return (${task.toString()})(${argument}) })()`) as R
  } catch (error) {
    if (isProtocolError(error) || !(error instanceof Error)) throw error
    throw new Error(`in the page: ${error.name}: ${error.message}`, {cause: error})
  }
}

/** The time limit is the guard's. */
async function print(session: CDPSession, {tagged = true, outline = false, meanwhile}: PrintOptions = {}): Promise<Uint8Array> {
  const printing = session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: tagged,
    generateDocumentOutline: outline,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
  })
  // It may fail while this thread does something else.
  printing.catch(() => {})
  meanwhile?.()
  return Buffer.from((await printing).data, 'base64')
}

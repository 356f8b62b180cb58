import type {Protocol} from 'devtools-protocol'
import {BrowserTrouble} from './browser-trouble.ts'
import type {Session} from './devtools-pipe.ts'
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
  /** A whole document, UTF-8. Its styles are linked, never inline: the policy refuses `<style>` and `style=""`. */
  readonly html: string
  /** By path, without a leading slash: the document asks for `fonts/a.ttf`. Whatever is not here is refused. */
  readonly resources: ReadonlyMap<string, Resource>
  /** The window in CSS pixels. Default: 1,024 × 1,024. Print layout does not depend on it. */
  readonly viewport?: {readonly width: number; readonly height: number}
}

/** Values that pass between us and the page. */
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json | undefined}

/** An open page. All its promises reject with {@link BrowserTrouble}. */
export interface OpenPage {
  /**
   * Calls `task` in the page with `input`. It is sent as text, so it may use nothing of the file it stands in.
   * The page's own scripts are off; ours run, but for timers and event listeners, which count as the page's.
   */
  evaluate<I extends Json | undefined, R>(task: (input: I) => R | Promise<R>, input?: I): Promise<R>
  /** Prints the page as its styles say (`@page` size and margins, backgrounds), tagged. */
  print(options?: {readonly tagged?: boolean; readonly outline?: boolean}): Promise<Uint8Array>
  /** Picture of what the window shows, as PNG. */
  screenshot(): Promise<Uint8Array>
  /** Addresses that the page asked for and was refused, in order of first asking. */
  readonly refused: ReadonlySet<string>
  close(): Promise<void>
}

/** Rejects when the browser is gone or a time limit has passed. */
export type Guard = <T>(work: Promise<T>, what: string) => Promise<T>

/**
 * Loads a page under one made-up origin, with every request answered from memory, scripts off and print styles on.
 * Resolves when its pictures and fonts are loaded.
 */
export async function openPage(session: Session, source: PageSource, guard: Guard): Promise<OpenPage> {
  const served = serveFromMemory(session, source)
  const crashed = new Promise<never>((_, reject) => {
    session.on('Inspector.targetCrashed', () => reject(new BrowserTrouble('gone', 'the page crashed')))
  })
  crashed.catch(() => {})
  const within: Guard = (work, what) => guard(Promise.race([work, crashed]), what)
  await within(load(session, source, served.address), 'loading the page')
  return {
    evaluate: (task, input) => within(evaluate(session, task, input), 'laying the page out'),
    print: options => within(print(session, options), 'printing'),
    screenshot: () => within(screenshot(session), 'taking a picture'),
    refused: served.refused,
    close: () => within(session.send('Page.close'), 'closing the page'),
  }
}

/** Everything is set before the page is asked for: a browser that has just started may answer out of order. */
async function load(session: Session, source: PageSource, address: string): Promise<void> {
  const loaded = new Promise<void>(resolve => session.on('Page.loadEventFired', () => resolve()))
  const {width, height} = source.viewport ?? {width: 1024, height: 1024}
  await Promise.all([
    session.send('Page.enable'),
    session.send('Fetch.enable', {patterns: [{urlPattern: '*'}]}),
    session.send('Emulation.setScriptExecutionDisabled', {value: true}),
    session.send('Emulation.setEmulatedMedia', {media: 'print'}),
    session.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: false}),
  ])
  const opened = await session.send('Page.navigate', {url: address})
  if (opened.errorText) throw new BrowserTrouble('refused', `the page did not load: ${opened.errorText}`)
  await loaded
  await evaluate(session, () => {
    document.documentElement.getBoundingClientRect()
    return document.fonts.ready.then(() => true)
  }, undefined)
}

/** The compiler that runs our sources names functions through `__name`, which no page has. */
async function evaluate<I extends Json | undefined, R>(session: Session, task: (input: I) => R | Promise<R>, input?: I): Promise<R> {
  const argument = input === undefined ? 'undefined' : `JSON.parse(${JSON.stringify(JSON.stringify(input))})`
  const answer = await session.send('Runtime.evaluate', {
    expression: `(() => { const __name = value => value; return (${task.toString()})(${argument}) })()`,
    awaitPromise: true,
    returnByValue: true,
  })
  if (answer.exceptionDetails) throw new Error(wordsOf(answer.exceptionDetails))
  return answer.result.value as R
}

function wordsOf(details: Protocol.Runtime.ExceptionDetails): string {
  return `in the page: ${details.exception?.description ?? details.text}`
}

async function print(session: Session, options: Parameters<OpenPage['print']>[0] = {}): Promise<Uint8Array> {
  const {stream} = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: options.tagged ?? true,
    generateDocumentOutline: options.outline ?? false,
    transferMode: 'ReturnAsStream',
  })
  if (!stream) throw new BrowserTrouble('refused', 'the browser printed nothing')
  const pieces: Buffer[] = []
  for (let last = false; !last;) {
    const piece = await session.send('IO.read', {handle: stream, size: pieceBytes})
    pieces.push(Buffer.from(piece.data, piece.base64Encoded ? 'base64' : 'utf8'))
    last = piece.eof
  }
  await session.send('IO.close', {handle: stream})
  return Buffer.concat(pieces)
}

const pieceBytes = 8 * 1024 * 1024

async function screenshot(session: Session): Promise<Uint8Array> {
  return Buffer.from((await session.send('Page.captureScreenshot', {format: 'png'})).data, 'base64')
}

import type {PuppeteerNode} from 'puppeteer'

/** Puppeteer, when it is wanted: a check of the sources needs no browser. */
export async function loadPuppeteer(): Promise<Pick<PuppeteerNode, 'launch' | 'executablePath'>> {
  return (await import('puppeteer')).default
}

import {createRequire} from 'node:module'
import type {PuppeteerNode} from 'puppeteer'

/**
 * Puppeteer, when it is wanted. As one of `require` it loads in a third of a second less than as hundreds of modules
 * that the compiler which runs our sources looks at one by one: as long as a browser takes to start twice.
 */
export function loadPuppeteer(): Pick<PuppeteerNode, 'launch' | 'executablePath'> {
  return (createRequire(import.meta.url)('puppeteer') as {default: PuppeteerNode}).default
}

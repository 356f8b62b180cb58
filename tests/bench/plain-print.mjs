import {writeFileSync} from 'node:fs'
import puppeteer from 'puppeteer'

/** Prints one HTML file plainly, as anyone with Puppeteer would: `plain-print.mjs BROWSER HTML PDF`. */
const [executablePath, html, pdf] = process.argv.slice(2)
const flags = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--disable-dev-shm-usage']
const browser = await puppeteer.launch({executablePath, args: flags, pipe: true, headless: 'shell', protocolTimeout: 0})
const page = await browser.newPage()
await page.goto(`file://${html}`, {timeout: 0})
await page.evaluate('document.fonts.ready.then(() => true)')
writeFileSync(pdf, await page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0}))
await browser.close()

import type {CDPSession} from 'puppeteer'
import type {PageSource, Resource} from './open-page.ts'

/**
 * The origin of every page. It is not the address that internal links are printed with: a link into the page's own
 * origin would be resolved by the browser, in time that grows with the square.
 */
const origin = 'https://page.invalid/'

/**
 * Styles, pictures and fonts of the page's own, and nothing else. `sandbox` without `allow-scripts` also switches off
 * what needs no script: `<meta http-equiv=refresh>`, forms, downloads, popups.
 */
const policy = [
  `default-src 'none'`, `style-src ${origin}`, `img-src ${origin}`, `font-src ${origin}`,
  `base-uri 'none'`, `form-action 'none'`, `frame-ancestors 'none'`, `sandbox allow-same-origin`,
].join('; ')

/** Asked for by the browser itself. */
const favicon = `${origin}favicon.ico`

/**
 * Answers every request of the page from memory; refuses what is not there, and every navigation but the first. The
 * reason `Aborted` leaves the page as it is; others put an error page in its place.
 */
export function serveFromMemory(session: CDPSession, source: PageSource): {address: string; refused: ReadonlySet<string>} {
  const refused = new Set<string>()
  let opened = false
  session.on('Fetch.requestPaused', ({requestId, request, resourceType}) => {
    const isDocument = resourceType === 'Document'
    const resource = isDocument && !opened && request.url === origin ? documentOf(source) : isDocument ? undefined : find(source, request.url)
    opened ||= isDocument
    const refuse = (): Promise<void> => {
      if (request.url !== favicon) refused.add(request.url)
      return session.send('Fetch.failRequest', {requestId, errorReason: 'Aborted'})
    }
    const answered = resource ? answer(session, requestId, resource).then(made => made ? undefined : refuse()) : refuse()
    answered.catch(() => {})
  })
  return {address: origin, refused}
}

function documentOf(source: PageSource): Resource {
  return {type: 'text/html; charset=utf-8', bytes: Buffer.from(source.html, 'utf8')}
}

function find(source: PageSource, url: string): Resource | undefined {
  if (!url.startsWith(origin)) return undefined
  return source.resources.get(url.slice(origin.length))
}

/** @returns `false` for what can't be made */
async function answer(session: CDPSession, requestId: string, {type, bytes}: Resource): Promise<boolean> {
  const made = typeof bytes === 'function' ? await bytes().catch(() => undefined) : bytes
  if (!made) return false
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      {name: 'Content-Type', value: type},
      {name: 'Content-Security-Policy', value: policy},
      {name: 'X-Content-Type-Options', value: 'nosniff'},
      {name: 'Cache-Control', value: 'no-store'},
      {name: 'Referrer-Policy', value: 'no-referrer'},
    ],
    body: Buffer.from(made.buffer, made.byteOffset, made.byteLength).toString('base64'),
  })
  return true
}

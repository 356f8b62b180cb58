import type {ElementContent, Root} from 'hast'
import {element, text} from '../edition/elements.ts'
import {writeXhtml} from './write-xml.ts'

/** One file of a publication. */
export interface XhtmlDocument {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** Style sheets in their order. */
  readonly styles: readonly string[]
  /** Division of the publication: `frontmatter`, `bodymatter`, `backmatter`. */
  readonly type?: string | undefined
  readonly body: readonly ElementContent[]
}

/**
 * Lets in what lies beside the file, and no server (CSP 3). Reading systems put styles and scripts of their own into a
 * page, and give its files as `blob:` or `data:`; browsers do not all take a file for one of its own origin: these may.
 */
const policy = `default-src 'self' 'unsafe-inline' blob: data: file:; object-src 'none'; base-uri 'none'; form-action 'none'`

/** A whole XHTML document (EPUB 3.3 §6.1), that a browser reads as it is. */
export function xhtmlDocument({title, language, styles, type, body}: XhtmlDocument): string {
  const head = element('head', {}, [
    element('meta', {charSet: 'utf-8'}),
    element('meta', {httpEquiv: ['Content-Security-Policy'], content: policy}),
    element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    element('title', {}, [title.trim() === '' ? '…' : title]),
    ...styles.map((name) => element('link', {rel: ['stylesheet'], href: name, type: 'text/css'})),
  ])
  const root: Root = {
    type: 'root',
    children: [
      {type: 'doctype'},
      text('\n'),
      element('html', {'xmlns:epub': 'http://www.idpf.org/2007/ops', lang: language, xmlLang: language}, [
        text('\n'), head, text('\n'),
        element('body', {...(type && {'epub:type': type})}, [text('\n'), ...body, text('\n')]),
        text('\n'),
      ]),
    ],
  }
  return writeXhtml(root)
}

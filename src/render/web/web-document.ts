import {createHash} from 'node:crypto'
import type {Element, ElementContent, Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {markupText} from '../../model/markup-text.ts'
import {element, text} from '../edition/elements.ts'

/** One page, whole. */
export interface WebDocument {
  readonly title: string
  readonly language: string
  readonly author?: string | undefined
  readonly body: readonly ElementContent[]
  /** Rules of every style sheet, fonts among them. */
  readonly style: string
  readonly scripts: readonly string[]
}

/** The page as HTML. Its policy lets in what stands in it and nothing else: not one request leaves it (CSP 3). */
export function webDocument({title, language, author, body, style, scripts}: WebDocument): string {
  const styleText = withoutEnd(style, 'style')
  const scriptTexts = scripts.map((one) => withoutEnd(one, 'script').replaceAll('<!--', '<\\!--'))
  const head = element('head', {}, [
    element('meta', {charSet: 'utf-8'}),
    element('meta', {httpEquiv: ['Content-Security-Policy'], content: policy(styleText, scriptTexts)}),
    element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    element('meta', {name: 'referrer', content: 'no-referrer'}),
    element('meta', {name: 'color-scheme', content: 'light dark'}),
    ...(author === undefined ? [] : [element('meta', {name: 'author', content: author})]),
    element('title', {}, [title]),
    element('style', {}, [styleText]),
  ])
  const whole = [...body, ...scriptTexts.map((one) => element('script', {type: 'module'}, [one]))]
  const root: Root = {type: 'root', children: [{type: 'doctype'}, element('html', {lang: language}, [head, text('\n'), element('body', {}, whole)])]}
  clean(root)
  return `${unified().use(rehypeStringify, {allowDangerousHtml: false}).stringify(root)}\n`
}

function policy(style: string, scripts: readonly string[]): string {
  const allowed = scripts.length === 0 ? `'none'` : scripts.map(hashOf).join(' ')
  return `default-src 'none'; style-src ${hashOf(style)}; script-src ${allowed}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`
}

/** Of what the parser will read, to the byte. */
function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}

/** A sheet or script as it may stand in the page: no end of its own element within, and characters as a parser keeps them. */
function withoutEnd(content: string, name: string): string {
  return markupText(content).replace(new RegExp(`</(?=${name})`, 'gi'), '<\\/')
}

function clean(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type === 'text') child.value = markupText(child.value)
    if (child.type !== 'element') continue
    for (const [name, value] of Object.entries(child.properties)) if (typeof value === 'string') child.properties[name] = markupText(value)
    clean(child)
  }
}

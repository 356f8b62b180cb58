import Handlebars from 'handlebars'
import type {Element, ElementContent, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {SKIP, visit} from 'unist-util-visit'

/** Trees that go where a template says `{{slot "name"}}`. */
export type Slots = Readonly<Record<string, readonly ElementContent[]>>

/** Fills a template with a plain record and trees. Throws what Handlebars throws for a template that does not work. */
export type FillTemplate = (name: string, view: object, slots?: Slots) => Root

const mark = 'x-slot'

/**
 * Compiles the templates. Every template may use every other one as a partial (`{{> message}}`) and these helpers:
 * `{{word "key" value…}}`, words of the interface with `{}` filled in order; `{{slot "name"}}`, where a tree goes;
 * `{{page "anchor"}}`, the words for a printed page with its number; `{{folio "anchor"}}`, the number alone;
 * `{{phrases title}}`, a title whose lines break at its marks where they can.
 *
 * @param templates name without ending to text
 * @param words words of the interface
 */
export function compileTemplates(templates: ReadonlyMap<string, string>, words: Readonly<Record<string, string>>): FillTemplate {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('word', (key: string, ...values: unknown[]) => fillWord(words, key, values.slice(0, -1)))
  handlebars.registerHelper('slot', (name: string) => new handlebars.SafeString(`<${mark} name="${handlebars.escapeExpression(name)}"></${mark}>`))
  handlebars.registerHelper('folio', (anchor: string) => new handlebars.SafeString(folioLink(handlebars.escapeExpression(anchor))))
  handlebars.registerHelper('page', (anchor: string) => new handlebars.SafeString(pageReference(words, handlebars.escapeExpression(anchor))))
  handlebars.registerHelper('phrases', (title: string) => new handlebars.SafeString(phrasesOf(title).map((one) => phrase(one, handlebars.escapeExpression)).join('')))
  const options = {strict: true, knownHelpersOnly: true, knownHelpers: {word: true, slot: true, folio: true, page: true, phrases: true}}
  const compiled = new Map([...templates].map(([name, text]) => [name, handlebars.compile(text, options)]))
  for (const [name, template] of compiled) handlebars.registerPartial(name, template)
  return (name, view, slots = {}) => {
    const template = compiled.get(name)
    if (!template) throw new Error(`no template "${name}"`)
    return fillSlots(fromHtml(template(view), {fragment: true}), slots)
  }
}

/** One word of the interface, `{}` replaced by the values in order. A missing word prints its key. */
export function fillWord(words: Readonly<Record<string, string>>, key: string, values: readonly unknown[] = []): string {
  let index = 0
  return (words[key] ?? key).replace(/\{\}/g, () => String(values[index++] ?? ''))
}

/** A part in a box of its own, its space after it, where it is not lost. */
function phrase(part: string, escape: (text: string) => string): string {
  const words = part.trimEnd()
  return `<span class="phrase">${escape(words)}</span>${part.slice(words.length)}`
}

/** The parts of a title, each with the mark that closes it. */
function phrasesOf(title: string): string[] {
  return title.match(/.+?(?:[：；，。！？]+|[:;,!?]\s+|\s[–—]\s+|——|$)/gsu) ?? [title]
}

function folioLink(anchor: string): string {
  return `<a class="folio" href="#${anchor}" data-page-of="${anchor}"></a>`
}

function pageReference(words: Readonly<Record<string, string>>, anchor: string): string {
  const [before = '', after = ''] = (words['page-reference'] ?? '{}').split('{}').map((part) => Handlebars.escapeExpression(part))
  return `<span class="page-ref">${before}${folioLink(anchor)}${after}</span>`
}

function fillSlots(tree: Root, slots: Slots): Root {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName !== mark || !parent || index === undefined) return undefined
    const filling = slots[String(node.properties.name)] ?? []
    parent.children.splice(index, 1, ...filling)
    return [SKIP, index + filling.length]
  })
  visit(tree, (node) => {
    delete node.position
  })
  return tree
}

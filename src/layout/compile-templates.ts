import Handlebars from 'handlebars'
import type {ElementContent, Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {parseFragment} from 'parse5'
import {elementsIn} from '../model/elements-in.ts'
import {attributeFault, elementFault} from '../model/loading-markup.ts'
import {namedFolder} from '../model/named-file.ts'
import {fillTemplate, Markup, type Helper} from './fill-template.ts'
import {keepEndsTogether} from './keep-together.ts'
import {parseTemplate} from './parse-template.ts'

/** Trees that go where a template says `{{slot "name"}}`. */
export type Slots = Readonly<Record<string, readonly ElementContent[]>>

/** What is wrong with a template, in words of Handlebars or ours. */
export class TemplateTrouble extends Error {
  override readonly name = 'TemplateTrouble'
  /** Its own name, then those of the templates within it: the trouble may be in any. */
  readonly uses: readonly string[]

  constructor(says: string, uses: readonly string[], cause: unknown) {
    super(says, {cause})
    this.uses = uses
  }
}

/** Fills a template with a plain record and trees. Throws {@link TemplateTrouble} for a template that does not work. */
export type FillTemplate = (name: string, view: object, slots?: Slots) => Root

const mark = 'x-slot'
/** Where links may lead: a template is filled with what a source says, `javascript:` too. */
const followed = /^(?:#|https?:\/\/|mailto:)/i

/**
 * Readies the templates. Every template may use every other one as a partial (`{{> message}}`) and these helpers:
 * `{{word "key" value…}}`, words of the interface with `{}` filled in order; `{{slot "name"}}`, where a tree goes;
 * `{{page "anchor"}}`, the words for a printed page with its number, with `"in-brackets"` behind it in brackets; `{{folio "anchor"}}`, the number alone;
 * `{{address link}}`, an address whose lines break after its slashes; `{{phrases title}}`, a title whose lines break at its marks where they can.
 *
 * @param templates name without ending to text
 * @param words words of the interface
 */
export function compileTemplates(templates: ReadonlyMap<string, string>, words: Readonly<Record<string, string>>): FillTemplate {
  const parsed = new Map<string, hbs.AST.Program>()
  for (const [name, text] of templates) parsed.set(name, parseNamed(name, text))
  const helpers: Readonly<Record<string, Helper>> = {
    word: (key, ...values) => fillWord(words, String(key), values),
    slot: (name) => new Markup(`<${mark} name="${escape(name)}"></${mark}>`),
    folio: (anchor) => new Markup(folioLink(escape(anchor))),
    page: (anchor, form) => new Markup(pageReference(words, escape(anchor), form === 'in-brackets' ? form : 'reference')),
    address: (address) => new Markup(String(address).split(/(?<=[/?&=-])(?![/?&=-])/).map(escape).join('<wbr>')),
    phrases: (title) => new Markup(phrasesOf(String(title)).map(phrase).join('')),
  }
  return (name, view, slots = {}) => {
    const tree = filled(name, () => {
      const root = fromParse5(parseFragment(fillTemplate(name, view, {templates: parsed, helpers}), {scriptingEnabled: false})) as Root
      checkLoading(root)
      return root
    }, parsed)
    keepEndsTogether(tree.children as ElementContent[])
    return fillSlots(tree, slots)
  }
}

/** What a template loads or runs once it is filled; throws with the first. A link that is not to be followed is none. */
function checkLoading(tree: Root): void {
  for (const {tagName, properties} of elementsIn(tree)) {
    const said = elementFault(tagName)?.says ?? Object.entries(properties).map(([name, value]) => faultOf(tagName, name, String(value))).find((one) => one !== undefined)
    if (said !== undefined) throw new Error(`${said}: nothing may load from elsewhere or run`)
  }
}

function faultOf(tagName: string, property: string, value: string): string | undefined {
  if (tagName === 'a' && property === 'href') return undefined
  if (tagName === 'img' && property === 'src') return value.startsWith(namedFolder) ? undefined : `picture ${value.slice(0, 60)}, which is no file that the template names`
  return attributeFault(tagName, attributeOf(property), value)?.says
}

/** The attribute that a property of the tree stands for, as far as it matters here. */
function attributeOf(property: string): string {
  if (/^(?:clipPath|marker(?:Start|Mid|End))$/.test(property)) return property.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)
  return property.toLowerCase().replace(/^(xlink|xml)(?=href|base)/, '$1:')
}

function parseNamed(name: string, text: string): hbs.AST.Program {
  try {
    return parseTemplate(text)
  } catch (error) {
    throw new TemplateTrouble(`${name}.hbs: ${error instanceof Error ? error.message : String(error)}`, [name], error)
  }
}

function filled(name: string, fill: () => Root, parsed: ReadonlyMap<string, hbs.AST.Program>): Root {
  try {
    return fill()
  } catch (error) {
    throw new TemplateTrouble(`${name}.hbs, ${error instanceof Error ? error.message : String(error)}`, usedBy(name, parsed), error)
  }
}

/** A template and all that it puts in as partials, and these. */
function usedBy(name: string, parsed: ReadonlyMap<string, hbs.AST.Program>): string[] {
  const used = new Set([name])
  for (const one of used) {
    const program = parsed.get(one)
    if (program) collectPartials(program, used)
  }
  return [...used]
}

function collectPartials({body}: hbs.AST.Program, used: Set<string>): void {
  for (const statement of body) {
    if (statement.type === 'PartialStatement') used.add(((statement as hbs.AST.PartialStatement).name as hbs.AST.PathExpression).original)
    const {program, inverse} = statement as Partial<hbs.AST.BlockStatement>
    for (const inner of [program, inverse]) if (inner) collectPartials(inner, used)
  }
}

function escape(value: unknown): string {
  return Handlebars.escapeExpression(String(value))
}

/** One word of the interface, `{}` replaced by the values in order. A missing word prints its key. */
export function fillWord(words: Readonly<Record<string, string>>, key: string, values: readonly unknown[] = []): string {
  let index = 0
  return (words[key] ?? key).replace(/\{\}/g, () => String(values[index++] ?? ''))
}

/** A part in a box of its own, its space after it, where it is not lost. */
function phrase(part: string): string {
  const words = part.trimEnd()
  const end = closingQuote.exec(words)?.[0] ?? ''
  const glued = end === '' ? '' : `<span class="glue">${escape(end)}</span>`
  return `<span class="phrase">${escape(words.slice(0, words.length - end.length))}${glued}</span>${part.slice(words.length)}`
}

/**
 * A quote that closes a phrase, and the character that it closes. A browser trusts that the blank half of the quote may be
 * cut at the end of a line, does not cut it at the end of the last one, and prints all pages smaller since one line is too
 * wide: kept with its character, the quote goes to a line where it has room.
 */
const closingQuote = /\p{Script=Han}[”’]+$/u

/** The parts of a title, each with the mark that closes it. */
function phrasesOf(title: string): string[] {
  return title.match(/.+?(?:[：；，。！？]+|[:;,!?]\s+|\s[–—]\s+|——|$)/gsu) ?? [title]
}

function folioLink(anchor: string): string {
  return `<a class="folio" href="#${anchor}" data-page-of="${anchor}"></a>`
}

function pageReference(words: Readonly<Record<string, string>>, anchor: string, form: 'reference' | 'in-brackets'): string {
  const [before = '', after = ''] = (words[`page-${form}`] ?? '{}').split('{}').map(escape)
  return `<span class="page-ref">${before}${folioLink(anchor)}${after}</span>`
}

/** Puts the trees into their slots, and takes out positions and links that are not to be followed, all in one pass. */
function fillSlots(tree: Root, slots: Slots): Root {
  return {type: 'root', children: settle(tree.children as ElementContent[], slots)}
}

function settle(nodes: readonly ElementContent[], slots: Slots): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{type: 'text', value: node.value}]
    if (node.type !== 'element') return [node]
    if (node.tagName === mark) return settle(slots[String(node.properties['name'])] ?? [], {})
    const {tagName, properties} = node
    const {href} = properties
    if (href !== undefined && !followed.test(String(href))) delete properties['href']
    return [{type: 'element', tagName, properties, children: settle(node.children, slots)}]
  })
}

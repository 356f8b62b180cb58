import type {FootnoteDefinition, Nodes, Paragraph, Root, Text} from 'mdast'
import type {Position} from 'unist'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {hintNearest} from '../model/nearest-name.ts'
import {nodesIn} from '../model/nodes-in.ts'
import type {Place} from '../model/place.ts'
import type {MessageMeta, Meta} from '../model/source.ts'
import {report} from '../report/report.ts'
import {findUnescaped} from './find-unescaped.ts'
import type {InlineNote} from './inline-note-syntax.ts'

/**
 * Gives every inline note `^[text]` a name, and leaves in its place a call as in `[^name]`; the definitions go to the
 * end of the tree. The names (`inline-1`) are ones that no note of the source bears.
 */
export function liftInlineNotes(tree: Root): void {
  if (nodesIn(tree, 'inlineNote').length === 0) return
  const taken = new Set(nodesIn(tree, 'footnoteDefinition', 'footnoteReference').map(({identifier}) => identifier))
  const definitions: FootnoteDefinition[] = []
  let count = 0
  visit(tree, 'inlineNote', (note: InlineNote, index, parent) => {
    do count++
    while (taken.has(`inline-${count}`))
    const identifier = `inline-${count}`
    const position = note.position ? {position: note.position} : {}
    if (parent && index !== undefined) parent.children[index] = {type: 'footnoteReference', identifier, label: identifier, ...position}
    definitions.push({
      type: 'footnoteDefinition', identifier, label: identifier, ...position,
      children: [{type: 'paragraph', children: note.children, ...position}]
    })
  })
  tree.children.push(...definitions)
}

/**
 * Makes words of what Markdown reads as a link whose name begins with `^`: a note was meant, whose name has a space.
 *
 * @param text that was parsed
 */
export function unlinkNotes(tree: Root, text: string): void {
  if (!nodesIn(tree, 'definition').some(({label}) => label?.startsWith('^'))) return
  visit(tree, ['definition', 'linkReference', 'imageReference'], (node, index, parent) => {
    if (!('label' in node) || !node.label?.startsWith('^') || !parent || index === undefined) return
    const {start, end} = node.position ?? {}
    const value = node.type === 'definition' ? `[${node.label}]: ${node.url}${node.title ? ` ${node.title}` : ''}` : text.slice(start?.offset, end?.offset)
    const words: Text = {type: 'text', value, ...(node.position && {position: node.position})}
    const children = parent.children as Nodes[]
    children[index] = node.type === 'definition' ? paragraphOf(words) : words
  })
}

function paragraphOf(words: Text): Paragraph {
  return {type: 'paragraph', children: [words], ...(words.position && {position: words.position})}
}

/** Checks that every note called is defined, every note defined is called, and none is defined twice. */
export function checkNotes(source: {file: VFile; text: string; meta: Meta | undefined}, tree: Root): void {
  const {file, text, meta} = source
  const definitions = new Map<string, FootnoteDefinition>()
  const inHeaders = meta?.kind === 'exhibit' ? meta.messages.flatMap(calledInHeaders) : []
  const called = new Set(inHeaders)
  const involved = nodesIn(tree, 'footnoteReference', 'footnoteDefinition', 'text')
  for (const node of involved) {
    if (node.type === 'footnoteReference') called.add(node.identifier)
    if (node.type === 'footnoteDefinition') define(file, definitions, node)
  }
  const names = [...definitions.values()].map(nameOf)
  for (const node of involved) {
    if (node.type === 'footnoteReference' && !definitions.has(node.identifier)) complainMissing(file, nameOf(node), {names, place: node.position})
    if (node.type !== 'text') continue
    for (const found of findUnescaped(text, node, new RegExp(spacedName, 'gu'))) complainSpace(file, found.words[1] ?? '', found.position)
    for (const found of findUnescaped(text, node, /\[\^([^\]\s[]+)\]/g)) {
      complainMissing(file, found.words[1] ?? '', {names, place: found.position})
    }
  }
  for (const name of inHeaders) if (!definitions.has(name)) complainMissing(file, name, {names, place: lineOf(file, `[^${name}]`)})
  if (meta?.kind === 'notes') return
  for (const [identifier, definition] of definitions) if (!called.has(identifier)) complainUncalled(file, definition)
}

/** A name with a space in it: Markdown reads no note there, but words, or a link. */
const spacedName = /\[\^((?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}._-]{1,80}(?:[ \t\n]+[\p{L}\p{N}\p{M}._-]{1,80}){1,12})\]/u

function complainSpace(file: VFile, name: string, place: Position | undefined): void {
  report(file, 'parse-note-name', `Unexpected space in the name of a note [^${name}], expected none`, {
    place,
    hint: `It is printed as words. Write [^${name.replace(/\s+/g, '-')}] where it is called and where it is defined.`
  })
}

/** Notes that header lines call as `[^name]`; normalized as Markdown's own. */
function calledInHeaders({headers, forwarded = []}: MessageMeta): string[] {
  const names = Object.values(headers).flatMap(value => [...value.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, name = '']) => name.toLowerCase()))
  return [...names, ...forwarded.flatMap(calledInHeaders)]
}

/** The first line in which words stand, case aside: values of the frontmatter have no place of their own. */
function lineOf(file: VFile, words: string): Place | undefined {
  const line = String(file).split('\n').findIndex(one => one.toLowerCase().includes(words))
  return line < 0 ? undefined : {file: file.path, line: line + 1}
}

function define(file: VFile, definitions: Map<string, FootnoteDefinition>, node: FootnoteDefinition): void {
  const first = definitions.get(node.identifier)
  if (!first) {
    definitions.set(node.identifier, node)
    return
  }
  report(file, 'parse-note-once', `Unexpected second definition of the note [^${nameOf(node)}], expected one`, {
    place: node.position,
    related: {place: {file: file.path, line: first.position?.start.line ?? 1}, says: 'The first one stands here'},
    hint: 'Give one of the two another name.'
  })
}

function complainMissing(file: VFile, name: string, at: {names: string[]; place: Position | Place | undefined}): void {
  report(file, 'parse-note-exists', `Unexpected call of the note [^${name}], expected a definition [^${name}]: of it`, {
    place: at.place,
    hint: hintNearest(name, at.names) ?? `Define it: \`[^${name}]: …\`, or escape the bracket: \`\\[\`.`
  })
}

function complainUncalled(file: VFile, node: FootnoteDefinition): void {
  report(file, 'parse-note-called', `Unexpected definition of the note [^${nameOf(node)}], expected a call of it in the text`, {
    place: node.position,
    hint: `Put [^${nameOf(node)}] where the note belongs, or take the definition away.`
  })
}

/** The name as it was written; the parser keeps a folded one beside it. */
function nameOf(node: {identifier: string; label?: string | null | undefined}): string {
  return node.label ?? node.identifier
}

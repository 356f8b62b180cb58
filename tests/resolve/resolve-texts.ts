import {VFile} from 'vfile'
import type {Nodes} from 'mdast'
import type {Dossier} from '../../src/model/dossier.ts'
import type {Lists} from '../../src/model/lists.ts'
import type {ShownPicture} from '../../src/model/picture.ts'
import type {Settings} from '../../src/model/settings.ts'
import {parseSource} from '../../src/parse/parse-source.ts'
import {readLists} from '../../src/read/read-lists.ts'
import {resolveDossier} from '../../src/resolve/resolve-dossier.ts'

const settings: Settings = {page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}

/** Resolves sources written as text, by path, the editor's lists among them. Every one must parse without a message. */
export function resolveTexts(texts: Readonly<Record<string, string>>, given: Partial<Settings> = {}, lists?: Lists): {dossier: Dossier; files: VFile[]} {
  const all = Object.entries(texts).map(([path, value]) => new VFile({path, value}))
  const files = all.filter(({path}) => path.endsWith('.md'))
  const listFiles = all.filter(({path}) => path.endsWith('.yaml'))
  const drafts = files.flatMap((file) => parseSource(file) ?? [])
  const ownLists = lists ?? readLists(listFiles)
  const trouble = files.flatMap((file) => file.messages.map(String))
  if (trouble.length > 0 || drafts.length < files.length) throw new Error(`The test's sources do not parse: ${trouble.join('; ')}`)
  const file = new VFile({path: 'dossier.yaml'})
  const dossier = resolveDossier({drafts, settings: {...settings, ...given}, originals: [], pictures: picturesIn(texts), changes: [], file, lists: ownLists})
  return {dossier, files: [...files, ...listFiles, file]}
}

/** Every picture that a text shows, as if it were there. */
function picturesIn(texts: Readonly<Record<string, string>>): ShownPicture[] {
  return Object.entries(texts).flatMap(([source, text]) => [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, reference = '']) => (
    {source, reference, path: reference, name: reference, type: 'image/png', bytes: new Uint8Array(), width: 1, height: 1}
  )))
}

/**
 * A body as one line: citations as `‹…›`, calls as `^1`, blocks apart by ` / `, other nodes by their words.
 */
export function bodyWords(node: Nodes, dossier: Dossier): string {
  if (node.type === 'citation') return `‹${node.value}›`
  if (node.type === 'call') return `^${dossier.notes.find((note) => note.id === node.note)?.number}`
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  return node.children.map((child) => bodyWords(child, dossier)).join(['root', 'blockquote', 'list'].includes(node.type) ? ' / ' : '')
}

/** An exhibit of one message with these header lines, each `label: value`. */
export function mail(headers: Readonly<Record<string, string>>, body = 'Text.'): string {
  const lines = Object.entries(headers).map(([label, value]) => `      ${label}: ${JSON.stringify(value)}`)
  return ['---', 'messages:', '  - headers:', ...lines, '---', '', body, ''].join('\n')
}

import type {Nodes} from 'hast'
import type {VFile} from 'vfile'
import type {Book} from '../model/book.ts'
import type {InputFile} from '../model/input-file.ts'
import {inlineTags} from '../model/inline-tags.ts'
import {redactorFor} from '../model/redaction.ts'
import type {Redaction} from '../model/settings.ts'
import {report} from '../report/report.ts'

/**
 * Looks for words that the editor had taken out in everything that a Book holds: texts, also across elements, attributes,
 * titles, authors, settings, names of pictures and attachments.
 *
 * Reports `layout-redaction-holds` with the chapter, never with the words.
 */
export function checkRedactions(book: Book, redactions: readonly Redaction[], file: VFile): void {
  if (redactions.length === 0) return
  const {isIn, heldBy, redact} = redactorFor(redactions)
  const {chapters, attachments, words: _, ...rest} = book
  const texts: Held[] = [
    {where: 'what the dossier says of itself', words: stringsIn({...rest, settings: {...rest.settings, silence: []}, pictures: []}), addresses: rest.pictures.flatMap(({name, reference}) => [name, reference.startsWith('data:') ? '' : reference])},
    {where: 'the attachments', words: attachments.flatMap(wordsOfFile), addresses: attachments.map((one) => one.file)},
    ...chapters.map(({body, notes, ...chapter}) => {
      const trees = [body, ...notes.flatMap((note) => note.children)]
      return {where: `the chapter “${redact(chapter.title)}”`, words: [...stringsIn(chapter), ...trees.flatMap(blocksIn)], addresses: trees.flatMap(addressesIn)}
    }),
  ]
  for (const {where, words, addresses} of texts) {
    if (words.some(isIn) || addresses.some((one) => heldBy(one).length > 0)) report(file, 'layout-redaction-holds', `Unexpected words in ${where} that a redaction takes out, expected none`, {hint: 'They came in by a template or a word of the interface. Change it, or take out words that do not stand there.'})
  }
}

interface Held {
  readonly where: string
  readonly words: readonly string[]
  readonly addresses: readonly string[]
}

/** Texts of the editorial log; of any other file all as one. */
function wordsOfFile({kind, bytes}: InputFile): string[] {
  const text = new TextDecoder().decode(bytes)
  return kind === 'log' ? stringsIn(JSON.parse(text)) : [text]
}

/** Words of a tree, block by block, and of each attribute that has words. */
function blocksIn(node: Nodes): string[] {
  const blocks = ['']
  const walk = (one: Nodes): void => {
    if (one.type === 'text') blocks.push((blocks.pop() ?? '') + one.value)
    if (!('children' in one)) return
    const isBlock = one.type !== 'element' || !inlineTags.has(one.tagName)
    if (one.type === 'element') blocks.unshift(...['alt', 'title', 'ariaLabel'].map((name) => String(one.properties[name] ?? '')))
    if (isBlock) blocks.push('')
    one.children.forEach(walk)
    if (isBlock) blocks.push('')
  }
  walk(node)
  return blocks.filter((words) => words.trim() !== '')
}

function addressesIn(node: Nodes): string[] {
  const own = node.type === 'element' ? ['href', 'src', 'id'].map((name) => String(node.properties[name] ?? '')).filter((one) => one !== '') : []
  return 'children' in node ? [...own, ...node.children.flatMap(addressesIn)] : own
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.values(value).flatMap(stringsIn)
}

import type {FileContent} from '../../src/model/world.ts'
import {mutateText, pickerFrom, textMutations, type Pick} from './mutate-text.ts'

/** Files of an edition with one thing wrong. */
export interface MutatedFiles {
  readonly files: readonly FileContent[]
  readonly says: string
}

const elementMutations = ['delete an element', 'double an element', 'swap two elements', 'delete a mark of a page', 'swap two marks of pages'] as const
const kinds = [...textMutations, ...elementMutations]
const elements = /<(p|li|td|th|h[2-6]|dd|dt|pre|aside|blockquote)\b[^>]*>(?:(?!<\1\b)[^])*?<\/\1>/g
const marks = /<span\b[^>]*\bdoc-pagebreak\b[^>]*>\s*<\/span>/g

/** Files with one mutation each, in the text of their chapters as it stands in the file. */
export function* mutatedFiles(files: readonly FileContent[], {seed, count}: {seed: number; count: number}): Generator<MutatedFiles> {
  const pick = pickerFrom(seed)
  const texts = files.flatMap((file, index) => (/\.x?html$/.test(file.path) && !/nav\.xhtml$/.test(file.path) ? [{index, path: file.path, text: textOf(file.content)}] : []))
  let made = 0
  for (let turn = 0; made < count && turn < count * 20; turn++) {
    const kind = kinds[turn % kinds.length] as (typeof kinds)[number]
    const file = texts[pick(texts.length)]
    const mutated = file && mutate(file.text, kind, pick)
    if (!file || !mutated) continue
    made++
    yield {files: files.map((one, index) => (index === file.index ? {...one, content: mutated.text} : one)), says: `${kind} in ${file.path}: ${mutated.says}`}
  }
}

export function textOf(content: FileContent['content']): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function mutate(text: string, kind: (typeof kinds)[number], pick: Pick): {text: string; says: string} | undefined {
  const body = text.search(/<(?:main|section)\b/)
  const [head, rest] = [text.slice(0, body), text.slice(body).replace(/<script\b[^]*$/, '')]
  const tail = text.slice(head.length + rest.length)
  const changed = (textMutations as readonly string[]).includes(kind) ? mutateWords(rest, kind as (typeof textMutations)[number], pick) : mutateElements(rest, kind as (typeof elementMutations)[number], pick)
  return changed && {text: head + changed.text + tail, says: changed.says}
}

function mutateWords(text: string, kind: (typeof textMutations)[number], pick: Pick): {text: string; says: string} | undefined {
  const words = [...text.matchAll(/>([^<>&]*\S[^<>&]*)</g)]
  const one = words[pick(Math.max(1, words.length))]
  const mutated = one?.[1] === undefined ? undefined : mutateText(one[1], kind, pick)
  if (!one || mutated === undefined) return undefined
  return {text: `${text.slice(0, one.index + 1)}${mutated}${text.slice(one.index + 1 + (one[1] ?? '').length)}`, says: `“${(one[1] ?? '').slice(0, 40)}” to “${mutated.slice(0, 40)}”`}
}

function mutateElements(text: string, kind: (typeof elementMutations)[number], pick: Pick): {text: string; says: string} | undefined {
  const ofMarks = kind.includes('mark')
  const found = [...text.matchAll(ofMarks ? marks : elements)].filter(([words]) => ofMarks || words.replace(/<[^>]*>/g, '').trim().length > 1)
  const index = pick(Math.max(1, found.length))
  const [one, two] = [found[index], found[index + 1]]
  if (!one) return undefined
  const says = one[0].slice(0, 60)
  const end = one.index + one[0].length
  if (kind.startsWith('delete')) return {text: text.slice(0, one.index) + text.slice(end), says}
  if (kind === 'double an element') return {text: text.slice(0, end) + one[0].replace(/ id="[^"]*"/g, '') + text.slice(end), says}
  if (!two || two.index < end || plain(one[0]) === plain(two[0]) && !ofMarks) return undefined
  return {text: text.slice(0, one.index) + two[0] + text.slice(end, two.index) + one[0] + text.slice(two.index + two[0].length), says}
}

function plain(html: string): string {
  return html.replace(/<[^>]*>|\s/g, '')
}

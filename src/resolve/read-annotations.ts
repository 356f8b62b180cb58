import type {Blockquote, Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import {annotationKinds, type AnnotationKind} from '../model/annotation.ts'
import {copyTree} from '../model/copy-tree.ts'
import {hintNearest} from '../model/nearest-name.ts'
import {report} from '../report/report.ts'
import {inlineReferences} from './inline-references.ts'

/** An editor's note as it stands in a file of notes. */
export interface Annotation {
  readonly kind: AnnotationKind
  readonly anchor: Anchor
  /** The block quote that says what it is about. */
  readonly quote: Blockquote
  readonly body: readonly RootContent[]
}

/** What a note is about: words of the text; a paragraph by its number; a person or term, wherever a chapter first names it. */
export type Anchor =
  | {readonly is: 'words'; readonly words: string}
  | {readonly is: 'paragraph'; readonly exhibit: string | undefined; readonly number: number; readonly words: string}
  | {readonly is: 'mention'; readonly name: string}

const kindMark = /^\s*\[!\s*([^\]]*?)\s*\]\s*/u
const paragraph = /^(?:(?<exhibit>\S.*?)[\s,，]*)?(?:¶|§|\b(?:paragraph|para\.?)\s|第)\s*(?<number>\d{1,5})\s*段?$/iu
const kindNames: readonly string[] = annotationKinds

/**
 * The notes of a file: each block quote says what the note is about, and what follows it, up to the next block quote, is
 * the note. `> [!person] …` gives the kind; without it the note is a comment. `> ¶ 3` is a paragraph of the exhibit,
 * `> exhibit 2 ¶ 3` one of another; `> @AGI` a name, where each chapter first has it. All else are words of the text.
 *
 * Reports `resolve-note-has-passage` for text before the first block quote, `resolve-note-kind` for a kind that is not
 * known.
 */
export function readAnnotations(tree: Root, file: VFile): Annotation[] {
  const copy = copyTree(tree)
  inlineReferences(copy)
  const annotations: (Annotation & {body: RootContent[]})[] = []
  for (const node of copy.children) {
    if (node.type === 'blockquote') annotations.push({...readQuote(node, file), quote: node, body: []})
    else if (annotations.length > 0) annotations.at(-1)?.body.push(node)
    else if (node.type !== 'heading' && node.type !== 'html') reportLoose(node, file)
  }
  return annotations
}

function readQuote(quote: Blockquote, file: VFile): Pick<Annotation, 'kind' | 'anchor'> {
  const text = toString(quote)
  const mark = kindMark.exec(text)
  const kind = mark ? readKind(mark[1] ?? '', quote, file) : 'comment'
  return {kind, anchor: readAnchor(text.slice(mark?.[0].length ?? 0).trim())}
}

function readKind(words: string, quote: Blockquote, file: VFile): AnnotationKind {
  const name = words.toLowerCase().replace(/\s+/g, '-')
  const kind = annotationKinds.find((one) => one === name || (name === 'sic' && one === 'correction'))
  if (kind) return kind
  report(file, 'resolve-note-kind', `Unexpected kind "${words}" of a note, expected one that exists`, {place: quote.position, hint: hintNearest(name, kindNames), expected: kindNames})
  return 'comment'
}

function readAnchor(words: string): Anchor {
  if (words.startsWith('@') && words.length > 1) return {is: 'mention', name: words.slice(1).trim()}
  const numbered = paragraph.exec(words)?.groups
  if (numbered) return {is: 'paragraph', exhibit: numbered['exhibit'], number: Number(numbered['number']), words}
  return {is: 'words', words}
}

function reportLoose(node: RootContent, file: VFile): void {
  report(file, 'resolve-note-has-passage', 'Unexpected text before the first quoted passage, expected a block quote with the words that the note is about', {
    place: node.position,
    hint: 'Quote the words of the text as a block quote before the note: `> words`.',
  })
}

import type {Blockquote, PhrasingContent, Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import {readExhibitNumber} from '../model/exhibit-label.ts'
import {report} from '../report/report.ts'
import {afterClosingMarks} from './closing-marks.ts'
import {findPassage, nearestPassage, type Found} from './find-passage.ts'
import {inlineReferences} from './inline-references.ts'
import {placeOf, placeOfWords} from './place-of.ts'
import {isBody, type Passage, type Texts} from './texts.ts'

/**
 * Attaches notes from files of notes to the passages that they quote. In such a file each block quote repeats words of
 * the text, and what follows it, up to the next block quote, is the note; its call is put after the quoted words
 * and the marks that close their phrase.
 *
 * Reports `resolve-note-target` for a file that names no text, `resolve-note-passage` for words that stand nowhere in
 * the text or more than once, `resolve-note-has-passage` for a note without words quoted.
 */
export function attachNotes(texts: Texts): void {
  for (const draft of texts.annotations) {
    const passages = passagesFor(draft.meta.for, texts)
    if (passages.length === 0) reportTarget(draft.file, draft.meta.for, texts)
    else for (const [index, entry] of entriesOf(readBody(draft.tree), draft.file).entries()) {
      const identifier = `${draft.file.path}#note-${index + 1}`
      const found = findOnce(entry.quote, passages, draft.file)
      if (!found) continue
      texts.pending.set(identifier, {
        kind: 'editor',
        body: entry.body,
        source: placeOf(draft.file, entry.quote),
        ...(draft.meta.by !== undefined && {by: draft.meta.by}),
      })
      putReference(found, identifier)
    }
  }
}

interface Entry {
  readonly quote: Blockquote
  readonly body: RootContent[]
}

function entriesOf(nodes: readonly RootContent[], file: VFile): Entry[] {
  const entries: Entry[] = []
  for (const node of nodes) {
    if (node.type === 'blockquote') entries.push({quote: node, body: []})
    else if (entries.length > 0) entries.at(-1)?.body.push(node)
    else if (node.type !== 'heading' && node.type !== 'html') {
      report(file, 'resolve-note-has-passage', 'Unexpected text before the first quoted passage, expected a block quote with the words that the note is about', {
        place: node.position,
        hint: 'Quote the words of the text as a block quote before the note: `> words`.',
      })
    }
  }
  return entries
}

function readBody(tree: Root): RootContent[] {
  const copy = structuredClone(tree)
  inlineReferences(copy)
  return copy.children
}

function passagesFor(target: string, texts: Texts): Passage[] {
  const [, kind, name] = /^\s*(article|exhibit|文章|邮件|附件)\s*([\p{L}\p{N}]*)\s*$/iu.exec(target) ?? []
  if (kind === undefined) return texts.passages.filter((passage) => passage.file.path === target)
  if (/article|文章/i.test(kind)) return texts.passages.filter((one) => one.kind === 'article' && (!name || one.within === `article-${name}`))
  const exhibit = texts.exhibits.find((one) => readExhibitNumber(one.number) === readExhibitNumber(name ?? ''))
  return texts.passages.filter((passage) => passage.within === exhibit?.id)
}

function findOnce(quote: Blockquote, passages: readonly Passage[], file: VFile): Found | undefined {
  const words = toString(quote)
  const found = passages.flatMap((passage) => findPassage(words, passage.content))
  if (found.length === 1) return found[0]
  const near = found.length === 0 ? nearestPassage(words, passages.map((one) => one.content)) : undefined
  report(file, 'resolve-note-passage', found.length === 0
    ? `Unexpected words "${words}" that stand nowhere in the text, expected a passage quoted exactly`
    : `Unexpected words "${words}" that stand ${found.length} times in the text, expected words that stand once`, {
    place: quote.position,
    hint: found.length === 0 ? near && `The nearest passage is "${near}".` : 'Quote a few more words, so that only one place fits.',
  })
  return undefined
}

/** Puts the reference after the words found and the marks that close them: within a text node, or at the end of a header line. */
function putReference(found: Found, identifier: string): void {
  if (!isBody(found.content)) {
    found.content.calls.push({type: 'call', id: '', note: identifier})
    return
  }
  const {parent, index, offset} = found
  const node = parent.children[index] as PhrasingContent
  const reference: PhrasingContent = {type: 'footnoteReference', identifier}
  if (node.type !== 'text') {
    parent.children.splice(index + 1, 0, reference)
    return
  }
  const end = afterClosingMarks(node.value, offset)
  const rest: PhrasingContent[] = end < node.value.length ? [{...node, value: node.value.slice(end)}] : []
  parent.children.splice(index, 1, {...node, value: node.value.slice(0, end)}, reference, ...rest)
}

function reportTarget(file: VFile, target: string, texts: Texts): void {
  report(file, 'resolve-note-target', `Unexpected target "${target}", expected a text that is there`, {
    place: placeOfWords(file, target),
    hint: 'Write `for: article`, `for: exhibit 1`, or the path of a source.',
    expected: [...texts.articles.map((_, index) => (index === 0 ? 'article' : `article ${index + 1}`)), ...texts.exhibits.map((one) => `exhibit ${one.number}`)],
  })
}

import type {Nodes, Parents, Root, RootContent, Text} from 'mdast'
import {VFile} from 'vfile'
import {redactionMark, redactorFor, type RedactionMade, type Redactor} from '../model/redaction.ts'
import type {ImportedChange} from '../model/change.ts'
import type {Draft} from '../model/source.ts'
import {report} from '../report/report.ts'
import type {ResolveInput} from './resolve-dossier.ts'

/** Fields that name files, kinds and languages: they are not printed, or as what they are. */
const kept = new Set(['file', 'kind', 'place', 'position', 'type', 'identifier', 'referenceType', 'rule', 'bytes', 'sha256', 'files', 'source'])

/** The input without the words to be taken out, and what was taken out. */
export interface RedactedInput {
  readonly input: ResolveInput
  readonly made: readonly RedactionMade[]
}

/**
 * Takes the editor's redactions out of everything before anything is made of it: bodies, also across emphasis and links,
 * addresses, headers, titles, lists and the log of changes. What is left of the settings does not hold the words either.
 *
 * Reports `resolve-redaction-found` for one that stands nowhere: it would seem done, and is not.
 */
export function redactInput(input: ResolveInput): RedactedInput {
  const {redactions = [], ...settings} = input.settings
  if (redactions.length === 0) return {input, made: []}
  const redactor = redactorFor(redactions.map(({text}) => text))
  const drafts = input.drafts.map((draft) => redactDraft(draft, redactor))
  const counts = [...redactor.counts]
  const redacted: ResolveInput = {
    ...input,
    drafts,
    settings: {...deepRedact(settings, redactor), silence: settings.silence},
    originals: input.originals.map((one) => ({...one, file: redactor.redact(one.file)})),
    changes: input.changes.map((one) => ({...one, before: redactor.redact(one.before), after: redactor.redact(one.after)})),
    ...(input.lists && {lists: {...deepRedact({...input.lists, files: []}, redactor), files: input.lists.files, ...(input.lists.imported && {imported: input.lists.imported.map(withoutLetters)})}}),
  }
  redactions.forEach(({place}, index) => {
    if ((redactor.counts[index] ?? 0) === 0) {
      report(input.file, 'resolve-redaction-found', `Unexpected redaction ${index + 1} that stands nowhere in the sources, expected words as they stand`, {place, hint: 'Copy the words from the source; spaces, quotation marks and capitals need not be the same.'})
    }
  })
  return {input: redacted, made: redactions.map(({reason}, index) => ({count: counts[index] ?? 0, reason}))}
}

/** The few letters around a change may be a part of what is taken out, which nobody could find. */
function withoutLetters(change: ImportedChange): ImportedChange {
  const strip = (text: string): string => text.replace(/[\p{L}\p{N}]+/gu, '…')
  return {...change, before: strip(change.before), after: strip(change.after)}
}

function redactDraft(draft: Draft, redactor: Redactor): Draft {
  const tree: Root = structuredClone(draft.tree)
  redactNode(tree, redactor)
  return {...draft, meta: deepRedact(draft.meta, redactor), tree}
}

/** Every text in plain data, names of files aside; keys too, since labels of headers are keys. */
function deepRedact<T>(value: T, redactor: Redactor): T {
  if (typeof value === 'string') return (/^\w+:\S+$/.test(value) && redactor.holds(value) ? redactionMark : redactor.redact(value)) as T
  if (Array.isArray(value)) return value.map((one: unknown) => deepRedact(one, redactor)) as T
  if (typeof value !== 'object' || value === null || value instanceof VFile) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redactor.redact(key), kept.has(key) ? (one as unknown) : deepRedact(one as unknown, redactor)])) as T
}

const blocks = new Set(['paragraph', 'heading', 'tableCell'])

function redactNode(node: Nodes, redactor: Redactor): void {
  if (blocks.has(node.type)) redactBlock(node as Parents, redactor)
  if ('url' in node && redactor.holds(node.url)) node.url = ''
  for (const field of ['title', 'alt', 'label'] as const) {
    const own = node as unknown as Record<string, unknown>
    if (typeof own[field] === 'string') own[field] = redactor.redact(own[field])
  }
  if ((node.type === 'code' || node.type === 'html' || node.type === 'inlineCode') && !isMark(node)) node.value = redactor.redact(node.value)
  if (!('children' in node)) return
  for (const child of node.children) redactNode(child, redactor)
  // A link whose address is taken out is no link.
  node.children = node.children.flatMap((child) => (child.type === 'link' && child.url === '' ? child.children : [child])) as never
}

/** `<!-- message 2 -->` is no text. */
function isMark(node: RootContent | Nodes): boolean {
  return node.type === 'html' && /^<!--\s*message\s/.test(node.value.trim())
}

/** Words may go on from one text node to the next: the first keeps the mark, the others lose their part. */
function redactBlock(block: Parents, redactor: Redactor): void {
  const runs: {start: number; node: Text}[] = []
  let text = ''
  const collect = (node: Nodes): void => {
    if (node.type === 'text') {
      runs.push({start: text.length, node})
      text += node.value
    } else if (node.type === 'break') text += '\n'
    else if (node.type === 'inlineCode') text += '\ufffc'
    else if ('children' in node) node.children.forEach(collect)
  }
  collect(block)
  for (const {start, end} of redactor.rangesIn(text).reverse()) {
    let isFirst = true
    for (const run of runs) {
      const [from, to] = [Math.max(0, start - run.start), Math.min(run.node.value.length, end - run.start)]
      if (from >= to) continue
      run.node.value = run.node.value.slice(0, from) + (isFirst ? redactionMark : '') + run.node.value.slice(to)
      isFirst = false
    }
  }
}

import type {Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'
import type {Draft, Meta} from '../model/source.ts'
import {report} from '../report/report.ts'
import {checkCode} from './check-code.ts'
import {checkDialects} from './check-dialects.ts'
import {checkEmphasis} from './check-emphasis.ts'
import {checkLimits, maxNesting} from './check-limits.ts'
import {checkNotes, liftInlineNotes, unlinkNotes} from './check-notes.ts'
import {cutFrontmatter, yamlFirstLine} from './cut-frontmatter.ts'
import {decodeSource} from './decode-source.ts'
import {printHtmlAsText} from './html-as-text.ts'
import {leaveOutRemarks} from './leave-out-remarks.ts'
import {parseMarkdown} from './parse-markdown.ts'
import {printTitles} from './print-titles.ts'
import {readFrontmatter} from './read-frontmatter.ts'
import {readMail} from './read-mail.ts'
import {takeTitle} from './take-title.ts'

/** Deepest tree: a list in a list is two levels, and spans come on top. */
const maxLevels = 3 * maxNesting

/**
 * Parses one source file: its frontmatter, checked, and its body as mdast whose positions are those of the file (lines
 * end with line feeds; a byte order mark counts for nothing). Notes are `footnoteReference` and `footnoteDefinition`
 * nodes, inline ones too; the only `html` nodes are message marks among the children of the root.
 *
 * Reports the rules `parse-…`, as far as one run can: a broken frontmatter does not keep the body from being checked.
 *
 * @param options.makesMessages header lines of mail in the text of an exhibit become those of a message; default true
 * @returns `undefined` when there is an error that leaves nothing to go on with
 */
export function parseSource(file: VFile, {makesMessages = true}: {readonly makesMessages?: boolean} = {}): Draft | undefined {
  const text = decodeSource(file)
  if (text === undefined) return undefined
  if (text.trim() === '') report(file, 'parse-source-has-text', 'Unexpected file with nothing in it, expected a text', {hint: 'Write it, or take the file away.'})
  const cut = cutFrontmatter(text)
  if (!cut.closed) complainUnclosed(file)
  const front = cut.closed ? readFrontmatter(file, cut.yaml, yamlFirstLine) : undefined
  const body = leaveOutRemarks(file, cut.body)
  if (!checkLimits(file, body)) return undefined
  const mail = front && readMail({file, text: body, meta: front.meta, makesMessages})
  const tree = parseBody(file, mail?.text ?? body, mail?.meta)
  if (!mail || !tree) return undefined
  const {meta, changes} = mail
  return {file, tree, ...front, meta, ...(changes.length > 0 && {changes}), ...(meta.kind === 'article' && takeTitle({...front, meta}, tree, file.stem ?? 'Untitled'))}
}

function parseBody(file: VFile, text: string, meta: Meta | undefined): Root | undefined {
  const tree = parseWithinStack(text, meta?.kind === 'exhibit')
  if (!tree || isTooDeep(tree)) return refuseDepth(file)
  printHtmlAsText(file, tree)
  printTitles(tree)
  checkCode(tree, file)
  checkEmphasis(file, text, tree)
  // What is evidence has no marks but words.
  if (meta?.kind !== 'exhibit') checkDialects(file, text, tree)
  unlinkNotes(tree, text)
  liftInlineNotes(tree)
  checkNotes({file, text, meta}, tree)
  return tree
}

/** The parser calls itself for spans in spans, and how deep that may go depends on who called us. */
function parseWithinStack(text: string, isMail: boolean): Root | undefined {
  try {
    return parseMarkdown(text, {isMail})
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined
    throw thrown
  }
}

/** Spans nest too (`*a *b *c`), and whoever walks the tree later does it by calling itself. */
function isTooDeep(tree: Root): boolean {
  const waiting: {node: Nodes; depth: number}[] = [{node: tree, depth: 0}]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {node, depth} = next
    if (depth > maxLevels) return true
    if ('children' in node) for (const child of node.children) waiting.push({node: child, depth: depth + 1})
  }
  return false
}

function refuseDepth(file: VFile): undefined {
  report(file, 'parse-within-limits', `Unexpected emphasis, links or quotes nested over ${maxLevels} levels deep`, {
    hint: 'Close the marks that are open, or escape them with a backslash.'
  })
}

function complainUnclosed(file: VFile): void {
  report(file, 'parse-frontmatter-is-valid', 'Unexpected end of file in the frontmatter, expected a line `---` that closes it', {
    place: {file: file.path, line: 1},
    hint: 'Put a line `---` between the fields and the text.'
  })
}

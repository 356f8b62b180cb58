import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {nodesIn} from '../model/nodes-in.ts'
import {report} from '../report/report.ts'
import {findUnescaped} from './find-unescaped.ts'

interface Dialect {
  /** As it is named. */
  readonly name: string
  readonly pattern: RegExp
}

/** Marks that other programs give a meaning, and that are words here. */
const dialects: readonly Dialect[] = [
  {name: '==highlight==', pattern: /==(?=[^\s=])[^=\n]*[^\s=]==(?!=)/g},
  {name: '![[embedded file]]', pattern: /!\[\[[^[\]\n]+\]\]/g},
  {name: '[[wiki link]]', pattern: /(?<!!)\[\[(?!\d+\]\])[^[\]\n]+\]\]/g},
  {name: '^superscript^', pattern: /(?<=[\p{L}\p{N})\]])\^[^\s^[\]]{1,40}\^/gu},
  {name: '~subscript~', pattern: /(?<=[\p{L}\p{N}])~[^\s~]{1,40}~(?!~)/gu},
  {name: '{.class}', pattern: /\{:?\s?[.#][\w-]+[^{}\n]*\}|\{[\w-]+=["“”][^{}\n]*\}/g},
  {name: '{{shortcode}}', pattern: /\{\{[<%][^{}\n]*[>%]\}\}|\{%[^{}\n]*%\}/g},
  {name: '$$formula$$', pattern: /\$\$(?=[^$])/g},
  {name: 'a grid table', pattern: /^\+[-=:]+(?:\+[-=:]+)*\+[ \t]*$/gm},
  {name: '[@citation key]', pattern: /\[-?@[\w][^[\]\n]*\]/g},
  {name: '::: block', pattern: /^:{3,}[ \t]*[{\w][^\n]*$/gm},
  {name: '[toc]', pattern: /^\[toc\]$/gim},
]
const mayBeDialect = /==|\[\[|\^|~|\{|\$\$|\+[-=:]|\[-?@|:::|\[toc\]/i

/**
 * Names marks of other dialects of Markdown, once for a file: they are printed as they stand.
 *
 * Reports `parse-dialect-is-read`.
 */
export function checkDialects(file: VFile, text: string, tree: Root): void {
  const found = new Map<string, number>()
  for (const node of nodesIn(tree, 'text')) {
    if (!mayBeDialect.test(node.value)) continue
    for (const {name, pattern} of dialects) {
      const [first] = found.has(name) ? [] : findUnescaped(text, node, pattern)
      if (first) found.set(name, first.position?.start.line ?? 1)
    }
  }
  if (found.size === 0) return
  const names = [...found].sort(([, a], [, b]) => a - b).map(([name, line]) => `${name} (line ${line})`)
  report(file, 'parse-dialect-is-read', `Unexpected marks of another dialect of Markdown, expected CommonMark, GFM and notes: ${names.join(', ')}`, {
    place: {file: file.path, line: Math.min(...found.values())},
    hint: 'They are printed as they stand. Write them in Markdown, or, where they are meant so, put a backslash before them.',
  })
}

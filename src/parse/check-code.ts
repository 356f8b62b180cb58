import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {nodesIn} from '../model/nodes-in.ts'
import {report} from '../report/report.ts'

/** Characters that no output can hold as they are; in running text the transform `spaces` takes them out, in code nothing is changed. */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/

/** Reports `parse-code-has-no-controls` for each code with a control character. */
export function checkCode(root: Root, file: VFile): void {
  for (const {value, position} of nodesIn(root, 'code', 'inlineCode')) {
    const found = controls.exec(value)?.[0]
    if (found === undefined) continue
    const name = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    report(file, 'parse-code-has-no-controls', `Unexpected control character ${name} in code, expected characters that can be printed; it is printed as \uFFFD`, {place: position, hint: `Take it out, or write ${name} in its place.`})
  }
}

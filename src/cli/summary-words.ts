import type {BuildResult} from '../build.ts'
import type {AuditedOriginals, AuditSummary} from '../model/audit-summary.ts'
import type {PrintForm} from '../model/print-form.ts'
import {countMessages} from '../report/count-messages.ts'

/** An output as a person is told of it. */
export interface WrittenOutput {
  readonly path: string
  readonly bytes: number
  /** More than one for a folder. */
  readonly files?: number
}

/**
 * The outputs with one line for each folder, however many files it has.
 *
 * @param above folders of the paths that all are in. Default: 0
 */
export function gatherFolders(outputs: BuildResult['outputs'], above = 0): WrittenOutput[] {
  const gathered = new Map<string, WrittenOutput>()
  for (const {path, bytes} of outputs) {
    const steps = path.split('/')
    const name = steps.length > above + 1 ? `${steps.slice(0, above + 1).join('/')}/` : path
    const before = gathered.get(name)
    gathered.set(name, {path: name, bytes: bytes + (before?.bytes ?? 0), files: 1 + (before?.files ?? 0)})
  }
  return [...gathered.values()]
}

/** The last lines of a build that made outputs: each output with its size, then what is in it. */
export function summaryWords(result: Pick<BuildResult, 'files' | 'summary' | 'isProved'> & {outputs: readonly WrittenOutput[]; elapsedMs: number}): string {
  const {files, outputs, summary, isProved, elapsedMs} = result
  const {warnings} = countMessages(files)
  const written = outputs.map(({path, bytes, files = 1}) => `${path} (${files > 1 ? `${files} files, ` : ''}${sizeWords(bytes)})\n`).join('')
  const counts = summary
    ? [
        summary.pages === undefined ? '' : plural(summary.pages, 'page'),
        plural(summary.articles, 'article'),
        plural(summary.exhibits, 'exhibit'),
        plural(summary.messages, 'message') + (summary.copies === 0 ? '' : ` and ${summary.copies} ${summary.copies === 1 ? 'copy' : 'copies'} of them`),
        plural(summary.notes, 'note'),
        plural(summary.citations, 'citation'),
        summary.absent === 0 ? '' : `${plural(summary.absent, 'citation')} of what is not among the exhibits`,
        plural(warnings, 'warning') + (summary.silenced > 0 ? ` and ${summary.silenced} silenced` : ''),
        `${(elapsedMs / 1000).toFixed(1)} s`,
      ]
    : []
  const originals = summary?.audit?.originals ? `${originalsWords(summary.audit.originals)}\n` : ''
  const audit = summary?.audit ? `${originals}${auditWords(summary.audit)}\n` : ''
  const numbers = summary?.pageNumbers === undefined || !isProved ? '' : `${pageNumberWords(summary.pageNumbers)}\n`
  const form = summary?.form ? formWords(summary.form) : ''
  const sandbox = summary?.sandbox === false ? 'The browser ran without its sandbox: this system gives this user none.\n' : ''
  const pageList = summary?.hasPageList === false ? 'The e-book has no list of printed pages: the PDF was not made with it.\n' : ''
  return `${written}${counts.filter(Boolean).join(', ')}\n${audit}${numbers}${form}${pageList}${sandbox}`
}

/** `6,921 characters in 412 blocks: 6,921 found, 34 changed by 3 rules, 0 unexplained`. */
export function auditWords({characters, blocks, found, changed, rules, unexplained}: Pick<AuditSummary, 'characters' | 'blocks' | 'found' | 'changed' | 'rules' | 'unexplained'>): string {
  const byRules = rules === 0 ? '' : ` by ${rules} ${rules === 1 ? 'rule' : 'rules'}`
  return `${figure(characters)} characters in ${figure(blocks)} ${blocks === 1 ? 'block' : 'blocks'}: ${figure(found)} found, ${figure(changed)} changed${byRules}, ${figure(unexplained)} unexplained`
}

/** `1 original: 7,012 characters in 301 lines: 6,544 found, 468 in fields, 0 unexplained`. */
export function originalsWords({files, characters, lines, found, inFields, unexplained}: AuditedOriginals): string {
  return `${plural(files, 'original')}: ${figure(characters)} characters in ${figure(lines)} ${lines === 1 ? 'line' : 'lines'}: ${figure(found)} found, ${figure(inFields)} in fields, ${figure(unexplained)} unexplained`
}

/** `163 page numbers, each printed on the page it leads to`. */
export function pageNumberWords(count: number): string {
  return `${figure(count)} page ${count === 1 ? 'number' : 'numbers'}, each printed on the page it leads to`
}

function figure(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** What is to be said of the looks of the print; nothing where all is well. */
export function formWords({wrongLineStarts, wrongLineEnds, loneLines = 0, loneCharacters, pictures}: PrintForm): string {
  const lines = [[wrongLineStarts, 'line begins with a mark that may not', 'lines begin with a mark that may not'], [wrongLineEnds, 'line ends with a mark that may not', 'lines end with a mark that may not'],
    [loneLines, 'line stands alone on its page', 'lines stand alone on their pages'], [loneCharacters, 'character stands alone in its line', 'characters stand alone in their lines']] as const
  const said = lines.flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]))
  const coarse = pictures.below150 === 0 ? [] : [`${pictures.below150} of ${plural(pictures.count, 'picture')} printed below 150 dpi, the coarsest at ${pictures.lowestDpi}`]
  return [...said, ...coarse].map((words) => `${words}\n`).join('')
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function sizeWords(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1_048_576).toFixed(1)} MiB`
}

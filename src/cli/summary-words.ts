import type {BuildResult} from '../build.ts'
import {countMessages} from '../report/count-messages.ts'

/** The last lines of a build that went well: each output with its size, then what is in it. */
export function summaryWords(result: Pick<BuildResult, 'files' | 'outputs' | 'summary'> & {elapsedMs: number}): string {
  const {files, outputs, summary, elapsedMs} = result
  const {warnings} = countMessages(files)
  const written = outputs.map(({path, bytes}) => `${path} (${sizeWords(bytes)})\n`).join('')
  const counts = summary
    ? [
        summary.pages === undefined ? '' : plural(summary.pages, 'page'),
        plural(summary.articles, 'article'),
        plural(summary.exhibits, 'exhibit'),
        plural(summary.messages, 'message'),
        plural(summary.notes, 'note'),
        plural(summary.citations, 'citation'),
        plural(warnings, 'warning') + (summary.silenced > 0 ? ` and ${summary.silenced} silenced` : ''),
        `${(elapsedMs / 1000).toFixed(1)} s`,
      ]
    : []
  const sandbox = summary?.sandbox === false ? 'The browser ran without its sandbox: this system gives this user none.\n' : ''
  return `${written}${counts.filter(Boolean).join(', ')}\n${sandbox}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function sizeWords(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1_048_576).toFixed(1)} MiB`
}

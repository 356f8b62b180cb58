import type {VFile} from 'vfile'

/** Messages as short lines: `path:line:column rule`, in the order of the files. */
export function said(files: readonly VFile[]): string[] {
  return files.flatMap(file => file.messages.map(({line, column, ruleId}) => [file.path, line, column].filter(Boolean).join(':') + ` ${ruleId}`))
}

import {findingsName, unprovedFolder, type Finding} from '../model/manifest.ts'
import type {FileContent} from '../model/world.ts'
import {visible} from '../report/visible.ts'

/** Outputs under the names that say that they were not proved: `dossier-unproved.pdf`, `html-unproved/nav.xhtml`. */
export function namedUnproved(made: readonly FileContent[]): FileContent[] {
  return made.map(({path, content}) => ({path: unprovedName(path), content}))
}

/** Files as they go into the folder of what was not proved. */
export function inUnprovedFolder(made: readonly FileContent[]): FileContent[] {
  return made.map(({path, content}) => ({path: `${unprovedFolder}/${path}`, content}))
}

/** `unproved.md`: every finding with its place, and what to do with such outputs. */
export function findingsList({title, version, findings}: {title: string; version: string; findings: readonly Finding[]}): FileContent {
  const head = `# Not proved: ${line(title)}

These outputs were made and read back, and the proof disagrees with them: ${findings.length === 1 ? 'one finding' : `${findings.length} findings`}. That is a fault of
the program (dossier ${version}), not of the sources: please report it with this list. Until then look at the places
below before you rely on what is here, and do not hand it on as proved; “dossier verify” refuses it. What lies in the
folder above is as it was.
`
  return {path: findingsName, content: `${head}\n${findings.map((one, index) => entry(one, index + 1)).join('\n')}`}
}

function entry({file, line: at, column, rule, reason, hint}: Finding, number: number): string {
  const place = [file, ...(at === null ? [] : [at, ...(column === null ? [] : [column])])].join(':')
  return `${number}. \`${line(place)}\` (${rule ?? 'no rule'}): ${line(reason)}\n${hint === null ? '' : `   ${line(hint)}\n`}`
}

function line(text: string): string {
  return visible(text).replace(/\s*\n\s*/g, ' ')
}

/** The first part of a path is what a person sees: the file, or the folder of many. */
function unprovedName(path: string): string {
  const [first = '', ...rest] = path.split('/')
  const dot = rest.length > 0 ? -1 : first.lastIndexOf('.')
  const named = dot < 0 ? `${first}-unproved` : `${first.slice(0, dot)}-unproved${first.slice(dot)}`
  return [named, ...rest].join('/')
}

import type {VFile} from 'vfile'
import type {NamedFile} from '../model/named-file.ts'
import {readStyleAddresses} from '../model/style-addresses.ts'
import type {World} from '../model/world.ts'
import {report} from '../report/report.ts'
import {readNamedFile} from './read-named-file.ts'
import {readTemplateMarkup} from './read-template-markup.ts'
import type {Templates} from './read-templates.ts'

/** Templates and styles with the addresses that the named files have in the outputs. */
export interface OwnFiles extends Pick<Templates, 'templates' | 'styles'> {
  readonly named: readonly NamedFile[]
}

/**
 * Reads what templates and style sheets of one's own name: each address as browsers read it, in every spelling. Files of
 * the source folder and `data:` addresses are read, and named anew; everything else is an error.
 *
 * Reports, on these files, `read-own-file-stands-alone` and what `readNamedFile` reports.
 */
export async function readOwnFiles(world: World, folder: string, {templates, styles, own}: Pick<Templates, 'templates' | 'styles' | 'own'>): Promise<OwnFiles> {
  const read = {templates: new Map(templates), styles: new Map(styles)}
  const named: NamedFile[] = []
  for (const file of own) {
    const [, kind, name = ''] = /^(styles|templates)\/([^/]+)\.(?:css|hbs)$/.exec(file.path) ?? []
    const text = kind === 'styles' || kind === 'templates' ? read[kind].get(name) : undefined
    if (text === undefined || (kind !== 'styles' && kind !== 'templates')) continue
    const places = kind === 'styles' ? stylePlaces(text, file) : templatePlaces(text, file)
    const found = new Map<Place, NamedFile>()
    for (const place of places) {
      const one = await readNamedFile(world, folder, {file, address: place.address, line: place.line})
      if (one) found.set(place, one)
    }
    named.push(...found.values())
    read[kind].set(name, renamed(text, found))
  }
  return {...read, named}
}

/** An address in the text, and how it is written anew. */
interface Place {
  readonly address: string
  readonly line: number
  readonly start: number
  readonly end: number
  write(name: string): string
}

function stylePlaces(css: string, file: VFile): Place[] {
  const {addresses, faults} = readStyleAddresses(css)
  for (const {says, hint, line} of faults) reportFault(file, says, {hint, line})
  return addresses.filter(({address}) => !address.startsWith('#')).map((one) => ({...one, write: (name) => `url("${name}")`}))
}

function templatePlaces(text: string, file: VFile): Place[] {
  const {pictures, faults} = readTemplateMarkup(text)
  for (const {says, hint, line} of faults) reportFault(file, says, {hint, line})
  return pictures.map((one) => ({...one, write: (name) => `src="${name}"`}))
}

function reportFault(file: VFile, says: string, {hint, line}: {hint: string; line: number}): void {
  report(file, 'read-own-file-stands-alone', `Unexpected ${says}, expected nothing that loads from elsewhere or runs`, {place: {file: file.path, line}, hint})
}

function renamed(text: string, found: ReadonlyMap<Place, NamedFile>): string {
  const ordered = [...found].sort(([a], [b]) => b.start - a.start)
  return ordered.reduce((sum, [{start, end, write}, {name}]) => sum.slice(0, start) + write(name) + sum.slice(end), text)
}

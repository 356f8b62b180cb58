import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {allFaces} from './faces.ts'

/** Versions of the packages that faces come from, sorted by name. */
export function fontPackages(): Readonly<Record<string, string>> {
  const {resolve} = createRequire(import.meta.url)
  const names = [...new Set(allFaces.map(({file}) => file.split('/').slice(0, 2).join('/')))].sort()
  return Object.fromEntries(names.map((name) => [name, (JSON.parse(readFileSync(resolve(`${name}/package.json`), 'utf8')) as {version: string}).version]))
}

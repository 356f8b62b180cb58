import type {VFile} from 'vfile'
import {z} from 'zod'
import {findingsName, type Manifest} from '../model/manifest.ts'
import {pathInside} from '../model/path-inside.ts'
import {report} from '../report/report.ts'

const hashed = z.object({file: z.string().min(1), bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/)})
const count = z.number().int().nonnegative()
const audited = z.object({characters: count, found: count, unexplained: count})
const schema = z.object({
  manifest: z.literal(1),
  title: z.string(),
  language: z.string(),
  identifier: z.string(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  issued: z.string().optional(),
  program: z.object({name: z.string(), version: z.string()}),
  browser: z.string().optional(),
  options: z.record(z.string(), z.unknown()),
  inputs: z.array(hashed.extend({kind: z.enum(['original', 'source', 'settings', 'template', 'style', 'picture'])})),
  templates: z.array(hashed),
  fonts: z.array(hashed),
  fontPackages: z.record(z.string(), z.string()),
  outputs: z.array(hashed).min(1),
  counts: z.record(z.string(), z.number()),
  audit: audited.extend({blocks: count, changed: count, rules: count, originals: audited.extend({files: count, lines: count, inFields: count}).optional(), outputs: z.record(z.string(), audited)}).optional(),
})

/** Says of itself that it is none. */
const unprovedSchema = z.object({manifest: z.literal('unproved'), findings: z.array(z.unknown())})

/**
 * Reads a manifest that may come from anyone.
 *
 * Reports `verify-manifest-is-valid` for what is no manifest, and for paths that lead out of its folder or stand twice;
 * `verify-outputs-are-proved` for one that says itself that its outputs are not.
 *
 * @returns `undefined` when there is anything wrong with it
 */
export function readManifest(file: VFile): Manifest | undefined {
  const content = parsed(String(file))
  const unproved = unprovedSchema.safeParse(content)
  if (unproved.success) return void report(file, 'verify-outputs-are-proved', `Unexpected outputs that were not proved (${unproved.data.findings.length} ${unproved.data.findings.length === 1 ? 'finding' : 'findings'} when they were made), expected outputs that were read back without one`, {hint: `${findingsName} beside it lists what was found; nothing here can be verified. Build again with a version of the program that has no such fault.`})
  const found = schema.safeParse(content)
  if (!found.success) {
    const [issue] = found.error.issues
    const where = issue && issue.path.length > 0 ? ` at “${issue.path.join('.')}”` : ''
    return void report(file, 'verify-manifest-is-valid', `Unexpected content${where}, expected the manifest of a dossier`, {hint: 'Ask for the whole output folder again; nothing in it can be verified without its manifest.'})
  }
  const paths = found.data.outputs.map((one) => one.file)
  const wrong = paths.find((path, index) => pathInside(path) !== path || paths.indexOf(path) !== index)
  if (wrong !== undefined) return void report(file, 'verify-manifest-is-valid', `Unexpected path “${wrong}” in the manifest, expected each file once and within the folder`)
  return found.data as Manifest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import {findingsName, manifestName, unprovedFolder} from '../model/manifest.ts'
import {pathInside} from '../model/path-inside.ts'
import type {FileContent, World} from '../model/world.ts'

/** No manifest of ours comes near. */
const largestManifestBytes = 64 * 2 ** 20

/**
 * Files of an earlier build that was not proved, which go when another build comes, proved or not: those that its manifest
 * names, its list of findings, and no others.
 *
 * @param out output folder, absolute
 */
export async function staleUnproved(world: World, out: string, made: readonly FileContent[]): Promise<string[]> {
  const paths = new Set(made.map(({path}) => path))
  const read = await world.disk.read(out, `${unprovedFolder}/${manifestName}`, largestManifestBytes)
  if (!read.ok) return []
  const named = [...outputsIn(new TextDecoder().decode(read.bytes)), findingsName, manifestName]
  return named.flatMap((one) => pathInside(one) ?? []).map((one) => `${unprovedFolder}/${one}`).filter((path) => !paths.has(path))
}

function outputsIn(text: string): string[] {
  const manifest = parsed(text) as {readonly outputs?: unknown} | null | undefined
  const outputs = Array.isArray(manifest?.outputs) ? (manifest.outputs as readonly ({readonly file?: unknown} | null)[]) : []
  return outputs.flatMap((one) => (typeof one?.file === 'string' ? [one.file] : []))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import type {World} from '../model/world.ts'

/** Version of this package. */
export async function readVersion(world: World): Promise<string> {
  const read = await world.disk.read(world.packageFolder, 'package.json', 1_000_000)
  if (!read.ok) return '0.0.0'
  const {version} = JSON.parse(new TextDecoder().decode(read.bytes)) as {version: string}
  return version
}

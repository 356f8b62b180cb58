import type {Nodes} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {pathInside} from '../../model/path-inside.ts'
import type {FileContent, World} from '../../model/world.ts'

/** No package document of ours comes near. */
const largestPackageBytes = 4 * 2 ** 20
const folder = 'html/'
const packagePath = `${folder}package.opf`

/**
 * Files of an earlier `html/` that the new one has not: those that its package document names, and no others, so that
 * whatever somebody put beside them stays. None where `html/` is not made, or there was none that can be read.
 *
 * @param out output folder, absolute
 */
export async function staleFiles(world: World, out: string, made: readonly FileContent[]): Promise<string[]> {
  const paths = new Set(made.map(({path}) => path))
  if (!paths.has(packagePath)) return []
  const read = await world.disk.read(out, packagePath, largestPackageBytes)
  return read.ok ? itemsIn(new TextDecoder().decode(read.bytes)).flatMap((href) => insideFolder(href)).filter((path) => !paths.has(path)) : []
}

function itemsIn(xml: string): string[] {
  const hrefs: string[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && node.name === 'item') hrefs.push(String(node.attributes['href'] ?? ''))
    if ('children' in node) node.children.forEach(walk)
  }
  try {
    walk(fromXml(xml))
    return hrefs
  } catch {
    return []
  }
}

function insideFolder(href: string): string[] {
  try {
    const inside = pathInside(decodeURIComponent(href))
    return inside ? [`${folder}${inside}`] : []
  } catch {
    return []
  }
}

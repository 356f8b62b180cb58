import {nodesIn} from '../model/nodes-in.ts'
import type {ShownPicture} from '../model/picture.ts'
import type {Draft} from '../model/source.ts'
import type {World} from '../model/world.ts'
import {readPicture, type PictureReference} from './read-picture.ts'

/**
 * Reads the pictures that sources show, in the text or as a cover, each once for every source that shows it.
 *
 * Reports, on the files of the drafts, what {@link readPicture} reports.
 */
export async function readPictures(world: World, folder: string, drafts: readonly Draft[]): Promise<ShownPicture[]> {
  const pictures: ShownPicture[] = []
  for (const draft of drafts) {
    for (const wanted of referencesIn(draft)) {
      const picture = await readPicture(world, folder, wanted)
      if (picture) pictures.push(picture)
    }
  }
  return pictures
}

function referencesIn({file, meta, tree, coverLine}: Draft): PictureReference[] {
  const found = new Map<string, PictureReference>()
  const add = (reference: string, place?: PictureReference['place']) => {
    if (!found.has(reference)) found.set(reference, {reference, file, place, isImported: meta.kind !== 'notes' && meta.original !== undefined})
  }
  const definitions = new Map<string, string>()
  const involved = nodesIn(tree, 'definition', 'image', 'imageReference')
  for (const node of involved) if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url)
  if (meta.kind === 'article' && meta.cover !== undefined) add(meta.cover, coverLine === undefined ? undefined : {file: file.path, line: coverLine})
  for (const node of involved) {
    if (node.type === 'image') add(node.url, node.position)
    const address = node.type === 'imageReference' ? definitions.get(node.identifier) : undefined
    if (address !== undefined) add(address, node.position)
  }
  return [...found.values()]
}

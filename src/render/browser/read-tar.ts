/** One plain file of an archive. */
export interface TarFile {
  /** Path as it stands in the archive, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

const blockBytes = 512

/**
 * The plain files of a tar archive in ustar or GNU form (POSIX.1-2017, pax §ustar), in their order; folders, links
 * and extended headers are passed over. Enough for the small archives of a package that we depend on.
 */
export function readTar(archive: Uint8Array): readonly TarFile[] {
  const files: TarFile[] = []
  let offset = 0
  while (offset + blockBytes <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + blockBytes)
    const size = Number.parseInt(fieldOf(header, 124, 12), 8) || 0
    const kind = fieldOf(header, 156, 1)
    const start = offset + blockBytes
    if (kind === '0' || kind === '') files.push({path: fieldOf(header, 0, 100), bytes: archive.subarray(start, start + size)})
    offset = start + Math.ceil(size / blockBytes) * blockBytes
  }
  return files
}

/** Words of a header field, up to its first zero byte. */
function fieldOf(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString('latin1').trim()
}

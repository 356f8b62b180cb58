/** A file of the source folder that a template or style sheet of one's own names, or the content of a `data:` address in one. */
export interface NamedFile {
  /** Path of the template or style sheet. */
  readonly source: string
  /** Line in it. */
  readonly line: number
  /** Path within the source folder; `undefined` where the address itself holds the content. */
  readonly path?: string
  /** Where it lies in the outputs, by its content: `own/picture-1f0c….png`. Equal contents have equal names. */
  readonly name: string
  /** Media type: `image/png`, `image/svg+xml`, `font/woff2`. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** Folder of such files in the outputs. */
export const namedFolder = 'own/'

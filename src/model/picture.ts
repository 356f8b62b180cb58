/** A picture, whole and within the limits. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly bytes: Uint8Array
  /** Pixels as shown. */
  readonly width: number
  readonly height: number
}

/** A picture and where it is shown. */
export interface ShownPicture extends Picture {
  /** Path of the source that shows it. */
  readonly source: string
  /** As it stands in the source. */
  readonly reference: string
  /** Path within the source folder; `undefined` where the reference itself holds the picture. */
  readonly path?: string
  /** Name in the outputs, derived from the content: `picture-1f0c….png`. Equal pictures have equal names. */
  readonly name: string
}

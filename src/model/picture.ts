/** A picture of the sources, whole and within the limits. */
export interface Picture {
  /** Path of the source that shows it. */
  readonly source: string
  /** As it stands in the source. */
  readonly reference: string
  /** Name in the outputs, derived from the content: `picture-1f0c….png`. Equal pictures have equal names. */
  readonly name: string
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly bytes: Uint8Array
  /** Pixels as shown. */
  readonly width: number
  readonly height: number
}

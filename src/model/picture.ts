/** A picture of the sources, whole and within the limits. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly bytes: Uint8Array
  /** Pixels as shown. */
  readonly width: number
  readonly height: number
}

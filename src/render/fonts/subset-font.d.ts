declare module 'subset-font' {
  /** Cuts a font down to the characters of `text`. */
  export default function subsetFont(font: Uint8Array, text: string, options: {
    readonly targetFormat: 'sfnt' | 'truetype' | 'woff2'
    /** Tags of the layout features to keep. Default: all. */
    readonly keepFeatures?: readonly string[]
    readonly noHinting?: boolean
  }): Promise<Uint8Array>
}

/** Which writing a face is for. `symbols` and `emoji` stand in for what the others lack. */
export type Script = 'latin' | 'han' | 'symbols' | 'emoji'

/** One font file of an npm package. */
export interface Face {
  /** Name of the file made from it, without what is added for its characters. */
  readonly id: string
  /** As it is imported: package and path. */
  readonly file: string
  readonly script: Script
  readonly weight: number
  readonly style: 'normal' | 'italic'
}

/** A family of the style sheets: faces of several scripts under one name. */
export interface Family {
  /** As the style sheets name it. */
  readonly name: string
  /** Marks that Latin and Chinese share (“ ” ‘ ’ — … ·) and symbols come from the Han face, so they are full width. */
  readonly hanFirst: boolean
  readonly faces: readonly Face[]
}

const face = (script: Script, id: string, file: string, look: readonly [number, 'normal' | 'italic']): Face =>
  ({id, file: `@expo-google-fonts/${file}.ttf`, script, weight: look[0], style: look[1]})

const symbols = [
  face('symbols', 'noto-sans-symbols-2', 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular', [400, 'normal']),
  face('emoji', 'noto-emoji', 'noto-emoji/400Regular/NotoEmoji_400Regular', [400, 'normal']),
]

const serif = [
  face('latin', 'source-serif', 'source-serif-4/400Regular/SourceSerif4_400Regular', [400, 'normal']),
  face('latin', 'source-serif-italic', 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic', [400, 'italic']),
  face('latin', 'source-serif-bold', 'source-serif-4/700Bold/SourceSerif4_700Bold', [700, 'normal']),
  face('latin', 'source-serif-bold-italic', 'source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic', [700, 'italic']),
  face('han', 'noto-serif-sc', 'noto-serif-sc/400Regular/NotoSerifSC_400Regular', [400, 'normal']),
  face('han', 'noto-serif-sc-bold', 'noto-serif-sc/700Bold/NotoSerifSC_700Bold', [700, 'normal']),
  ...symbols,
]

const hanSans = [
  face('han', 'noto-sans-sc', 'noto-sans-sc/400Regular/NotoSansSC_400Regular', [400, 'normal']),
  face('han', 'noto-sans-sc-medium', 'noto-sans-sc/500Medium/NotoSansSC_500Medium', [500, 'normal']),
  face('han', 'noto-sans-sc-bold', 'noto-sans-sc/700Bold/NotoSansSC_700Bold', [700, 'normal']),
]

const sans = [
  face('latin', 'source-sans', 'source-sans-3/400Regular/SourceSans3_400Regular', [400, 'normal']),
  face('latin', 'source-sans-italic', 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic', [400, 'italic']),
  face('latin', 'source-sans-medium', 'source-sans-3/500Medium/SourceSans3_500Medium', [500, 'normal']),
  face('latin', 'source-sans-semibold', 'source-sans-3/600SemiBold/SourceSans3_600SemiBold', [600, 'normal']),
  face('latin', 'source-sans-bold', 'source-sans-3/700Bold/SourceSans3_700Bold', [700, 'normal']),
  face('latin', 'source-sans-bold-italic', 'source-sans-3/700Bold_Italic/SourceSans3_700Bold_Italic', [700, 'italic']),
  ...hanSans,
  ...symbols,
]

const code = [
  face('latin', 'source-code', 'source-code-pro/400Regular/SourceCodePro_400Regular', [400, 'normal']),
  face('latin', 'source-code-bold', 'source-code-pro/700Bold/SourceCodePro_700Bold', [700, 'normal']),
  ...hanSans,
  ...symbols,
]

/** The families of every output. A family's `Han` twin is for Chinese and Japanese text. */
export const families: readonly Family[] = [
  {name: 'Dossier Serif', hanFirst: false, faces: serif},
  {name: 'Dossier Serif Han', hanFirst: true, faces: serif},
  {name: 'Dossier Sans', hanFirst: false, faces: sans},
  {name: 'Dossier Sans Han', hanFirst: true, faces: sans},
  {name: 'Dossier Code', hanFirst: false, faces: code},
]

/** Every face once. */
export const allFaces: readonly Face[] = [...new Map(families.flatMap(({faces}) => faces).map(one => [one.id, one])).values()]

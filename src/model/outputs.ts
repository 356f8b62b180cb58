/** The outputs there are. A list of its own, so that the command line knows them before it loads what makes them. */
export const outputs = ['pdf', 'html', 'epub', 'web'] as const
export type Output = (typeof outputs)[number]
/** Outputs other than the print: each a folder in `render/` and a file in `verify/`. */
export type Edition = Exclude<Output, 'pdf'>

/** Where each output lies in an output folder. */
const places: Readonly<Record<Output, RegExp>> = {pdf: /^dossier\.pdf$/, html: /^html\//, epub: /^dossier\.epub$/, web: /^dossier\.html$/}

/** The output that a file of an output folder is, or belongs to; `undefined` for others, such as the manifest. */
export function outputOf(path: string): Output | undefined {
  return outputs.find((output) => places[output].test(path))
}

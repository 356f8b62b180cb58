/** The outputs there are. A list of its own, so that the command line knows them before it loads what makes them. */
export const outputs = ['pdf', 'html', 'epub', 'web'] as const
export type Output = (typeof outputs)[number]
/** Outputs other than the print: each a folder in `render/` and a file in `verify/`. */
export type Edition = Exclude<Output, 'pdf'>

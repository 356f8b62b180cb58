/** Which of the texts an address holds, by their numbers. */
export type AddressTest = (address: string) => readonly number[]

const web = /(?:https?:\/\/|www\.)[^\s<>"“”「」（），。；、\uFFFC]+/giu
/** Runs that may be a mail address or the name of a file. Where Han characters stand beside one without a space, it ends there. */
const runs = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}\p{Cf}.@_%+~/=&!#$*?^{|}'-]+/gu
const mailOrFile = /.@.|\.[a-z][a-z0-9]{1,4}$/iu
/** Longer ones are no addresses. */
const longest = 2000
/** Marks of the sentence around an address. */
const leading = /^[.'*_/]+/u
const trailing = /[.,;:!?)\]}'’*_/]+$/u

/** Addresses of the web, mail addresses and names of files in a text that hold any of the texts, each whole. */
export function addressRanges(text: string, test: AddressTest): {start: number; end: number; of: readonly number[]}[] {
  if (!/[@.]/.test(text)) return []
  return [...found(text, web, /./u), ...found(text, runs, mailOrFile)].flatMap(({start, address}) => {
    const of = test(address)
    return of.length === 0 ? [] : [{start, end: start + address.length, of}]
  })
}

function found(text: string, pattern: RegExp, kind: RegExp): {start: number; address: string}[] {
  return [...text.matchAll(pattern)].flatMap(({0: run, index}) => {
    if (run.length > longest) return []
    const first = leading.exec(run)?.[0].length ?? 0
    const address = run.slice(first).replace(trailing, '')
    return address !== '' && kind.test(address) ? [{start: index + first, address}] : []
  })
}

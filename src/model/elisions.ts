/** Words that begin with an apostrophe in place of letters left out, and that are no words without it. */
const surely =
  /^'(?:tis|twas|twere|twill|twould|twixt|tain't|em|im|ave|ow|ere|ead|ouse|orse|ome|ell|cos|coz|bout|neath|gainst|mongst|nother|nuff|fraid|scuse|xcuse|kay|cept|xcept|ceptin|ee|eard|arf|appen|ard|ang|alf|oss|pon|spect|spects|spectable|ud|e|isself|imself|erself|twarn't|twon't|twasn't|twouldn't|tisn't|aporth|allo|ello|orrible|eaven|ealth|undred|usband|andsome|spose|fessor|gator|cello|phone|plane|flu|ood|ands|orses|ouses|eads|earts?|eart|frisco|prentices?|bacca|baccy|ull|slife|sdeath|sblood|ittin|ooman|ospital|otel|ighness)(?![\p{L}\p{N}])/iu
/** Words that may begin with one, and are words of their own as well. */
const perhaps =
  /^'(?:is|as|and|er|ad|un|us|til|till|round|cross|cause|less|fore|low|all|old|at|it|art|ill|air|eat|ope|ole|igh|oped|elped|ands|bus|most|long|side|way|tween|stead|scape|specially)(?![\p{L}\p{N}])/iu
/** Words that end with one: `sayin'`, `an'`, `o'`. */
const clipped = /(?:\p{L}{2}in|(?<!\p{L})(?:an|o|th|wi|ol|ha|wer|jus|mus|mos|las|tha|slep|kep|fo|po|befo|mo|sho|yo|mas|ne|e|gi|ca|fu|wa|fa|aw|lan|han|frien|tol|tho|thro|altho))$/iu
const year = /^'\d\ds?(?![\d\p{L}])/u
/** A day, not a year: `'24 May`. */
const day = /^'\d\d\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u
/** Before “have” as it is spoken: `must 'a' been`. */
const have = /(?:must|should|would|could|might|'d|to|may)\s$/i
/** Behind these a letter in single marks is named, not clipped: “the letter 'n' stands for”. */
const names = /(?:letters?|signs?|marks?|symbols?|variables?|values?|characters?|number|count|the|an?|of|is|are|be|with|for|to|by|from|or|where|when|let|if|as|write|writes|wrote|size)\s$/i

/** How likely the mark before a word stands for letters left out. */
export type Elision = 'year' | 'surely' | 'perhaps' | undefined

/**
 * Tells whether a word that begins with a mark may be an elided one: `'tis`, `'em`, `'07`.
 *
 * @param text with every single mark as `'`
 */
export function elisionAt(text: string, at: number): Elision {
  const rest = text.slice(at, at + 14)
  if (year.test(rest)) return day.test(rest) ? undefined : 'year'
  if (/^'n(?:'|\s|$)/.test(rest)) return names.test(text.slice(Math.max(0, at - 12), at)) ? undefined : 'surely'
  if (/^'a'/.test(rest)) return have.test(text.slice(Math.max(0, at - 8), at)) ? 'surely' : undefined
  if (surely.test(rest)) return 'surely'
  return perhaps.test(rest) ? 'perhaps' : undefined
}

/** Whether the word that ends before an offset is one that is often clipped: `sayin'`, `an'`, the second mark of `'n'`. */
export function isClippedAt(text: string, at: number): boolean {
  if (!/[a-z]/iu.test(text.charAt(at - 1))) return false
  return clipped.test(text.slice(Math.max(0, at - 8), at)) || (text.slice(at - 2, at) === "'n" && elisionAt(text, at - 2) === 'surely')
}

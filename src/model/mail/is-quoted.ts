import type {Field} from '../dossier.ts'

const forwards = /^(?:fwd?|wg|tr|rv|enc|i|vs|vb|vl|pd|fs|πρθ|пересл|перенапр|转发|轉寄|轉發|転送|전달)\s*[:：\]]/iu
const answers = /^(?:re|aw|antw?|sv|vs|odp|ynt|res|ref|r|回复|回覆|答复|答覆|返信|회신|답장)(?:\[\d+\])?\s*[:：]/iu
/** Words for a message that is answered, in the languages of the vocabulary: `Original Message`, `原始邮件`. */
const original = /原|元の|元メ|オリジナル|원본|origin|ursprüng|ursprung|oorspronk|oprindel|opprinn|alkuper|oryginal|původn|исходн|початков|eredeti|orijinal|özgün|reply|回复/iu

/**
 * Whether a message within another is one that this one answers and quotes, and does not hand on. The line above it
 * says so (`-----Original Message-----`, `Forwarded message`), and the subject of the message around it (`Re:`, `Fwd:`):
 * programs that have one line for both tell it there alone.
 *
 * @param introducedBy the line above its header; `undefined` where none is
 * @param subject of the message around it
 */
export function isQuoted(introducedBy: string | undefined, subject: string | undefined): boolean {
  if (introducedBy !== undefined && !original.test(introducedBy)) return false
  const words = subject?.trim() ?? ''
  if (answers.test(words)) return true
  return introducedBy !== undefined && !forwards.test(words)
}

/** The subject among headers; `undefined` where there is none. */
export function subjectOf(headers: readonly {readonly field: Field; readonly value: string}[]): string | undefined {
  return headers.find(({field}) => field === 'subject')?.value
}

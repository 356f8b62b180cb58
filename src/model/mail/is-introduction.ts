/** Longest line above a quotation, in UTF-16 units. */
const longest = 300
/** Verbs of such a line, in the languages of the vocabulary of headers. */
const latin = 'wrote|writes|schrieb|schrieben|a écrit|escribió|ha scritto|scrisse|scrive|escreveu|schreef|geschreven|skrev|kirjoitti|napisał\\(a\\)|napisał|napisała|pisze|napsal\\(a\\)|napsal|napsala|пишет|писал|писала|написал\\(а\\)|написал|написала|пише|написав\\(ла\\)|написав|írta|ezt írta|yazdı|şunları yazdı|şöyle yazdı|a scris'
/** `On …, … wrote:` · `Am … schrieb …:` · `Le … a écrit :` · `… пишет:` */
const verb = new RegExp(`(?<![\\p{L}\\p{M}])(?:${latin})(?![\\p{L}\\p{M}])`, 'iu')
const eastern = /(?:写道|寫道|写了|寫了|のメッセージ|のメール|さんは書きました|書きました|作成|님이 작성|작성|씀|님이 쓴 글)\s*[:：]$/u
/** A verb in the middle takes a date with it. */
const dated = /\d{1,4}\D{1,12}\d{1,4}/u

/**
 * Whether words are the line that mail programs put above what they quote: `On Mon, Feb 4, 2019 at 9:15 AM Ada Holm
 * <ada@example.org> wrote:`, `在 2019年2月4日，Ada 写道：`, `Am 04.02.2019 um 09:15 schrieb Ada Holm:`. Languages as in
 * the vocabulary of headers.
 *
 * @param words of one line, or of one that was broken
 */
export function isIntroduction(words: string): boolean {
  const line = words.trim()
  if (line.length > longest || !/[:：]$/.test(line)) return false
  if (eastern.test(line) || /^[^]{0,200}\bwrote\s?[：:]$/.test(line)) return true
  const found = verb.exec(line)
  if (!found) return false
  return dated.test(line) || new RegExp(`(?:${latin})\\s?[:：]$`, 'iu').test(line)
}

/** How many lines of a paragraph, at its end, are such a line that was broken: 0 when none is. */
export function introductionLines(lines: readonly string[]): number {
  const last = lines.slice(-mostLines)
  if (!isIntroduction(last.at(-1) ?? '') && !isIntroduction(last.slice(-2).join(' ')) && !isIntroduction(last.join(' '))) return 0
  // The date stands in the first of them.
  for (let count = 1; count <= last.length; count += 1) {
    const own = last.slice(-count)
    if (dated.test(own[0] ?? '') && isIntroduction(own.join(' '))) return count
  }
  return isIntroduction(last.at(-1) ?? '') ? 1 : 0
}

/** Into more lines programs break none. */
const mostLines = 3

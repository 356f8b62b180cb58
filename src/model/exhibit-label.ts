/** Words that name a piece of evidence, in the languages that cite it by number; a pattern, case aside. */
export const exhibitWords = [
  '邮件', '郵件', '电邮', '電郵', '电子邮件', '電子郵件', '附件', '附录', '附錄', '证据', '證據', '证物', '證物', '展品', '材料', '信件', '文件', '资料', '資料',
  'メール', '添付', '別紙', '証拠', '메일', '첨부', '별첨', '증거',
  'exhibit', 'e-?mail', 'mail', 'message', 'appendix', 'annex', 'attachment', 'letter', 'document', 'enclosure',
  'anlage', 'anhang', 'beilage', 'annexe', 'pièce', 'anexo', 'allegato', 'bijlage', 'bilaga', 'bilag',
].join('|')
/** A number of an exhibit; a pattern. Letters are none within a word: `Exhibits`, `Anlagen`. */
export const exhibitNumbers = '\\d{1,4}|(?<![A-Za-z])[A-Z]{1,2}(?![A-Za-z])|(?<![A-Za-z])[IVX]{1,5}(?![A-Za-z])|[〇一二三四五六七八九十百]{1,5}'
const name = `(${exhibitWords})\\s*(?:no\\.?|nr\\.?|#|№|第)?\\s*(${exhibitNumbers})(?:号|號)?`
const bracketed = new RegExp(`^[\\[【(]\\s*${name}\\s*[\\]】)]\\s*[:：.、—–-]*\\s*(.*)$`, 'iu')
const bare = new RegExp(`^${name}(?:\\s*[:：.、—–-]\\s*(.+)|[.:：]?)$`, 'iu')
/** Over a text of its own a title may follow without a mark, or in brackets, and a number of the section stand before. */
const titled = new RegExp(`^(?:\\d{1,3}\\s*[.、)]\\s*)?(?:附[錄录]?)?\\s*[:：]?\\s*[\\[【(]?\\s*${name}\\s*[\\]】)]?(?:\\s*[:：.、—–-]+\\s*|\\s+)?(.*)$`, 'iu')
const numberInBrackets = new RegExp(`^(${exhibitWords})\\s*\\(\\s*(${exhibitNumbers})\\s*\\)`, 'iu')
const digits = '〇一二三四五六七八九'

/** A label as it stands over an exhibit: `[邮件1]`, `【附件一】`, `Exhibit A: The memo`. */
export interface ExhibitLabel {
  /** The word as it stands. */
  readonly word: string
  /** In one form: `1` for `一`, `01` and `１`, `A` for `a`. */
  readonly number: string
  /** What stands after it; empty when nothing does. */
  readonly rest: string
  /** True for `[…]`, `【…】`, `(…)`. */
  readonly bracketed: boolean
}

/** Reads a line that consists of the label of an exhibit, marks of emphasis taken off before. `undefined`: it is none. */
export function readExhibitLabel(line: string): ExhibitLabel | undefined {
  if (line.length > 300) return undefined
  const text = line.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const inBrackets = bracketed.exec(text)
  const found = inBrackets ?? bare.exec(text)
  if (!found?.[1] || !found[2] || isWord(found[2])) return undefined
  return {word: found[1], number: readExhibitNumber(found[2]), rest: found[3] ?? '', bracketed: inBrackets !== null}
}

/**
 * Reads a heading that begins with the label of an exhibit, whatever stands between it and its title: `证据1 付款指令`,
 * `附件1（付款指令）`, `1. Exhibit A — The memo`. `undefined`: it begins with none.
 */
export function readExhibitHeading(line: string): ExhibitLabel | undefined {
  const strict = readExhibitLabel(line)
  if (strict || line.length > 300) return strict
  const text = line.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(numberInBrackets, '$1$2 ')
  const [whole = '', word, number, after = ''] = titled.exec(text) ?? []
  if (!word || !number || isWord(number)) return undefined
  // The number must end where it ends: `证据一览` has none.
  const before = whole.slice(0, whole.length - after.length)
  if (after !== '' && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return undefined
  return {word, number: readExhibitNumber(number), rest: after.replace(/^[(](.*)[)]$/u, '$1').trim(), bracketed: false}
}

/** `Email us`: two letters are a number in capitals (`AB`) or as a Roman one. */
function isWord(number: string): boolean {
  return /^[A-Za-z]{2}$/.test(number) && number !== number.toUpperCase() && !/^[ivx]+$/i.test(number)
}

/** The number of an exhibit in one form: `一` and `01` are `1`, `a` is `A`, `十二` is `12`. */
export function readExhibitNumber(text: string): string {
  const plain = text.normalize('NFKC')
  if (/^\d+$/.test(plain)) return String(Number(plain))
  return /^[〇一二三四五六七八九十百]+$/.test(plain) ? String(readHan(plain)) : plain.toUpperCase()
}

function readHan(text: string): number {
  let total = 0
  let digit = 0
  for (const character of text) {
    const unit = character === '百' ? 100 : character === '十' ? 10 : 0
    if (unit === 0) digit = digit * 10 + digits.indexOf(character)
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}

import type {Zone} from './moment.ts'

const hour = 60

/** Offsets in minutes that an abbreviation or a name of a zone can mean; more than one: it is ambiguous. */
const offsets: ReadonlyMap<string, readonly number[]> = new Map(Object.entries({
  utc: [0], gmt: [0], ut: [0], z: [0], 'coordinated universal time': [0], 'greenwich mean time': [0], 世界协调时: [0], 协调世界时: [0], 格林尼治标准时间: [0],
  pst: [-8 * hour], pdt: [-7 * hour], est: [-5 * hour], edt: [-4 * hour], mdt: [-6 * hour], mst: [-7 * hour, 8 * hour],
  akst: [-9 * hour], akdt: [-8 * hour], hst: [-10 * hour],
  cst: [-6 * hour, 8 * hour, -5 * hour], cdt: [-5 * hour, -4 * hour], ist: [5.5 * hour, 2 * hour, hour], bst: [hour, 6 * hour],
  ast: [-4 * hour, 3 * hour], adt: [-3 * hour, 4 * hour], sst: [-11 * hour, 8 * hour], gst: [4 * hour, -2 * hour], amt: [-4 * hour, 4 * hour],
  wst: [8 * hour, 13 * hour], ect: [-5 * hour, -4 * hour], pt: [-8 * hour, -7 * hour], mt: [-7 * hour, -6 * hour], ct: [-6 * hour, -5 * hour],
  et: [-5 * hour, -4 * hour], cet: [hour], cest: [2 * hour], mez: [hour], mesz: [2 * hour], мск: [3 * hour], eet: [2 * hour], eest: [3 * hour], wet: [0], west: [hour], msk: [3 * hour],
  hkt: [8 * hour], sgt: [8 * hour], jst: [9 * hour], kst: [9 * hour], awst: [8 * hour], acst: [9.5 * hour], acdt: [10.5 * hour],
  aest: [10 * hour], aedt: [11 * hour], nzst: [12 * hour], nzdt: [13 * hour],
  'pacific standard time': [-8 * hour], 'pacific daylight time': [-7 * hour], 'pacific time': [-8 * hour, -7 * hour],
  'mountain standard time': [-7 * hour], 'mountain daylight time': [-6 * hour], 'mountain time': [-7 * hour, -6 * hour],
  'central standard time': [-6 * hour], 'central daylight time': [-5 * hour], 'central time': [-6 * hour, -5 * hour],
  'eastern standard time': [-5 * hour], 'eastern daylight time': [-4 * hour], 'eastern time': [-5 * hour, -4 * hour],
  'china standard time': [8 * hour], 'beijing time': [8 * hour], 'hong kong time': [8 * hour], 'singapore time': [8 * hour],
  'singapore standard time': [8 * hour], 'taipei standard time': [8 * hour], 'japan standard time': [9 * hour], 'korea standard time': [9 * hour], 'india standard time': [5.5 * hour],
  'british summer time': [hour], 'central european time': [hour], 'central european standard time': [hour], 'central european summer time': [2 * hour],
  北京时间: [8 * hour], 北京時間: [8 * hour], 中国标准时间: [8 * hour], 中國標準時間: [8 * hour], 台北时间: [8 * hour], 台北時間: [8 * hour], 台北標準時間: [8 * hour],
  香港时间: [8 * hour], 香港時間: [8 * hour], 香港標準時間: [8 * hour], 日本时间: [9 * hour], 日本時間: [9 * hour], 日本標準時: [9 * hour], '한국 표준시': [9 * hour],
  太平洋标准时间: [-8 * hour], 太平洋標準時間: [-8 * hour], 太平洋夏令时间: [-7 * hour], 太平洋夏令時間: [-7 * hour], 太平洋时间: [-8 * hour, -7 * hour],
  美国东部时间: [-5 * hour, -4 * hour], 美國東部時間: [-5 * hour, -4 * hour], 美国太平洋时间: [-8 * hour, -7 * hour], 东部标准时间: [-5 * hour], 东部夏令时间: [-4 * hour],
}))

/** Largest distance from UTC in use, in minutes. */
const farthest = 14 * hour

/**
 * Reads the words for a zone as a whole: `-0800`, `GMT+8`, `UTC+05:30`, `PST`, `(CST)`, `-0800 (PST)`, `北京时间`.
 * An abbreviation with several meanings is ambiguous and carries all of them; so does an offset that contradicts the name
 * beside it; so does a letter of the military zones, which RFC 822 §5.1 gave the wrong sign (RFC 5322 §4.3).
 * `undefined`: not understood.
 *
 * @param options `isHead`: the date is one of the head of a mail, where a letter alone is a zone; default false
 */
export function readZone(words: string, {isHead = false} = {}): Exclude<Zone, {state: 'absent'}> | undefined {
  const asPrinted = words.trim()
  const plain = (/^\(([^()]*)\)$/.exec(asPrinted) ?? /^\[([^[\]]*)\]$/.exec(asPrinted))?.[1] ?? asPrinted
  const both = /^([^()]+?)\s*\(([^()]*)\)$/.exec(plain)
  const first = candidatesOf(both?.[1] ?? plain) ?? (isHead ? militaryZone(both?.[1] ?? plain) : undefined)
  const named = both ? offsets.get(fold(both[2] ?? '')) : undefined
  const common = named && first ? first.filter((offset) => named.includes(offset)) : first
  if (named && first && common?.length === 0) return {state: 'contradictory', asPrinted, candidates: [...new Set([...first, ...named])]}
  const candidates = common
  const offsetMinutes = candidates?.[0]
  if (!candidates || offsetMinutes === undefined) return undefined
  return candidates.length === 1 ? {state: 'given', asPrinted, offsetMinutes} : {state: 'ambiguous', asPrinted, candidates}
}

/** Names of zones, the longest first, and what may stand for one at a place of a text. */
const names = [...offsets.keys()].sort((a, b) => b.length - a.length).join('|')
const inBrackets = '(?:\\([^()]{1,60}\\)|\\[[^\\[\\]]{1,60}\\])'
const shape = new RegExp(`(?:(?:(?:utc|gmt|ut) ?[+−–-] ?\\d{1,2}(?::?\\d{2})?|(?<bare>[+−–-] ?\\d{1,2}(?::?\\d{2})?|[a-z])|${names})(?![\\p{L}\\d:])(?: ?${inBrackets})?|(?<bracketed>${inBrackets}))`, 'iuy')

/**
 * The words for a zone that begin at a place of a text; `undefined` when none do.
 *
 * @param isAfterClock whether a time stands before it: a number with a sign, a letter and brackets are a zone only then
 */
export function findZone(text: string, at: number, isAfterClock: boolean): {readonly words: string; readonly end: number} | undefined {
  shape.lastIndex = at
  const match = shape.exec(text)
  if (!match || (!isAfterClock && match.groups?.bare !== undefined)) return undefined
  return {words: match[0], end: shape.lastIndex}
}

/** A letter of the military zones, which counts eastward; as RFC 822 has it, westward. J is none, Z is UTC. */
function militaryZone(letter: string): readonly number[] | undefined {
  const at = /^[A-Z]$/.test(letter.trim()) ? 'ABCDEFGHIKLM'.indexOf(letter.trim()) : -1
  const west = /^[A-Z]$/.test(letter.trim()) ? 'NOPQRSTUVWXY'.indexOf(letter.trim()) : -1
  if (at >= 0) return [(at + 1) * hour, -(at + 1) * hour]
  return west >= 0 ? [-(west + 1) * hour, (west + 1) * hour] : undefined
}

function candidatesOf(words: string): readonly number[] | undefined {
  const numeric = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(words.replace(/[−–]/g, '-'))
  if (!numeric) return offsets.get(fold(words))
  const minutes = Number(numeric[2]) * hour + Number(numeric[3] ?? 0)
  if (minutes > farthest || Number(numeric[3] ?? 0) > 59) return undefined
  return [numeric[1] === '-' && minutes > 0 ? -minutes : minutes]
}

function fold(words: string): string {
  return words.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\./g, '')
}

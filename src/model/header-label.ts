import type {Field} from './dossier.ts'
import {forwardPhrases, headerLabels} from './header-vocabulary.ts'

/** Longest label, in UTF-16 units: beyond it a colon belongs to a sentence. */
const maxLabel = 40
const colons = /[:：﹕︰∶꞉]/u
const colonsAtEnd = /[\s:：﹕︰∶꞉]+$/u
const blanks = /[\s\u00A0\u3000\u200B-\u200D\u2060\uFEFF]+/gu
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(headerLabels).flatMap(([field, labels]) => labels.map((label) => [fold(label), field as Field] as const)),
)
const phrases: ReadonlySet<string> = new Set(forwardPhrases.map(fold))

/**
 * The field that a header's label means, in any of the languages of the vocabulary: `发件人`, `抄　送`, `Gesendet`, `FROM:`.
 * Case, width, a closing colon and spaces within East Asian labels do not matter.
 * `undefined`: no label of mail headers that is known; `'other'`: known, but only printed.
 */
export function fieldOf(label: string): Field | undefined {
  return label.length > maxLabel ? undefined : fields.get(fold(label))
}

/**
 * Takes `label: value` apart at its first colon, half or full width; both ends trimmed, the label without its colon.
 * `undefined` when there is no colon within the first 40 characters or nothing before it.
 */
export function splitHeaderLine(line: string): {readonly label: string; readonly value: string} | undefined {
  const at = line.trimStart().slice(0, maxLabel + 1).search(colons)
  if (at < 1) return undefined
  const text = line.trimStart()
  return {label: text.slice(0, at).trim(), value: text.slice(at + 1).trim()}
}

/**
 * Whether a line only says that a forwarded or answered message follows: `开始转发的邮件：`,
 * `---------- Forwarded message ---------`, `-----Original Message-----`.
 */
export function isForwardSeparator(line: string): boolean {
  if (line.length > 200) return false
  const words = line.replace(/^[\s\-–—_=*>~]+/u, '').replace(/[\s\-–—_=*<~:：]+$/u, '')
  return phrases.has(fold(words))
}

function fold(label: string): string {
  const plain = label.normalize('NFKC').replace(colonsAtEnd, '').replace(/’/g, "'").replace(blanks, ' ').trim().toLowerCase()
  return eastAsian.test(plain) ? plain.replaceAll(' ', '') : plain
}

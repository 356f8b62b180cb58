import type {Element, Nodes, Root, Text} from 'hast'
import type {Book} from '../../src/model/book.ts'

/** Numbers 0 … count - 1 from a small generator (Lehmer, modulus 2³¹ − 1). */
export type Pick = (count: number) => number

/** The same numbers for the same seed. */
export function pickerFrom(seed: number): Pick {
  let state = seed
  return (count) => {
    state = (state * 48271) % 2147483647
    return state % count
  }
}

/** What is done to a text. */
export const textMutations = ['delete a character', 'double a character', 'swap two characters', 'alter a character', 'delete a word', 'double a word', 'swap two words', 'alter a word', 'put a space into a word', 'take the space between two words'] as const
export type TextMutation = (typeof textMutations)[number]

/** The text after a mutation; `undefined` where it has nothing that can be mutated so. White space alone is never what changes. */
export function mutateText(text: string, kind: TextMutation, pick: Pick): string | undefined {
  const characters = [...text]
  const seen = characters.flatMap((one, index) => (isSeen(one) ? [index] : []))
  if (seen.length < 2) return undefined
  const at = seen[pick(seen.length)] as number
  const replaced = (index: number, by: string, length = 1): string => [...characters.slice(0, index), by, ...characters.slice(index + length)].join('')
  const here = characters[at] as string
  switch (kind) {
    case 'delete a character': return replaced(at, '')
    case 'double a character': return replaced(at, here + here)
    case 'alter a character': return replaced(at, other(here))
    case 'swap two characters': {
      const next = characters[at + 1]
      return next === undefined || !isSeen(next) || next === here ? undefined : replaced(at, next + here, 2)
    }
    case 'put a space into a word': {
      const before = characters[at - 1]
      return before !== undefined && /[A-Za-z]/.test(before) && /[A-Za-z]/.test(here) ? replaced(at, ` ${here}`) : undefined
    }
    case 'take the space between two words': {
      const gaps = [...text.matchAll(/(?<=[A-Za-z]) (?=[A-Za-z])/g)]
      const gap = gaps[pick(Math.max(1, gaps.length))]
      return gap ? text.slice(0, gap.index) + text.slice(gap.index + 1) : undefined
    }
    default: return mutateWords(text, kind, pick)
  }
}

function mutateWords(text: string, kind: TextMutation, pick: Pick): string | undefined {
  const words = text.split(/(?<=\s)(?=\S)/)
  const index = pick(words.length)
  const word = words[index] as string
  const next = words[index + 1]
  if (word.trim() === '') return undefined
  switch (kind) {
    case 'delete a word': words.splice(index, 1); break
    case 'double a word': words.splice(index, 0, `${word.trim()} `); break
    case 'alter a word': words[index] = `${[...word.trim()].map(other).join('')} `; break
    default:
      if (next === undefined || next.trim() === word.trim()) return undefined
      words.splice(index, 2, `${next.trim()} `, word)
  }
  const changed = words.join('')
  return even(changed) === even(text) ? undefined : changed
}

function even(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Paints something; a mark of direction or a selector of variants does not. */
function isSeen(character: string): boolean {
  return !/[\s\p{Cf}\p{Mn}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0]/u.test(character)
}

/** Another character of the same kind. */
function other(character: string): string {
  if (/\p{Script=Han}/u.test(character)) return character === '的' ? '是' : '的'
  if (/\p{Ll}/u.test(character)) return character === 'x' ? 'z' : 'x'
  if (/\p{Lu}/u.test(character)) return character === 'X' ? 'Z' : 'X'
  if (/\d/.test(character)) return String((Number(character) + 1) % 10)
  return character === '。' || character === '.' ? '，' : '。'
}

/** A text of the book, and where it stands. */
export interface BookText {
  readonly node: Text
  readonly parents: readonly Nodes[]
}

/** Texts with words in a tree, in order; those within elements of a class left out. */
export function textsIn(root: Nodes, without: readonly string[] = []): BookText[] {
  const found: BookText[] = []
  const walk = (node: Nodes, parents: readonly Nodes[]): void => {
    if (node.type === 'text' && node.value.trim() !== '') found.push({node, parents})
    if (node.type === 'element' && without.some((name) => hasClass(node, name))) return
    if ('children' in node) for (const child of node.children) walk(child, [...parents, node])
  }
  walk(root, [])
  return found
}

/** Blocks with words and no blocks within, with the element that holds each. */
export function blocksIn(root: Nodes, tags: readonly string[]): {readonly parent: Element | Root; readonly block: Element}[] {
  const found: {parent: Element | Root; block: Element}[] = []
  const walk = (node: Nodes): void => {
    if (!('children' in node) || node.type === 'doctype' as string) return
    for (const child of node.children) {
      if (child.type === 'element' && tags.includes(child.tagName) && wordsOf(child).trim().length > 1) found.push({parent: node as Element | Root, block: child})
      walk(child)
    }
  }
  walk(root)
  return found
}

export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

export function hasClass({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

/** A copy that may be changed. */
export function copyOf(book: Book): Book {
  return {...book, chapters: structuredClone(book.chapters)}
}

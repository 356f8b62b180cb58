import type {Parents, RootContent, Text} from 'mdast'
import type {VFile} from 'vfile'
import type {DifferenceNode} from '../model/body-nodes.ts'
import type {Body, Exhibit, Message} from '../model/dossier.ts'
import {report} from '../report/report.ts'
import {alignWords, wordsIn, type Difference} from './align-words.ts'
import {blocksOf, type Block} from './blocks.ts'

/** Differences told one by one; the others are counted. */
const mostTold = 8
/** Words of the original that are printed beside a difference; of more, the number. */
const mostPrinted = 12

/** A block, and where its text begins in that of its message. */
interface Placed {
  readonly block: Block
  readonly start: number
}

/** A stretch of the words of a copy, in UTF-16 units of its text, and what the original has there. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly there: string
  readonly count: number
}

/**
 * Compares every copy with the message that it is a copy of, and puts {@link DifferenceNode}s where its words are not the same.
 * To be done last: anchors and calls count for nothing.
 *
 * Reports `resolve-copy-agrees`.
 *
 * @returns the exhibits; a copy whose words differ says so
 */
export function markDifferences(exhibits: readonly Exhibit[], fileOf: (path: string) => VFile | undefined): Exhibit[] {
  const originals = new Map(exhibits.flatMap((exhibit) => exhibit.messages.flatMap(withInner).map((message) => [message.id, {message, exhibit}] as const)))
  // The text of an original that is a copy itself is read before it is marked.
  const texts = new Map([...originals].map(([id, {message}]) => [id, joinBlocks(message).text]))
  const mark = (message: Message): Message => {
    const parts = message.parts.map((part) => ('type' in part ? part : mark(part)))
    const original = message.copyOf === undefined ? undefined : originals.get(message.copyOf)
    if (!original) return {...message, parts}
    const differs = markMessage(message, texts.get(original.message.id) ?? '', {file: fileOf(message.source.file), where: nameOf(original.message, original.exhibit)})
    return {...message, parts, ...(differs && {differs: true as const})}
  }
  return exhibits.map((exhibit) => (originals.size === 0 ? exhibit : {...exhibit, messages: exhibit.messages.map(mark)}))
}

function withInner(message: Message): Message[] {
  return [message, ...message.parts.flatMap((part) => ('type' in part ? [] : withInner(part)))]
}

function nameOf({id}: Message, {id: exhibit, number}: Exhibit): string {
  return `message ${id.slice(`${exhibit}-message-`.length).replaceAll('-', '.')} of exhibit ${number}`
}

/** The blocks of a message's own bodies, their texts joined by line ends. */
function joinBlocks({parts}: Message): {placed: Placed[]; text: string} {
  const placed: Placed[] = []
  let text = ''
  for (const part of parts) if ('type' in part) for (const block of blocksIn(part)) {
    placed.push({block, start: text.length})
    text += `${block.text}\n`
  }
  return {placed, text}
}

/** Blocks of text, and those of code, in which nothing can be marked. */
function blocksIn(body: Body): Block[] {
  const empty = {runs: [], citations: [], absent: [], references: [], quoted: false}
  return body.children.flatMap((node): Block[] => (node.type === 'code' ? [{...empty, node: {type: 'root', children: []}, text: node.value}] : blocksOf({type: 'root', children: [node]})))
}

function markMessage(message: Message, original: string, {file, where}: {file: VFile | undefined; where: string}): boolean {
  const {placed, text} = joinBlocks(message)
  const [own, theirs] = [wordsIn(text), wordsIn(original)]
  const differences = alignWords(own, theirs)
  if (differences?.length === 0) return false
  const stretchOf = ({copy, original: there}: Difference): Stretch => {
    const at = own[copy.from]?.start ?? own.at(-1)?.end ?? 0
    return {
      from: copy.to > copy.from ? at : (own[copy.from - 1]?.end ?? 0),
      to: copy.to > copy.from ? (own[copy.to - 1]?.end ?? at) : (own[copy.from - 1]?.end ?? 0),
      there: there.to > there.from ? original.slice(theirs[there.from]?.start, theirs[there.to - 1]?.end).replace(/\s+/g, ' ') : '',
      count: there.to - there.from,
    }
  }
  const stretches = (differences ?? []).map(stretchOf)
  if (file) reportStretches(stretches, {file, where, text, placed, isTooMuch: differences === undefined})
  for (const {block, start} of placed) markBlock(block, stretches.filter(({from, to}) => to >= start && from <= start + block.text.length).map((one) => ({...one, from: one.from - start, to: one.to - start})))
  return true
}

function reportStretches(stretches: readonly Stretch[], {file, where, text, placed, isTooMuch}: {file: VFile; where: string; text: string; placed: readonly Placed[]; isTooMuch: boolean}): void {
  const hint = 'Both are printed, and the copy marks where it differs. If the originals have it so, leave it, or say more in a note.'
  const lineOf = (offset: number): number => {
    const block = placed.findLast(({start}) => start <= offset)
    const run = block?.block.runs.findLast(({start}) => start <= offset - block.start) ?? block?.block.runs[0]
    return run?.node.position?.start.line ?? placed[0]?.block.runs[0]?.node.position?.start.line ?? 1
  }
  if (isTooMuch) report(file, 'resolve-copy-agrees', `Unexpected words of a copy of ${where}, expected those of that message`, {place: {file: file.path, line: lineOf(0)}, hint})
  for (const {from, to, there} of stretches.slice(0, mostTold)) {
    const words = cut(text.slice(from, to).replace(/\s+/g, ' '))
    const unexpected = words === '' ? 'gap' : `words “${words}”`
    report(file, 'resolve-copy-agrees', `Unexpected ${unexpected} in a copy of ${where}, expected ${there === '' ? 'nothing there' : `“${cut(there)}”`}`, {place: {file: file.path, line: lineOf(from)}, hint})
  }
  const more = stretches.length - mostTold
  if (more > 0) report(file, 'resolve-copy-agrees', `Unexpected differences of a copy of ${where}, ${more} more, expected its words`, {place: {file: file.path, line: lineOf(stretches[mostTold]?.from ?? 0)}, hint})
}

function cut(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}

/** Wraps what differs; the words of the original go behind the last piece of it. */
function markBlock({runs}: Block, stretches: readonly Stretch[]): void {
  for (const run of [...runs].reverse()) {
    const end = run.start + run.node.value.length
    const here = stretches.filter(({from, to}) => (from === to ? from > run.start - Number(run.start === 0) && from <= end : from < end && to > run.start))
    if (here.length > 0) replaceNode(run.parent, run.node, piecesOf(run.node, run.start, here))
  }
}

function piecesOf(node: Text, start: number, stretches: readonly Stretch[]): RootContent[] {
  const end = start + node.value.length
  const pieces: RootContent[] = []
  let at = start
  const add = (to: number): void => {
    if (to > at) pieces.push({...node, value: node.value.slice(at - start, to - start)})
    at = Math.max(at, to)
  }
  for (const {from, to, there, count} of stretches) {
    add(Math.max(from, start))
    const own = node.value.slice(at - start, Math.max(at, Math.min(to, end)) - start)
    at += own.length
    const said = to > end ? {} : count > mostPrinted ? {count} : {there}
    pieces.push({type: 'difference', children: own === '' ? [] : [{...node, value: own}], ...said} satisfies DifferenceNode)
  }
  add(end)
  return pieces
}

function replaceNode(parent: Parents, node: Text, pieces: readonly RootContent[]): void {
  const children = parent.children as RootContent[]
  children.splice(children.indexOf(node), 1, ...pieces)
}

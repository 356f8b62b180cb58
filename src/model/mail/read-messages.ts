import {isForwardSeparator} from '../header-label.ts'
import {plainWords} from './plain-words.ts'
import {isHeaderLine, readHeader, type Header, type HeaderBlock} from './read-header.ts'
import type {Block} from './split-blocks.ts'

/** A message as it was found. */
export interface FoundMessage {
  /** Depth of quotation of its header. */
  readonly depth: number
  /** The line that says that it is handed on or answered (`-----Original Message-----`); `undefined` where none does. */
  readonly introducedBy?: string
  readonly headers: readonly Header[]
  /** Text and forwarded messages in their order. */
  readonly parts: (Block | FoundMessage)[]
}

/** What an exhibit holds. */
export interface FoundMessages {
  /** What stands before the first message; everything, when there is none. */
  readonly before: readonly Block[]
  readonly messages: readonly FoundMessage[]
  /** What was taken one way, and could be meant another, in the order of the lines. */
  readonly doubts: readonly Doubt[]
}

/** `boundary`: only its header sets a message off from the one before; `nesting`: it is forwarded deeper than {@link maxNesting}. */
export interface Doubt {
  readonly about: 'boundary' | 'nesting'
  /** Line of the first header. */
  readonly line: number
}

/** Most messages within one another. */
export const maxNesting = 100

/** Tells the parts of a message apart. */
export function isMessage(part: Block | FoundMessage): part is FoundMessage {
  return 'headers' in part
}

/** Whether headers that stand together begin a message. */
export type Judge = (found: HeaderBlock, introducedBy: string | undefined) => boolean

/**
 * Takes an exhibit apart into its messages. A header block begins one: the next of the thread after a rule or at the
 * depth of the first, a forwarded one when it is quoted deeper or follows a line such as `开始转发的邮件：`.
 *
 * @param options.judge default: two or more headers, among them who sent it or when
 * @param options.within the blocks are the text of a message: all that is found is in it, and it comes back as the only one, without headers. Default false
 */
export function readMessages(blocks: readonly Block[], {judge = ({sure}) => sure, within = false}: {readonly judge?: Judge; readonly within?: boolean} = {}): FoundMessages {
  return new MessageReader(blocks, judge, within).read()
}

/** Index of the first block that holds a header block. */
export function firstHeader(blocks: readonly Block[]): number | undefined {
  const finder = new HeaderFinder(blocks, ({sure}) => sure)
  for (let block = 0; block < blocks.length; block += 1) {
    for (let line = 0; line < (blocks[block] as Block).lines.length; line += 1) if (finder.at(block, line)) return block
  }
  return undefined
}

/** Looks for header blocks, each line once at most. */
class HeaderFinder {
  private searchedTo = {block: 0, line: 0}

  constructor(private readonly blocks: readonly Block[], private readonly judge: Judge) {}

  at(block: number, line: number): ReturnType<typeof readHeader> | undefined {
    const {kind, lines} = this.blocks[block] as Block
    const {searchedTo} = this
    const searched = block < searchedTo.block || (block === searchedTo.block && line < searchedTo.line)
    if (kind !== 'paragraph' || searched || !isHeaderLine(lines[line] as Block['lines'][number])) return undefined
    const found = readHeader(this.blocks, {block, line})
    const sure = this.judge(found, this.above(block, line))
    if (!sure) this.searchedTo = found.end
    return sure ? found : undefined
  }

  /** What the line above says of a message that follows. */
  private above(block: number, line: number): string | undefined {
    if (line > 0) return separatorIn(this.blocks[block], line - 1)
    const before = this.blocks[block - 1]
    return separatorIn(before, (before?.lines.length ?? 0) - 1)
  }
}

class MessageReader {
  private readonly before: Block[] = []
  private readonly messages: FoundMessage[] = []
  private readonly doubts: Doubt[] = []
  /** The message that text goes to now, and those around it, outermost first. */
  private open: FoundMessage[] = []
  private rule: Block | undefined
  private introducedBy: string | undefined

  constructor(private readonly blocks: readonly Block[], private readonly judge: Judge, within: boolean) {
    if (!within) return
    this.open = [{depth: -1, headers: [], parts: []}]
    this.messages.push(...this.open)
  }

  read(): FoundMessages {
    const finder = new HeaderFinder(this.blocks, this.judge)
    let at = {block: 0, line: 0}
    while (at.block < this.blocks.length) {
      const block = this.blocks[at.block] as Block
      if (block.kind === 'rule') {
        this.addText(this.takeRule(block))
        at = {block: at.block + 1, line: 0}
        continue
      }
      let line = at.line
      let header: ReturnType<HeaderFinder['at']>
      while (line < block.lines.length && !(header = finder.at(at.block, line))) line += 1
      if (line > at.line) this.addText({...block, lines: block.lines.slice(at.line, line)})
      if (header) this.begin(header.headers, block.depth)
      at = header ? header.end : {block: at.block + 1, line: 0}
    }
    this.addText(this.takeRule(undefined))
    return {before: this.before, messages: this.messages, doubts: this.doubts}
  }

  /** Holds a rule back until it is known what follows; gives the one held before. */
  private takeRule(next: Block | undefined): Block | undefined {
    const held = this.rule
    this.rule = next
    return held
  }

  private addText(block: Block | undefined): void {
    if (!block) return
    if (block.kind !== 'rule') this.addText(this.takeRule(undefined))
    while (this.open.length > 1 && block.kind !== 'rule' && block.depth < (this.open.at(-1) as FoundMessage).depth && plainWords(wordsOf(block)) !== '') this.open.pop()
    const message = this.open.at(-1)
    if (message) message.parts.push(block)
    else this.before.push(block)
    this.introducedBy = separatorIn(block, block.lines.length - 1)
  }

  private begin(headers: readonly Header[], depth: number): void {
    const {introducedBy} = this
    const message: FoundMessage = {depth, headers, parts: [], ...(introducedBy !== undefined && {introducedBy})}
    const rule = this.takeRule(undefined)
    const outlook = rule !== undefined && /^ {0,3}_{10,}\s*$/.test(rule.lines[0]?.text ?? '')
    const line = headers[0]?.first ?? 1
    const around = this.around({line, depth, afterRule: rule !== undefined && !outlook, introduced: introducedBy !== undefined || outlook})
    if (around) around.parts.push(message)
    else {
      if (!rule && this.messages.length > 0) this.doubts.push({about: 'boundary', line})
      this.messages.push(message)
    }
    this.open = around ? [...this.open.slice(0, this.open.indexOf(around) + 1), message] : [message]
    this.introducedBy = undefined
  }

  /** The message that a new one is forwarded in; `undefined` when it is one of the exhibit. */
  private around({line, depth, afterRule, introduced}: {line: number; depth: number; afterRule: boolean; introduced: boolean}): FoundMessage | undefined {
    const outermost = this.open[0]
    if (!outermost || (afterRule && depth <= outermost.depth)) return undefined
    const around = introduced ? this.open.at(-1) : this.open.findLast((message) => message.depth < depth)
    if (!around || this.open.indexOf(around) < maxNesting - 1) return around
    this.doubts.push({about: 'nesting', line})
    return this.open[maxNesting - 2]
  }
}

/** The line of a block, where it says that a message follows. */
function separatorIn(block: Block | undefined, line: number): string | undefined {
  const words = block?.kind === 'paragraph' ? plainWords(block.lines[line]?.text ?? '') : ''
  return isForwardSeparator(words) ? words : undefined
}

function wordsOf(block: Block): string {
  return block.lines.map((line) => line.text).join(' ')
}

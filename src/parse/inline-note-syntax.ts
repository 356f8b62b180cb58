import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {PhrasingContent} from 'mdast'
import type {Code, Construct, Event, Extension, Resolver, State, Token, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {resolveAll} from 'micromark-util-resolve-all'
import type {Processor} from 'unified'

/** `^[text]` as it comes out of the parser; soon replaced by a call and a definition. */
export interface InlineNote {
  type: 'inlineNote'
  children: PhrasingContent[]
  position?: import('unist').Position
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineNote: InlineNote
  }
  interface RootContentMap {
    inlineNote: InlineNote
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineNote: 'inlineNote'
    inlineNoteOpening: 'inlineNoteOpening'
    inlineNoteClosing: 'inlineNoteClosing'
  }
}

/**
 * The one stack of openings that wait for a `]`, as the parser of links keeps it. Sharing it makes brackets nest:
 * whoever opened last is closed first, be it a link, a picture or a note.
 */
interface BracketContext extends TokenizeContext {
  _labelStarts?: Token[]
}

const caret = 94
const openingBracket = 91
const closingBracket = 93

/** unified plugin: adds notes written where they are called, `^[text]` (as in Pandoc), to remark. */
export function remarkInlineNotes(this: Processor): void {
  const data = this.data() as {micromarkExtensions?: Extension[]; fromMarkdownExtensions?: FromMarkdownExtension[]}
  ;(data.micromarkExtensions ??= []).push(syntax)
  ;(data.fromMarkdownExtensions ??= []).push(compile)
}

const opening: Construct = {name: 'inlineNoteOpening', tokenize: tokenizeOpening, resolveAll: releaseUnclosed}
const closing: Construct = {name: 'inlineNoteClosing', tokenize: tokenizeClosing, resolveTo: wrap}

const syntax: Extension = {text: {[caret]: opening, [closingBracket]: closing}}

const compile: FromMarkdownExtension = {
  enter: {
    inlineNote(token) {
      this.enter({type: 'inlineNote', children: []}, token)
    }
  },
  exit: {
    inlineNote(token) {
      this.exit(token)
    }
  }
}

/** Several carets are one token of text, but for a last one before a bracket: one each would fill the memory. */
function tokenizeOpening(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const context = this as BracketContext
  const first = this.now()
  let last = first
  return code => {
    effects.enter('inlineNoteOpening')
    effects.consume(code)
    return run
  }

  function run(code: Code): State | undefined {
    if (code === caret) {
      last = context.now()
      effects.consume(code)
      return run
    }
    const isOpening = code === openingBracket
    if (last === first) return isOpening ? open(code) : nok(code)
    const carets = effects.exit('inlineNoteOpening')
    carets.type = 'data'
    if (!isOpening) return ok(code)
    carets.end = {...last}
    effects.enter('inlineNoteOpening').start = {...last}
    return open(code)
  }

  function open(code: Code): State {
    effects.consume(code)
    ;(context._labelStarts ??= []).push(effects.exit('inlineNoteOpening'))
    return ok
  }
}

function tokenizeClosing(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const open = (this as BracketContext)._labelStarts ?? []
  return code => {
    while (open.at(-1)?._balanced) open.pop()
    if (open.at(-1)?.type !== 'inlineNoteOpening') return nok(code)
    open.pop()
    effects.enter('inlineNoteClosing')
    effects.consume(code)
    effects.exit('inlineNoteClosing')
    return ok
  }
}

/** At a closing bracket: puts everything since its opening into one token, with the emphasis inside resolved. */
function wrap(events: Event[], context: TokenizeContext): Event[] {
  const close = events.length - 2
  const open = lastUnclosed(events, close)
  const start = events[open]?.[1]
  const end = events[close]?.[1]
  if (!start || !end) return events
  const note: Token = {type: 'inlineNote', start: {...start.start}, end: {...end.end}}
  const spans = context.parser.constructs.insideSpan.null ?? []
  const inside = resolveAll(spans as Construct[], events.slice(open + 2, close), context)
  const closed: Event[] = [['enter', note, context], ...inside, ['exit', note, context]]
  events.length = open
  for (const event of closed) events.push(event)
  return events
}

function lastUnclosed(events: readonly Event[], before: number): number {
  for (let index = before - 1; index >= 0; index--) {
    const event = events[index]
    if (event?.[0] === 'enter' && event[1].type === 'inlineNoteOpening' && !event[1]._balanced) return index
  }
  return -1
}

/** What was never closed is text. */
function releaseUnclosed(events: Event[]): ReturnType<Resolver> {
  for (const [, token] of events) if (token.type === 'inlineNoteOpening') token.type = 'data'
  return events
}

import {tokenize, TokenType, type CSSToken} from '@csstools/css-tokenizer'

/** An address that a style sheet names. */
export interface StyleAddress {
  /** As the parser reads it: escapes, comments and quotation marks are resolved. */
  readonly address: string
  /** Where it stands in the text, with `url( )` where it is written so, else with its quotation marks; `end` is behind it. */
  readonly start: number
  readonly end: number
  readonly line: number
}

/** Something in a style sheet that loads or runs without an address that can be read. */
export interface StyleFault {
  /** What is there: "an @import". */
  readonly says: string
  readonly line: number
  /** What to do about it. */
  readonly hint: string
}

/** What a style sheet would load. */
export interface StyleAddresses {
  readonly addresses: readonly StyleAddress[]
  readonly faults: readonly StyleFault[]
}

/** Reads CSS as browsers do (CSS Syntax 3) and finds every address, in whatever spelling and at whatever place. */
export function readStyleAddresses(css: string): StyleAddresses {
  const reader = new Reader(css)
  for (const token of tokenize({css})) reader.take(token)
  return reader
}

/** Functions whose strings are addresses, without the prefixes of their makers. */
const loading = new Set(['url', 'src', 'image', 'image-set', 'cross-fade'])
/** Functions within them whose strings and values are none. */
const shielding = /^(?:type|format|tech|calc|min|max|clamp|rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)$|gradient$/
const knownRules = new Set(['charset', 'namespace', 'media', 'supports', 'container', 'layer', 'font-face', 'font-feature-values', 'font-palette-values', 'keyframes', 'page', 'counter-style', 'property', 'scope', 'starting-style', 'view-transition', 'position-try', 'color-profile', 'document'])
const runningProperties = new Set(['behavior', 'binding'])

interface Open {
  readonly closes: string
  /** Name of a function, or of the rule whose block it is. */
  readonly name: string
  readonly kind: 'function' | 'block'
}

class Reader implements StyleAddresses {
  readonly addresses: StyleAddress[] = []
  readonly faults: StyleFault[] = []
  readonly #css: string
  readonly #open: Open[] = []
  /** Rule whose beginning is read. */
  #rule: string | undefined
  #beforeLast: CSSToken | undefined
  #last: CSSToken | undefined
  #line = 1
  #counted = 0

  constructor(css: string) {
    this.#css = css
  }

  take(token: CSSToken): void {
    const [kind, raw, start] = token
    if (kind === TokenType.Whitespace || kind === TokenType.Comment) return
    switch (kind) {
      case TokenType.AtKeyword: this.#beginRule(bare(token[4].value), start); break
      case TokenType.Function: this.#openFunction(token[4].value.toLowerCase(), start); break
      case TokenType.OpenParen: this.#push(')', '', 'function'); break
      case TokenType.OpenSquare: this.#push(']', '', 'function'); break
      case TokenType.OpenCurly:
        this.#push('}', this.#rule ?? '', 'block')
        this.#rule = undefined
        break
      case TokenType.CloseParen: case TokenType.CloseSquare: case TokenType.CloseCurly: this.#close(raw); break
      case TokenType.Semicolon: if (this.#open.at(-1)?.kind !== 'function') this.#rule = undefined; break
      case TokenType.URL: if (this.#rule !== 'namespace' && this.#rule !== 'import') this.#find(token[4].value, token); break
      case TokenType.String: this.#takeString(token[4].value, token); break
      case TokenType.BadURL: this.#fault(`an address that cannot be read, ${raw.slice(0, 60)}`, start, 'Write the address in quotation marks: url("pictures/a.png").'); break
      case TokenType.Colon: this.#takeColon(); break
      default:
    }
    this.#beforeLast = this.#last
    this.#last = token
  }

  #beginRule(name: string, start: number): void {
    this.#rule = name
    if (name === 'import') this.#fault('an @import', start, 'Every style sheet in styles/ is read by itself: put the rules into one there.')
  }

  #openFunction(name: string, start: number): void {
    if (name === 'expression') this.#fault('an expression()', start, 'Take it out: nothing of a style sheet may run.')
    const within = this.#functions().at(-1)
    if (within !== undefined && loading.has(bare(within)) && !loading.has(bare(name)) && !shielding.test(bare(name))) {
      this.#fault(`${name}() in place of an address`, start, `Write the address itself into ${within}().`)
    }
    this.#push(')', name, 'function')
  }

  #push(closes: string, name: string, kind: Open['kind']): void {
    this.#open.push({closes, name, kind})
  }

  /** What closes nothing that is open is passed over; what closes an outer bracket closes those within. */
  #close(raw: string): void {
    const at = this.#open.findLastIndex(({closes}) => closes === raw)
    const inBlock = this.#open.findLastIndex(({closes}) => closes === '}')
    if (at >= 0 && at >= inBlock) this.#open.length = at
  }

  /** Names of the functions around, innermost last; a block within ends them. */
  #functions(): string[] {
    const from = this.#open.findLastIndex(({kind}) => kind === 'block') + 1
    return this.#open.slice(from).flatMap(({name}) => (name === '' ? [] : [name]))
  }

  #takeString(value: string, token: CSSToken): void {
    if (this.#rule === 'import' || this.#rule === 'namespace' || this.#rule === 'charset') return
    const around = this.#functions().reverse().find((name) => loading.has(bare(name)) || shielding.test(bare(name)))
    if (around !== undefined && loading.has(bare(around))) return this.#find(value, token, bare(around) === 'url' || bare(around) === 'src')
    if (/progid\s*:/i.test(value)) return this.#fault('a filter of old browsers', token[2], 'Take it out.')
    const rules = [...this.#open.filter(({kind}) => kind === 'block').map(({name}) => name), this.#rule ?? '']
    if (rules.some((name) => name !== '' && !knownRules.has(name)) && looksOutside(value)) this.#find(value, token)
  }

  #takeColon(): void {
    const [last, before] = [this.#last, this.#beforeLast]
    if (last?.[0] !== TokenType.Ident) return
    const name = bare(last[4].value)
    if (name === 'progid') this.#fault('a filter of old browsers', last[2], 'Take it out.')
    const begins = before === undefined || before[0] === TokenType.OpenCurly || before[0] === TokenType.Semicolon || before[0] === TokenType.CloseCurly
    if (begins && runningProperties.has(name) && this.#open.at(-1)?.kind === 'block') this.#fault(`the property ${last[4].value}`, last[2], 'Take it out: it loads what runs.')
  }

  /** @param isWrapped whether the function around it is to be taken with it. Default: false */
  #find(address: string, [, , start, end]: CSSToken, isWrapped = false): void {
    const opening = isWrapped && this.#last?.[0] === TokenType.Function ? this.#last : undefined
    const from = opening?.[2] ?? start
    const closing = opening ? /^(?:\s|\/\*[^]*?\*\/)*\)/.exec(this.#css.slice(end + 1)) : null
    this.addresses.push({address, start: closing ? from : start, end: end + 1 + (closing?.[0].length ?? 0), line: this.#lineAt(start)})
  }

  #fault(says: string, at: number, hint: string): void {
    this.faults.push({says, line: this.#lineAt(at), hint})
  }

  #lineAt(at: number): number {
    for (; this.#counted < at; this.#counted++) if (this.#css[this.#counted] === '\n') this.#line++
    return this.#line
  }
}

/** In small letters, without the prefix of a maker of browsers. */
function bare(name: string): string {
  return name.toLowerCase().replace(/^-(?:webkit|moz|ms|o)-/, '')
}

/** Whether an address leads out of the folder that it stands in (URL Standard §4.4: tabs and line ends count for nothing, a backslash for a slash). */
export function looksOutside(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[\\/])/i.test(plainAddress(address))
}

/** An address as browsers take it, without what counts for nothing in it. */
export function plainAddress(address: string): string {
  const kept = address.replace(/[\t\n\r]/g, '')
  let [start, end] = [0, kept.length]
  while (start < end && kept.charCodeAt(start) <= 0x20) start++
  while (end > start && kept.charCodeAt(end - 1) <= 0x20) end--
  return kept.slice(start, end)
}
